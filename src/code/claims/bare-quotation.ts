import type { TokenRange } from '../../base/index.ts';
import type { Token } from '../../document/index.ts';
import { splitCondition } from './condition.ts';
import { isQuoteMark, quotedPieces, saysSomething, trimContent } from './content.ts';
import { isUnreal, rangesMeet, verbLemmas } from './grammar.ts';
import type { Cue } from './lexicon.ts';
import type { Draft, Reading } from './reading.ts';
import { readSpeaker, type Speaker } from './speaker.ts';
import { refineStance } from './stance.ts';

/** Words between a quotation and the far end of its cue. */
const REACH = 14;

/** Quotations no construction has read, from the bare order of words: '"...", the mayor said', '"...", said the mayor',
 * 'The mayor said: "..."'. For sentences the parser got wrong. */
export function bareQuotations(reading: Reading, drafts: readonly Draft[]): readonly Draft[] {
  return reading.doc.sentences.flatMap((sentence) =>
    quotedPieces(reading, sentence).flatMap(({ range }) => {
      const content = trimContent(reading, range);
      const taken = drafts.some((draft) => rangesMeet(draft.content, range) || (draft.cue && isIn(range, draft.cue.index)));
      if (taken || !content || !(content.to - content.from >= 5 || saysSomething(reading, content))) return [];
      return readBeside(reading, content, range, sentence, drafts);
    }),
  );
}

function isIn(range: TokenRange, index: number): boolean {
  return range.from <= index && index < range.to;
}

function readBeside(reading: Reading, content: TokenRange, quoted: TokenRange, sentence: TokenRange, drafts: readonly Draft[]) {
  const behind = stretch(reading, quoted.to, Math.min(sentence.to, quoted.to + REACH));
  const found =
    cueIn(reading, behind) ?? cueIn(reading, stretch(reading, Math.max(sentence.from, quoted.from - REACH), quoted.from), true);
  if (!found || drafts.some((draft) => draft.cue === found.verb)) return [];
  const { verb, cue, speaker } = found;
  const split = splitCondition(reading, content, null);
  return [
    {
      cue: verb,
      cueRange: { from: verb.index, to: verb.index + 1 },
      speakerToken: speaker.token,
      speaker: speaker.id,
      speakerSpan: speaker.carried ? null : speaker.span,
      stance: refineStance(reading, cue.stance, split.content, null, speaker.id),
      addressee: null,
      content: split.content,
      condition: split.condition,
      rule: `${cue.lemma}/bare-quotation`,
    },
  ];
}

/** The words of the report beside a quotation, without marks, up to the next quotation. */
function stretch(reading: Reading, from: number, to: number): readonly Token[] {
  const words = reading.tree.tokens.slice(from, to);
  const first = words[0];
  const inner = first && isQuoteMark(first) ? words.slice(1) : words;
  const next = inner.findIndex(isQuoteMark);
  return next < 0 || next === inner.length - 1 ? inner.filter((token) => !isQuoteMark(token)) : inner.slice(0, next);
}

/** A speech verb with a speaker beside it; before the quotation only one with a colon or comma behind it. */
function cueIn(reading: Reading, words: readonly Token[], before = false): { verb: Token; cue: Cue; speaker: Speaker } | null {
  for (const verb of words) {
    if (!['VBD', 'VBZ', 'VBP', 'VBN'].includes(verb.xpos) || isUnreal(reading.tree, verb)) continue;
    const cue = verbLemmas(reading.tree, verb)
      .flatMap((lemma) => reading.lexicon.verbs.get(lemma) ?? [])
      .find(({ contents }) => contents.includes('quote'));
    if (!cue) continue;
    if (before && ![':', ','].includes(words.at(-1)?.form ?? '')) return null;
    const ahead = words.filter((word) => word.index < verb.index);
    const speaker =
      speakerIn(reading, ahead) ??
      (before
        ? null
        : speakerIn(
            reading,
            words.filter((word) => word.index > verb.index),
          ));
    if (speaker) return { verb, cue, speaker };
  }
  return null;
}

/** The first mention of a stretch, else its first noun phrase that can speak (whose head is the last noun of a run of nouns). */
function speakerIn(reading: Reading, words: readonly Token[]): Speaker | null {
  const nominal = words.filter(({ upos }) => ['NOUN', 'PROPN', 'PRON'].includes(upos));
  const mentioned = nominal.find((token) => reading.mentions.has(token.index));
  const heads = nominal.filter((token) => !nominal.some((other) => other.index === token.index + 1));
  for (const token of mentioned ? [mentioned] : heads) {
    const speaker = readSpeaker(reading, token, true);
    if (speaker) return speaker;
  }
  return null;
}
