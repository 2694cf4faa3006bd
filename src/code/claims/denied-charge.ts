import type { Token } from '../../document/index.ts';
import { isNegated, verbLemmas } from './grammar.ts';
import type { Cue } from './lexicon.ts';
import { type Draft, type Reading, sentenceOf } from './reading.ts';
import { readSpeaker } from './speaker.ts';

/** Words from the noun to the verb of denial. */
const REACH = 9;

/** ", a charge (that) X denies" and ", which X denies": read off the words, since the apposition to a whole clause is seldom parsed. */
export function deniedCharges(reading: Reading): readonly Draft[] {
  const { tree } = reading;
  return reading.doc.tokens.flatMap((comma) => {
    if (comma.form !== ',' && comma.form !== '—') return [];
    const noun = chargeAfter(reading, comma);
    const verb = noun && answerAfter(reading, noun);
    if (!noun || !verb) return [];
    const speaker = speakerBetween(reading, noun, verb.token);
    if (!speaker || isNegated(tree, verb.token)) return [];
    return [
      {
        cue: verb.token,
        cueRange: { from: verb.token.index, to: verb.token.index + 1 },
        speakerToken: speaker.token,
        speaker: speaker.id,
        speakerSpan: speaker.carried ? null : speaker.span,
        stance: verb.cue.stance,
        addressee: null,
        content: { from: comma.index + 1, to: noun.index + 1 },
        condition: null,
        rule: `${verb.cue.lemma}/charge`,
      },
    ];
  });
}

/** "a charge", "an accusation", "something", "which" behind a comma. */
function chargeAfter(reading: Reading, comma: Token): Token | null {
  const { tree } = reading;
  const [first, second, third] = [1, 2, 3].map((step) => tree.tokens[comma.index + step]);
  if (!first || !second || first.sentence !== comma.sentence) return null;
  if (['which', 'something'].includes(first.form.toLowerCase())) return first;
  if (!['a', 'an', 'the', 'both', 'all'].includes(first.form.toLowerCase())) return null;
  const noun = second.upos === 'ADJ' && third ? third : second;
  return ['NOUN', 'NNS'].includes(noun.upos) && reading.lexicon.words('referring').has(noun.lemma.toLowerCase()) ? noun : null;
}

function answerAfter(reading: Reading, noun: Token): { token: Token; cue: Cue } | null {
  const end = Math.min(sentenceOf(reading, noun).to, noun.index + REACH);
  for (let index = noun.index + 2; index < end; index++) {
    const token = reading.tree.token(index);
    if (token.upos === 'PUNCT') return null;
    const next = reading.tree.tokens[index + 1];
    if (token.upos !== 'VERB' && !(token.xpos === 'NNS' && next?.upos === 'PUNCT')) continue;
    const cue = verbLemmas(reading.tree, token)
      .flatMap((lemma) => reading.lexicon.verbs.get(lemma) ?? [])
      .find(({ stance, contents }) => (stance === 'denies' || stance === 'rejects') && contents.includes('obj'));
    return cue ? { token, cue } : null;
  }
  return null;
}

function speakerBetween(reading: Reading, noun: Token, verb: Token) {
  for (let index = verb.index - 1; index > noun.index; index--) {
    const token = reading.tree.token(index);
    if (!['NOUN', 'PROPN', 'PRON'].includes(token.upos)) continue;
    const speaker = readSpeaker(reading, token, false);
    if (speaker) return speaker;
  }
  return null;
}
