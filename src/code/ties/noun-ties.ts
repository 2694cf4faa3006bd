import { baseRelation, type Token } from '../../document/index.ts';
import { isNegated } from '../claims/grammar.ts';
import { actorEnd, countryId, describedBy, type End, type TieDraft, type TieReading } from './ends.ts';
import type { TiePattern } from './lexicon.ts';

/** "X, a spokesman for Y", "X is an offshoot of Y", "Y leader X", "its president, X", "the Y faction X". */
export function nounTies(reading: TieReading): readonly TieDraft[] {
  return reading.doc.tokens.flatMap((noun) => {
    if (noun.upos !== 'NOUN' && noun.upos !== 'PROPN') return [];
    const pattern = patternOf(reading, noun);
    return pattern ? readNoun(reading, noun, pattern) : [];
  });
}

function patternOf(reading: TieReading, noun: Token): TiePattern | null {
  for (const shape of ['noun', 'noun-back'] as const)
    for (const word of wordsOf(reading, noun)) {
      const pattern = reading.lexicon.patterns.get(shape)?.get(word)?.[0];
      if (pattern) return pattern;
    }
  return null;
}

/** The noun with its modifier, then alone: `splinter_group`, `prime_minister`. */
export function wordsOf(reading: TieReading, noun: Token): readonly string[] {
  const lemma = noun.lemma.toLowerCase();
  const modifiers = reading.tree.childrenBy(noun, 'compound', 'amod').map((child) => `${child.lemma.toLowerCase()}_${lemma}`);
  return [...modifiers, lemma];
}

function readNoun(reading: TieReading, noun: Token, pattern: TiePattern): readonly TieDraft[] {
  if (isPast(reading, noun) || isNegated(reading.tree, noun)) return [];
  const owner = ownerOf(reading, noun, pattern.to) ?? ownState(reading, noun, pattern);
  const holder = owner && describedBy(reading, noun);
  if (!owner || !holder || owner.id === holder.id || owner.token === holder.token) return [];
  const inside = ['part-of', 'split-from'].includes(pattern.kind) && owner.token.upos === 'PROPN';
  if (!inside && holder.token === noun && (reading.entities.get(holder.id)?.kind !== 'person' || owner.token.upos === 'PRON'))
    return [];
  const [from, to] = pattern.shape === 'noun-back' ? [owner, holder] : [holder, stateOf(reading, noun, holder) ?? owner];
  const held = pattern.kind === 'leads' && isDeputy(reading, noun) ? { ...pattern, kind: 'member' as const } : pattern;
  return [{ from: from.id, to: to.id, pattern: held, tokens: [noun.index, owner.token.index, holder.token.index] }];
}

/** "Foreign Ministry spokesman X": whose ministry shows in the country of X. */
function ownState(reading: TieReading, noun: Token, pattern: TiePattern): End | null {
  const holder =
    pattern.kind === 'speaks-for' && reading.tree.childBy(noun, 'compound', 'amod') ? describedBy(reading, noun) : null;
  const person = holder && reading.entities.get(holder.id);
  const id = person?.kind === 'person' ? countryId(reading, person.country) : null;
  const modifier = reading.tree.childBy(noun, 'compound', 'amod');
  return id === null || !modifier ? null : { id, token: modifier };
}

/** Presidents and kings known to the program lead their own state, whatever "its" was taken for. */
function stateOf(reading: TieReading, noun: Token, holder: End): End | null {
  const isTitle = wordsOf(reading, noun).some(
    (word) => reading.lexicon.patterns.get('title')?.get(word)?.[0]?.kind === 'leads',
  );
  const person = reading.entities.get(holder.id);
  const id = isTitle && person?.kind === 'person' ? countryId(reading, person.country) : null;
  return id === null ? null : { id, token: holder.token };
}

/** A deputy leader belongs to what another leads. */
function isDeputy(reading: TieReading, noun: Token): boolean {
  return reading.tree
    .childrenBy(noun, 'amod', 'compound')
    .some((child) => ['deputy', 'vice', 'assistant'].includes(child.lemma.toLowerCase()));
}

function isPast(reading: TieReading, noun: Token): boolean {
  return reading.tree.childrenBy(noun, 'amod', 'compound').some((child) => reading.lexicon.past.has(child.lemma.toLowerCase()));
}

/** Whose spokesman, faction or leader: possessor, prepositional phrase, or modifier, as the pattern allows. */
function ownerOf(reading: TieReading, noun: Token, places: readonly string[]): End | null {
  const { tree } = reading;
  for (const place of places) {
    if (place === 'poss') {
      const end = actorEnd(reading, tree.childBy(noun, 'nmod:poss'));
      if (end) return end;
    } else if (place === 'mod') {
      const end = modifierOf(reading, noun);
      if (end) return end;
    } else {
      const phrases = tree.childrenBy(noun, 'nmod', 'obl').filter((child) => tree.preposition(child) === place);
      for (const phrase of phrases) {
        const end = actorEnd(reading, phrase) ?? nested(reading, phrase);
        if (end) return end;
      }
    }
  }
  return null;
}

/** "director for Asian studies at the X Institute": the phrase may hang lower down. */
function nested(reading: TieReading, phrase: Token): End | null {
  const { tree } = reading;
  const lower = tree.childrenBy(phrase, 'nmod').find((child) => ['at', 'of', 'in'].includes(tree.preposition(child)));
  return lower ? actorEnd(reading, lower) : null;
}

/** A name inside another's description ("the Nukhba Front wing") is no mention of its own; it is known by its name. */
function entityNamed(reading: TieReading, token: Token): string | undefined {
  if (!token.xpos.startsWith('NNP')) return undefined;
  return reading.doc.entities.find(({ name, aliases }) => name === token.form || aliases.includes(token.form))?.id;
}

function modifierOf(reading: TieReading, noun: Token): End | null {
  for (const child of reading.tree.childrenBy(noun, 'amod', 'compound', 'nmod')) {
    if (child.index > noun.index || child.deprel === 'nmod:poss') continue;
    const id = reading.mentions.get(child.index)?.entities[0] ?? entityNamed(reading, child);
    const kind = id === undefined ? undefined : reading.entities.get(id)?.kind;
    if (id !== undefined && kind !== 'person' && baseRelation(child.deprel) !== 'appos') return { id, token: child };
  }
  return null;
}
