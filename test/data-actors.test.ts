import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import countries from 'world-countries';
import { dateParts } from '../src/base/index.ts';
import { INTERNATIONAL_CODES } from '../src/codebook/index.ts';
import { loadActorKnowledge, loadGroupTies, readTable } from '../src/knowledge/index.ts';
import { nameKey } from '../src/resolve/actors/alias-index.ts';

const TABLES = [
  'states',
  'organs',
  'named-organs',
  'roles',
  'groups',
  'group-ties',
  'organisations',
  'peoples',
  'persons',
  'offices',
  'name-nouns',
  'anaphors',
  'metonyms',
  'cameo-roles',
];
const files = new Map(
  TABLES.map((name) => [`actors/${name}.tsv`, readFileSync(new URL(`../data/actors/${name}.tsv`, import.meta.url), 'utf8')]),
);
const knowledge = loadActorKnowledge(files);
const stateIds = new Set(knowledge.states.map(({ id }) => id));

function repeats(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}

test('every state of ISO 3166-1 is there, Kosovo too, and no other', () => {
  const expected = countries.map(({ cca3 }) => (cca3 === 'UNK' ? 'KOS' : cca3));
  expect([...stateIds].sort()).toEqual([...expected].sort());
});

test('ids and nouns do not repeat', () => {
  expect(repeats([...knowledge.actors, ...knowledge.persons].map(({ id }) => id))).toEqual([]);
  expect(repeats(knowledge.organNouns.map(({ noun, sector }) => `${noun} ${sector}`))).toEqual([]);
  expect(repeats(knowledge.roleNouns.map(({ noun }) => noun))).toEqual([]);
  expect(repeats(knowledge.namedOrgans.map(({ name }) => name))).toEqual([]);
  expect(repeats(knowledge.anaphors.map(({ noun }) => noun))).toEqual([]);
});

test('country codes are known', () => {
  const known = new Set<string>([...stateIds, ...INTERNATIONAL_CODES]);
  const used = [
    ...knowledge.actors.map(({ country }) => country),
    ...knowledge.namedOrgans.map(({ country }) => country),
    ...knowledge.persons.flatMap(({ roles }) => roles.map(({ country }) => country)),
  ];
  expect(used.filter((country) => country !== null && !known.has(country))).toEqual([]);
});

test('days of office exist, in order', () => {
  const wrong = readTable(files, 'actors/offices.tsv').filter((row) => {
    const [from, to] = [row.cell('from'), row.cell('to')];
    if ((from !== '' && !dateParts(from)) || (to !== '' && !dateParts(to))) return true;
    return from !== '' && to !== '' && to < from;
  });
  expect(wrong.map(({ file, line }) => `${file}:${line}`)).toEqual([]);
});

test('nobody begins an office again before leaving it', () => {
  const again = knowledge.persons.filter(({ roles }) =>
    roles.some((role, index) =>
      roles
        .slice(0, index)
        .some(
          ({ office, country, to }) => office === role.office && country === role.country && (role.from ?? '') < (to ?? '9999'),
        ),
    ),
  );
  expect(again.map(({ id }) => id)).toEqual([]);
});

test('offices are titles of the README', () => {
  const readme = readFileSync(new URL('../data/actors/README.md', import.meta.url), 'utf8');
  const titles = new Set(/^Titles: ([^.]+)\./mu.exec(readme)?.[1]?.replace(/\s+/gu, ' ').split(', '));
  expect(titles.has('foreign minister')).toBe(true);
  const unknown = readTable(files, 'actors/offices.tsv').filter(
    (row) => row.cell('office') !== '' && !titles.has(row.cell('office')),
  );
  expect(unknown.map(({ file, line }) => `${file}:${line}`)).toEqual([]);
});

test('one line a fact, in order', () => {
  for (const table of ['persons', 'offices']) {
    const lines = readTable(files, `actors/${table}.tsv`).map((row) => row.cell(table === 'persons' ? 'id' : 'person'));
    expect(lines).toEqual([...lines].sort());
  }
});

test('everybody listed has a role', () => {
  expect(knowledge.persons.filter(({ roles }) => roles.length === 0).map(({ id }) => id)).toEqual([]);
});

test('a name means one listed actor, and one person unless it is a single word', () => {
  const names = knowledge.actors.flatMap(({ name, names: others }) => [...new Set([name, ...others])]);
  expect(repeats(names)).toEqual([]);
  const people = knowledge.persons.flatMap(({ name, names: others }) => [...new Set([name, ...others])]);
  expect(repeats(people.filter((name) => name.includes(' ')))).toEqual([]);
});

test('an adjective, a people noun and a name belong to one state', () => {
  const owned = knowledge.states.flatMap(({ name, names, adjectives, people, capitals, offices }) => [
    ...new Set([name, ...names, ...adjectives, ...people, ...capitals, ...offices]),
  ]);
  expect(repeats(owned)).toEqual([]);
});

/** Names by what the reader compares: letters and digits; acronyms short enough to be told by their capitals keep them. */
function comparable(name: string): string {
  return /^[\p{Lu}\p{N}]{1,5}$/u.test(name) ? name : nameKey(name);
}

function sharedNames(
  ...groups: readonly (readonly { readonly id: string; readonly names: readonly string[] }[])[]
): readonly string[] {
  const owners = new Map<string, Set<string>>();
  for (const [at, rows] of groups.entries())
    for (const { id, names } of rows)
      for (const name of names) {
        const key = comparable(name);
        owners.set(key, (owners.get(key) ?? new Set()).add(`${at} ${id}`));
      }
  return [...owners].filter(([, ids]) => ids.size > 1).map(([name, ids]) => `${name}: ${[...ids].join(', ')}`);
}

const named = (rows: readonly { readonly id: string; readonly name: string; readonly names: readonly string[] }[]) =>
  rows.map(({ id, name, names }) => ({ id, names: [name, ...names] }));

test('spellings that the reader takes for one name belong to one listed actor', () => {
  expect(sharedNames(named(knowledge.actors))).toEqual([]);
});

test('no group, organisation or named organ bears a name of a state, and no organ one of a group', () => {
  const states = named(knowledge.states);
  const organs = knowledge.namedOrgans.map(({ name, country, sector }) => ({ id: `${country}:${sector}`, names: [name] }));
  const actors = named(knowledge.actors.filter(({ kind }) => kind !== 'people'));
  expect(sharedNames(states, actors)).toEqual([]);
  expect(sharedNames(states, organs)).toEqual([]);
  expect(sharedNames(actors, organs)).toEqual([]);
});

test('no person bears a full name of a state or a listed actor', () => {
  const people = named(knowledge.persons).map(({ id, names }) => ({ id, names: names.filter((name) => name.includes(' ')) }));
  expect(
    sharedNames(
      [...named(knowledge.states), ...named(knowledge.actors)].map(({ names }) => ({ id: 'listed', names })),
      people.map(({ names }) => ({ id: 'person', names })),
    ),
  ).toEqual([]);
});

test('ties of groups are dated and sourced, one line each, in order', () => {
  const ties = loadGroupTies(files);
  expect(ties.length).toBeGreaterThan(250);
  const keys = ties.map(({ group, kind, other, from }) => [group, kind, other, from ?? ''].join('\t'));
  expect(repeats(keys)).toEqual([]);
  expect(keys).toEqual([...keys].sort());
});

test('groups and organisations say where they are known from', () => {
  const rows = ['groups', 'organisations'].flatMap((table) => readTable(files, `actors/${table}.tsv`));
  expect(rows.filter((row) => row.cell('source') === '').map((row) => row.cell('id'))).toEqual([]);
  for (const table of ['groups', 'organisations', 'peoples', 'states']) {
    const ids = readTable(files, `actors/${table}.tsv`).map((row) => row.cell('id'));
    expect(ids).toEqual([...ids].sort());
  }
});

test('damaged tables are refused with file and line', () => {
  const damaged = new Map(files).set(
    'actors/groups.tsv',
    'id\tname\tkind\tcountry\tsector\tnames\nx\tX\tarmed-group\tPAK\tXYZ\t',
  );
  expect(() => loadActorKnowledge(damaged)).toThrow('actors/groups.tsv:2: unknown sector "XYZ"');
});
