import type { CaseRecord } from '../api/index.ts';
import { compareText, foldName } from '../base/index.ts';
import type { ActorKind } from '../codebook/index.ts';
import { editDistance, nameWords, spellingKey } from './spelling-key.ts';

/** An actor as one report names it. */
export interface NamedActor {
  readonly document: string;
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly country: string | null;
  /** Other names the report gives it. */
  readonly aliases: readonly string[];
}

/** Why two ids are held to be one actor. */
export interface VariantReason {
  readonly rule: 'declared' | 'spelling' | 'short-name' | 'middle-name';
  /** The id it was joined to. */
  readonly with: string;
  /** In words for the analyst. */
  readonly says: string;
}

/** Ids that name one actor. */
export interface ActorCluster {
  /** The one with the fullest name. */
  readonly id: string;
  readonly name: string;
  /** The others, by id, each with why. */
  readonly variants: readonly { readonly id: string; readonly reasons: readonly VariantReason[] }[];
}

/** The actors of a record that have a name of their own: states, their organs and "three gunmen" have none. */
export function namedActorsOf({ document, actors }: CaseRecord): readonly NamedActor[] {
  return actors
    .filter(({ id, country, name }) => !id.includes(':') && id !== country && isProperName(name))
    .map(({ id, name, kind, country, aliases }) => ({
      ...{ document: document.id, id, name, kind, country },
      aliases: aliases.filter(isProperName),
    }));
}

/** Whether the words of a name begin with capitals, but for small words between them. */
export function isProperName(name: string): boolean {
  const words = name.split(/\s+/).filter((word) => word.length > 3 || /^\p{Lu}/u.test(word));
  return words.length > 0 && words.every((word) => /^\p{Lu}/u.test(word));
}

/** What all reports know of one id. */
interface Profile {
  readonly id: string;
  readonly names: ReadonlySet<string>;
  readonly aliases: ReadonlySet<string>;
  readonly name: string;
  readonly words: readonly string[];
  readonly isPerson: boolean;
  readonly countries: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
}

/** Joins ids under which reports know one actor: short and full names, spellings, names that a report declares to be one. A pure function
 * of the set of actors. What could be two stays apart: a short name that fits several, parties of different countries or kinds, full
 * names that differ in more than spelling, and two spellings that one report has side by side. */
export function findVariants(actors: readonly NamedActor[]): readonly ActorCluster[] {
  const profiles = profilesOf(actors);
  const clusters = new Map(profiles.map((profile) => [profile.id, [profile]]));
  const reasons = new Map<string, VariantReason[]>();
  for (const { a, b, rule, says } of pairsOf(profiles)) {
    const [one, other] = [clusters.get(a.id) ?? [], clusters.get(b.id) ?? []];
    if (one !== other && one.some((left) => other.some((right) => !canBeOne(left, right)))) continue;
    for (const [id, partner] of [
      [a.id, b.id],
      [b.id, a.id],
    ] as const)
      reasons.set(id, [...(reasons.get(id) ?? []), { rule, with: partner, says }]);
    if (one === other) continue;
    const joined = [...one, ...other];
    for (const { id } of joined) clusters.set(id, joined);
  }
  return [...new Set(clusters.values())]
    .filter((cluster) => cluster.length > 1)
    .map((cluster) => toCluster(cluster, reasons))
    .sort((x, y) => compareText(x.id, y.id));
}

function toCluster(cluster: readonly Profile[], reasons: ReadonlyMap<string, readonly VariantReason[]>): ActorCluster {
  const [first, ...others] = [...cluster].sort(
    (x, y) => y.words.length - x.words.length || y.documents.size - x.documents.size || compareText(x.id, y.id),
  );
  return {
    id: first?.id ?? '',
    name: first?.name ?? '',
    variants: others.map(({ id }) => ({ id, reasons: reasons.get(id) ?? [] })).sort((x, y) => compareText(x.id, y.id)),
  };
}

function profilesOf(actors: readonly NamedActor[]): readonly Profile[] {
  const byId = new Map<string, NamedActor[]>();
  for (const actor of actors) byId.set(actor.id, [...(byId.get(actor.id) ?? []), actor]);
  return [...byId]
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, told]) => {
      const name = mostFrequent(told.map((actor) => actor.name));
      return {
        id,
        name,
        words: nameWords(name),
        names: new Set(told.map((actor) => foldName(actor.name))),
        aliases: new Set(told.flatMap(({ aliases }) => aliases.map(foldName))),
        isPerson: told.some(({ kind }) => kind === 'person'),
        countries: new Set(told.flatMap(({ country }) => country ?? [])),
        documents: new Set(told.map(({ document }) => document)),
      };
    });
}

interface Pair {
  readonly a: Profile;
  readonly b: Profile;
  readonly rule: VariantReason['rule'];
  readonly says: string;
}

/** Pairs that something speaks for, the strongest rule first, then by ids. */
function pairsOf(profiles: readonly Profile[]): readonly Pair[] {
  return [...declared(profiles), ...spelledAlike(profiles), ...shortNames(profiles)].sort(
    (x, y) => RULES.indexOf(x.rule) - RULES.indexOf(y.rule) || compareText(x.a.id, y.a.id) || compareText(x.b.id, y.b.id),
  );
}

const RULES: readonly VariantReason['rule'][] = ['declared', 'spelling', 'middle-name', 'short-name'];

/** A report gives one of them the other's name as well ("the Front for Change (FC)"): only where it fits nobody else. */
function declared(profiles: readonly Profile[]): readonly Pair[] {
  const named = indexOf(profiles, ({ names }) => names);
  const called = indexOf(profiles, ({ aliases }) => aliases);
  return [...called].flatMap(([alias, [a, ...more]]) => {
    const [b, ...others] = (named.get(alias) ?? []).filter((profile) => profile !== a);
    if (!a || !b || more.length > 0 || others.length > 0 || !isTelling(alias)) return [];
    if (nameWords(alias).length === 1 && a.isPerson) return [];
    return canBeOne(a, b) || !haveBoth(a, b)
      ? [{ a, b, rule: 'declared' as const, says: `a report calls ${a.name} "${b.name}"` }]
      : [];
  });
}

/** Names of one letter or two say nothing. */
function isTelling(name: string): boolean {
  return name.replace(/[^\p{L}\p{N}]/gu, '').length >= 3;
}

/** The same words in another spelling, all of them, or all but middle names. */
function spelledAlike(profiles: readonly Profile[]): readonly Pair[] {
  const full = profiles.filter(({ words }) => words.length > 1);
  const blocks = indexOf(full, ({ words }) => [spellingKey(words.at(-1) ?? '')]);
  return [...blocks.values()].flatMap((block) =>
    block.flatMap((a, at) =>
      block.slice(at + 1).flatMap((b): readonly Pair[] => {
        if (!isSpelling(a, b) || haveBoth(a, b) || !areCompatible(a, b)) return [];
        const rule = a.words.length === b.words.length ? 'spelling' : 'middle-name';
        return [
          {
            a,
            b,
            rule,
            says: `${a.name} and ${b.name} are ${rule === 'spelling' ? 'spellings of one name' : 'one name with and without a part'}`,
          },
        ];
      }),
    ),
  );
}

/** A single word that is the first or last of exactly one full name of the case, or of exactly one that stands in all its reports. */
function shortNames(profiles: readonly Profile[]): readonly Pair[] {
  const persons = profiles.filter(({ isPerson, words }) => isPerson && words.length > 1);
  const ends = indexOf(persons, ({ words }) => [words[0] ?? '', words.at(-1) ?? '']);
  return profiles.flatMap((short): readonly Pair[] => {
    const [word] = short.words;
    if (!short.isPerson || short.words.length !== 1 || word === undefined || !isTelling(word)) return [];
    const fitting = (ends.get(word) ?? []).filter((full) => areCompatible(full, short));
    const beside = fitting.filter(({ documents }) => [...short.documents].every((document) => documents.has(document)));
    const [only, ...more] = fitting.length === 1 ? fitting : beside;
    if (!only || more.length > 0) return [];
    const why = fitting.length === 1 ? 'no other of that name is in the case' : 'it stands beside it in every report';
    return [{ a: only, b: short, rule: 'short-name', says: `${short.name} is short for ${only.name}: ${why}` }];
  });
}

/** Whether two can be one at all: of one kind and country, and full names differ in spelling or middle names only. */
function canBeOne(a: Profile, b: Profile): boolean {
  if (!areCompatible(a, b)) return false;
  if (!a.isPerson || a.words.length < 2 || b.words.length < 2) return true;
  return isSpelling(a, b) && !haveBoth(a, b);
}

function areCompatible(a: Profile, b: Profile): boolean {
  const isOneCountry =
    a.countries.size === 0 || b.countries.size === 0 || [...a.countries].some((each) => b.countries.has(each));
  return a.isPerson === b.isPerson && isOneCountry;
}

/** Some report has both, full, side by side: it takes them for two. */
function haveBoth(a: Profile, b: Profile): boolean {
  return [...a.documents].some((document) => b.documents.has(document));
}

function isSpelling({ words: a }: Profile, { words: b }: Profile): boolean {
  if (a.length === b.length) return a.every((word, at) => isSameWord(word, b[at] ?? ''));
  const [less, more] = a.length < b.length ? [a, b] : [b, a];
  return (
    less.length > 1 &&
    isSameWord(less[0] ?? '', more[0] ?? '') &&
    isSameWord(less.at(-1) ?? '', more.at(-1) ?? '') &&
    less.slice(1, -1).every((word) => more.some((other) => isSameWord(word, other)))
  );
}

function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  // Short words have too few letters to differ in.
  return Math.min(a.length, b.length) > 3 && spellingKey(a) === spellingKey(b) && editDistance(a, b, 3) <= 3;
}

function indexOf(
  profiles: readonly Profile[],
  keysOf: (profile: Profile) => Iterable<string>,
): ReadonlyMap<string, readonly Profile[]> {
  const index = new Map<string, Profile[]>();
  for (const profile of profiles)
    for (const key of new Set(keysOf(profile))) {
      const held = index.get(key);
      if (held) held.push(profile);
      else index.set(key, [profile]);
    }
  return index;
}

function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b))[0]?.[0] ?? '';
}
