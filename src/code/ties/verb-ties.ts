import type { Token } from '../../document/index.ts';
import {
  agentOf,
  isIntended,
  isNegated,
  isPassive,
  isUnreal,
  isVerbal,
  objectOf,
  passiveAgent,
  prepositional,
  surfaceSubject,
  verbLemmas,
} from '../claims/grammar.ts';
import { actorEnd, type End, placeEnd, type TieDraft, type TieReading } from './ends.ts';
import type { TieCondition, TiePattern } from './lexicon.ts';

/** "X pledged allegiance to Y", "X is backed by Y", "a group tied to Y", "X provides sanctuary for Y". */
export function verbTies(reading: TieReading): readonly TieDraft[] {
  const patterns = reading.lexicon.patterns.get('verb');
  return reading.doc.tokens.flatMap((verb) => {
    if (!isVerbal(verb) || isNegated(reading.tree, verb) || isIntended(reading.tree, verb) || isUnreal(reading.tree, verb))
      return [];
    const found = verbLemmas(reading.tree, verb).flatMap((lemma) => patterns?.get(lemma) ?? []);
    for (const pattern of found) {
      const draft = readVerb(reading, verb, pattern);
      if (draft) return [draft];
    }
    return [];
  });
}

function readVerb(reading: TieReading, verb: Token, pattern: TiePattern): TieDraft | null {
  if (!pattern.conditions.every((condition) => holds(reading, verb, condition))) return null;
  const from = endAt(reading, verb, pattern, pattern.from);
  const to = endAt(reading, verb, pattern, pattern.to);
  if (!from || !to || from.id === to.id || from.token === to.token) return null;
  return { from: from.id, to: to.id, pattern, tokens: [verb.index, to.token.index, ...near(from.token, verb)] };
}

/** The subject belongs to the evidence where it stands in the same clause. */
function near(token: Token, verb: Token): readonly number[] {
  return token.sentence === verb.sentence && Math.abs(token.index - verb.index) <= 12 ? [token.index] : [];
}

function holds(reading: TieReading, verb: Token, { slot, words, actor }: TieCondition): boolean {
  const filler = fillerOf(reading, verb, slot) ?? wordUnder(reading, verb, words);
  if (!filler) return false;
  if (actor !== '') return isActor(reading, filler, actor);
  return (
    words.size === 0 || [filler.lemma, filler.form, compoundOf(reading, filler)].some((text) => words.has(text.toLowerCase()))
  );
}

/** The word asked for, under the verb in whatever relation the parser gave it. */
function wordUnder(reading: TieReading, verb: Token, words: ReadonlySet<string>): Token | null {
  return reading.tree.children(verb).find((child) => child.index > verb.index && words.has(child.form.toLowerCase())) ?? null;
}

function compoundOf(reading: TieReading, noun: Token): string {
  const before = reading.tree.childBy(noun, 'compound', 'amod');
  return before ? `${before.lemma}_${noun.lemma}` : noun.lemma;
}

const KINDS_LED = new Set(['armed-group', 'organisation', 'state', 'government', 'military', 'police', 'media', 'unknown']);

/** Whether a phrase names an actor fit for the slot: a group that can be led or joined, a guest that can be sheltered. */
function isActor(reading: TieReading, token: Token, mark: string): boolean {
  const end = actorEnd(reading, token);
  const kind = end ? reading.entities.get(end.id)?.kind : undefined;
  if (!kind) return false;
  if (mark === 'led') return KINDS_LED.has(kind);
  if (mark === 'organisation') return kind === 'armed-group' || kind === 'organisation';
  if (mark === 'guest') return kind === 'armed-group' || kind === 'organisation' || kind === 'person' || kind === 'people';
  return true;
}

function fillerOf(reading: TieReading, verb: Token, slot: string): Token | null {
  if (slot === 'obj') return objectOf(reading.tree, verb);
  if (slot === 'subj') return agentOf(reading.tree, verb) ?? misspeltAgent(reading, verb);
  if (slot === 'iobj') return reading.tree.childBy(verb, 'iobj');
  if (slot === 'by') return passiveAgent(reading.tree, verb);
  const own = prepositional(reading.tree, verb, [slot]);
  if (own) return own;
  const object = objectOf(reading.tree, verb);
  return object && object.index > verb.index ? prepositional(reading.tree, object, [slot]) : null;
}

/** "a party lead by X": the participle written like the verb. */
function misspeltAgent(reading: TieReading, verb: Token): Token | null {
  return verb.deprel === 'acl' ? passiveAgent(reading.tree, verb) : null;
}

function endAt(reading: TieReading, verb: Token, pattern: TiePattern, places: readonly string[]): End | null {
  for (const place of places) {
    const token =
      place === 'subj' && !isPassive(reading.tree, verb) ? subjectOf(reading, verb) : fillerOf(reading, verb, place);
    const end = pattern.kind === 'based-in' && places === pattern.to ? placeEnd(reading, token) : actorEnd(reading, token);
    if (end) return end;
  }
  return null;
}

function subjectOf(reading: TieReading, verb: Token): Token | null {
  return misspeltAgent(reading, verb) ?? surfaceSubject(reading.tree, verb);
}
