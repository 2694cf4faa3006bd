import type { Party } from './parties.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';

/** Later mentions of a person by surname alone ("Zakaria"), and earlier ones in a headline: the person of that surname told
 * last before, else the only one told after. */
export function joinSurnames(scene: Scene, readings: readonly Reading[]): readonly Reading[] {
  const full = readings.filter(
    ({ parties, form, range }) =>
      form === 'name' && parties[0]?.kind === 'person' && isInFull(parties[0], scene.forms.slice(range.from, range.to)),
  );
  if (full.length === 0) return readings;
  const bySurname = new Map<string, Reading[]>();
  for (const reading of full) {
    const surname = wordsOf(reading.parties[0]).at(-1)?.toLowerCase() ?? '';
    bySurname.set(surname, [...(bySurname.get(surname) ?? []), reading]);
  }
  const known = new Map(readings.map((reading) => [reading.head, reading]));
  const joined = new Map(known);
  for (const token of scene.doc.tokens) {
    const named = bySurname.get(token.form.toLowerCase());
    if (!named || !/^\p{Lu}/u.test(token.form)) continue;
    const own = known.get(token.index);
    if (own && own.parties.length > 0 && !isShortPerson(own)) continue;
    if (own ? wordsOf(own.parties[0]).length > 1 && own.basis !== 'name/person' : !standsAlone(scene, token.index)) continue;
    const person = latestBefore(named, token.index);
    if (!person || person.head === token.index) continue;
    if (own && own.parties[0]?.id === person.parties[0]?.id) continue;
    if (own && own.range.to - own.range.from > 1 && !own.basis.startsWith('titled')) continue;
    const range = own?.range ?? { from: token.index, to: token.index + 1 };
    joined.set(token.index, { ...person, head: token.index, range, basis: 'name/surname' });
  }
  return [...joined.values()].sort((a, b) => a.head - b.head);
}

function wordsOf(party: Party | undefined): readonly string[] {
  return (party?.name ?? '').split(/[\s]+/).filter((word) => word !== '');
}

/** Whether more than the surname stands there. */
function isInFull(person: Party, forms: readonly string[]): boolean {
  const words = wordsOf(person);
  return words.length > 1 && (person.names.length === 0 || forms.filter((form) => words.includes(form)).length > 1);
}

function isShortPerson(reading: Reading): boolean {
  return reading.parties[0]?.kind === 'person';
}

function standsAlone(scene: Scene, at: number): boolean {
  const token = scene.doc.tokens[at];
  if (!token || (token.upos !== 'PROPN' && token.upos !== 'NOUN')) return false;
  return !/^(flat|compound|amod|nmod:desc)/.test(token.deprel);
}

function latestBefore(named: readonly Reading[], at: number): Reading | null {
  const before = named.filter(({ head }) => head <= at).at(-1);
  if (before) return before;
  const ids = new Set(named.map(({ parties }) => parties[0]?.id));
  return ids.size === 1 ? (named[0] ?? null) : null;
}
