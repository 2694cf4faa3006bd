import { baseRelation, type Token } from '../../document/index.ts';
import { isNegated, prepositional, surfaceSubject } from '../claims/grammar.ts';
import { actorEnd, type End, placeEnd, type TieDraft, type TieReading } from './ends.ts';
import type { TiePattern } from './lexicon.ts';

/** "militias loyal to X", "X is hostile to Y". */
export function adjectiveTies(reading: TieReading): readonly TieDraft[] {
  const { tree } = reading;
  return reading.doc.tokens.flatMap((adjective) => {
    const pattern = reading.lexicon.patterns.get('adjective')?.get(adjective.lemma.toLowerCase())?.[0];
    if (!pattern || !['ADJ', 'VERB'].includes(adjective.upos) || isNegated(tree, adjective)) return [];
    const from = actorEnd(reading, modified(reading, adjective));
    const phrase = prepositional(tree, adjective, pattern.to);
    const to = pattern.kind === 'based-in' ? placeEnd(reading, phrase) : actorEnd(reading, phrase);
    if (!from || !to || from.id === to.id) return [];
    return [{ from: from.id, to: to.id, pattern, tokens: [adjective.index, from.token.index, to.token.index] }];
  });
}

/** The noun an adjective is said of. */
function modified(reading: TieReading, adjective: Token): Token | null {
  const relation = baseRelation(adjective.deprel);
  if (relation === 'amod' || adjective.deprel === 'acl') return reading.tree.head(adjective);
  return reading.tree.childBy(adjective, 'cop') ? surfaceSubject(reading.tree, adjective) : null;
}

/** "the Kabul-based institute", "Iran-backed rebels", "pro-Russian fighters", as one word or as three. */
export function compoundTies(reading: TieReading): readonly TieDraft[] {
  return reading.doc.tokens.flatMap((token) => suffixTie(reading, token) ?? prefixTie(reading, token) ?? []);
}

function suffixTie(reading: TieReading, token: Token): readonly TieDraft[] | null {
  const whole = /^(.+)[-‑–](\p{Ll}+)$/u.exec(token.form);
  const word = whole ? whole[2] : token.form.toLowerCase();
  const pattern = reading.lexicon.patterns.get('suffix')?.get(word ?? '')?.[0];
  const before = reading.tree.tokens[token.index - 1];
  if (!pattern || (!whole && !(before && ['-', '‑', '–'].includes(before.form) && before.end === token.start))) return null;
  const name = whole ? token : reading.tree.tokens[token.index - 2];
  const first = name ? nameEnd(reading, name, whole ? token.start + (whole[1]?.length ?? 0) : name.end, pattern) : null;
  return tieOf(reading, token, pattern, first);
}

function prefixTie(reading: TieReading, token: Token): readonly TieDraft[] | null {
  const whole = /^(\p{L}{3,4})[-‑–](\p{Lu}.*)$/u.exec(token.form);
  const previous = reading.tree.tokens[token.index - 1];
  const first = reading.tree.tokens[token.index - 2];
  const split =
    previous &&
    first &&
    ['-', '‑', '–'].includes(previous.form) &&
    first.end === previous.start &&
    previous.end === token.start;
  const word = whole ? whole[1]?.toLowerCase() : split ? first.form.toLowerCase() : '';
  const pattern = reading.lexicon.patterns.get('prefix')?.get(word ?? '')?.[0];
  return pattern ? tieOf(reading, token, pattern, nameEnd(reading, token, token.end, pattern)) : null;
}

function nameEnd(reading: TieReading, token: Token, end: number, pattern: TiePattern): End | null {
  if (pattern.kind === 'based-in') return placeEnd(reading, token);
  const inside = reading.doc.mentions.find(
    ({ span, range }) =>
      range.from <= token.index &&
      token.index < range.to &&
      span.end <= Math.max(end, token.end) &&
      span.start >= token.start - 40 &&
      range.to <= token.index + 1,
  );
  const id = inside?.entities[0];
  return id === undefined ? null : { id, token };
}

/** The other end is the noun the compound modifies. */
function tieOf(reading: TieReading, token: Token, pattern: TiePattern, named: End | null): readonly TieDraft[] | null {
  const noun = nounAbove(reading, token);
  const self = actorEnd(reading, noun) ?? actorEnd(reading, noun && reading.tree.childBy(noun, 'appos', 'flat'));
  if (!named || !self || named.id === self.id) return null;
  const [from, to] = pattern.from[0] === 'self' ? [self, named] : [named, self];
  return [{ from: from.id, to: to.id, pattern, tokens: [token.index, named.token.index, self.token.index] }];
}

function nounAbove(reading: TieReading, token: Token): Token | null {
  for (const step of reading.tree.pathToRoot(token).slice(1, 5))
    if ((step.upos === 'NOUN' || step.upos === 'PROPN') && step.index > token.index) return step;
  return null;
}
