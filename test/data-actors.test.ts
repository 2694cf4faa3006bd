import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import countries from 'world-countries';
import { dateParts } from '../src/base/index.ts';
import { INTERNATIONAL_CODES } from '../src/codebook/index.ts';
import { loadActorKnowledge, readTable } from '../src/knowledge/index.ts';

const TABLES = [
  'states',
  'organs',
  'named-organs',
  'roles',
  'groups',
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

test('damaged tables are refused with file and line', () => {
  const damaged = new Map(files).set(
    'actors/groups.tsv',
    'id\tname\tkind\tcountry\tsector\tnames\nx\tX\tarmed-group\tPAK\tXYZ\t',
  );
  expect(() => loadActorKnowledge(damaged)).toThrow('actors/groups.tsv:2: unknown sector "XYZ"');
});
