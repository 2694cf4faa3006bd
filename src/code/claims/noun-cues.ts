import type { TokenRange } from '../../base/index.ts';
import { baseRelation, type Token } from '../../document/index.ts';
import type { EntityId } from '../../resolve/index.ts';
import { splitCondition } from './condition.ts';
import { coverQuotations, cutForeign, trimContent } from './content.ts';
import { bodyRange, isFiniteClause, isGerund, isInfinitive, isNegated, isUnreal, isVerbal, markOf } from './grammar.ts';
import type { Cue } from './lexicon.ts';
import { saidBehind, withFollowing } from './other-content.ts';
import { type Draft, mentionOf, type Reading } from './reading.ts';
import { isLight, issuerOf, readSpeaker } from './speaker.ts';
import { refineStance, rootOf } from './stance.ts';

/** Nouns of speech with their content: "Kabul's claim that S", "issued a warning against X", "the army denied ... threat to Y". */
export function nounCues(reading: Reading): readonly Draft[] {
  return reading.doc.tokens.flatMap((token) => (token.upos === 'NOUN' ? readNoun(reading, token) : []));
}

function readNoun(reading: Reading, noun: Token): readonly Draft[] {
  const cues = reading.lexicon.nouns.get(noun.lemma.toLowerCase()) ?? reading.lexicon.nouns.get(noun.form.toLowerCase()) ?? [];
  for (const cue of cues) {
    if (cue.conditions.some(({ slot }) => slot === 'light') && !isCarried(reading, noun)) continue;
    for (const construction of cue.contents) {
      const head = contentUnder(reading, noun, construction);
      if (head) return draftOf(reading, noun, cue, head, construction);
      const behind = construction === 'clause' ? saidBehind(reading, noun) : null;
      const first = behind && rootOf(reading, behind);
      if (first) return draftOf(reading, noun, cue, first, construction);
    }
  }
  return [];
}

function isCarried(reading: Reading, noun: Token): boolean {
  const verb = reading.tree.head(noun);
  return verb !== null && baseRelation(noun.deprel) === 'obj' && isLight(reading, verb);
}

function contentUnder(reading: Reading, noun: Token, construction: string): Token | null {
  const { tree } = reading;
  const verb = isCarried(reading, noun) ? tree.head(noun) : null;
  const below = [...tree.children(noun), ...(verb ? tree.children(verb) : [])].filter(
    (child) => child.index > noun.index && (child.deprel !== 'acl:relcl' || isFullClause(tree, child)),
  );
  const isThat = (child: Token) => markOf(tree, child) === 'that' && tree.childBy(child, 'nsubj') !== null;
  const clauses = below.filter(
    (child) => ['acl', 'ccomp', 'advcl', 'xcomp'].includes(baseRelation(child.deprel)) || isThat(child),
  );
  switch (construction) {
    case 'clause':
      return (
        clauses.find((child) => (markOf(tree, child) === 'that' || isFullClause(tree, child)) && isClause(reading, child)) ??
        null
      );
    case 'to': {
      const infinitive = clauses.find((child) => child.head === noun.index && isInfinitive(tree, child));
      return (
        infinitive ??
        below.find((child) => child.head === noun.index && tree.preposition(child) === 'to' && takesToNoun(noun)) ??
        null
      );
    }
    case 'ing':
      return (
        clauses.find((child) => child.head === noun.index && isGerund(tree, child) && markOf(tree, child) === 'of') ?? null
      );
    default:
      return (
        below.find(
          (child) =>
            opener(reading, child) === construction && ['nmod', 'obl', 'acl', 'advcl'].includes(baseRelation(child.deprel)),
        ) ?? null
      );
  }
}

/** "the pretext that Turkey had armed the rebels" read as a relative clause: it lacks nothing. */
function isFullClause(tree: Reading['tree'], clause: Token): boolean {
  const that = tree.children(clause).find((child) => child.form.toLowerCase() === 'that' && child.xpos === 'WDT');
  const objects = tree.childrenBy(clause, 'obj').filter((object) => object !== that);
  return that?.deprel === 'obj' && objects.length > 0 && tree.childBy(clause, 'nsubj') !== null;
}

function takesToNoun(noun: Token): boolean {
  return ['objection', 'opposition'].includes(noun.lemma.toLowerCase());
}

function opener(reading: Reading, child: Token): string {
  return reading.tree.preposition(child) || markOf(reading.tree, child);
}

function isClause(reading: Reading, child: Token): boolean {
  return isVerbal(child) || isFiniteClause(reading.tree, child);
}

function draftOf(reading: Reading, noun: Token, cue: Cue, head: Token, construction: string): readonly Draft[] {
  const rule = `${cue.lemma}/noun-${construction}`;
  const refuse = (reason: string) => {
    reading.trace({ stage: 'claims', rule, outcome: 'refused', span: { start: noun.start, end: noun.end }, reason });
    return [];
  };
  const carrier = reading.tree.head(noun);
  if (carrier && isCarried(reading, noun) && (isNegated(reading.tree, carrier) || isUnreal(reading.tree, carrier)))
    return refuse('not made');
  const issuer = issuerOf(reading, noun);
  const speaker = issuer && readSpeaker(reading, issuer, false);
  if (!speaker || isWithin(issuer, head, reading)) return refuse('nobody to attribute it to');
  const openers =
    construction === 'clause'
      ? ['that']
      : construction === 'to' && isInfinitive(reading.tree, head)
        ? []
        : [construction, 'of'];
  const whole = coverQuotations(
    reading,
    cutForeign(reading, withFollowing(reading, carrier ?? noun, bodyRange(reading.tree, head, openers)), head),
    noun,
  );
  const trimmed = trimContent(reading, whole);
  if (!trimmed) return refuse('nothing said');
  const { content, condition } = splitCondition(reading, trimmed, noun);
  return [
    {
      cue: noun,
      cueRange: cueRange(reading, noun),
      speakerToken: speaker.token,
      speaker: speaker.id,
      speakerSpan: speaker.carried ? null : speaker.span,
      stance: refineStance(reading, cue.stance, content, head, speaker.id),
      addressee: addresseeOf(reading, noun, cue),
      content,
      condition,
      rule,
    },
  ];
}

function isWithin(issuer: Token | null, head: Token, reading: Reading): boolean {
  return issuer !== null && reading.tree.isWithin(issuer, head);
}

function cueRange(reading: Reading, noun: Token): TokenRange {
  const verb = reading.tree.head(noun);
  return verb && isCarried(reading, noun) && verb.index === noun.index - 1
    ? { from: verb.index, to: noun.index + 1 }
    : { from: noun.index, to: noun.index + 1 };
}

function addresseeOf(reading: Reading, noun: Token, cue: Cue): EntityId | null {
  const phrase = reading.tree
    .childrenBy(noun, 'nmod', 'obl')
    .find((child) => cue.addressee.includes(reading.tree.preposition(child)));
  return phrase ? (mentionOf(reading, phrase)?.entities[0] ?? null) : null;
}
