import { compareText } from '../base/index.ts';
import { ACTOR_KINDS, type ActorKind, isSector, type Sector } from '../codebook/index.ts';
import type {
  ActorRow,
  AnaphorNoun,
  DatedRole,
  MetonymWord,
  NamedOrganRow,
  NameNoun,
  OrganNoun,
  PersonRow,
  RoleNoun,
  StateRow,
} from './actor-rows.ts';
import { type DataFiles, type Row, readTable, splitList } from './data-files.ts';
import { loadOwnActors, type OwnActors } from './own-actors.ts';

/** Everything known about actors, as plain tables. */
export interface ActorKnowledge {
  readonly states: readonly StateRow[];
  readonly actors: readonly ActorRow[];
  readonly persons: readonly PersonRow[];
  readonly namedOrgans: readonly NamedOrganRow[];
  readonly organNouns: readonly OrganNoun[];
  readonly roleNouns: readonly RoleNoun[];
  readonly anaphors: readonly AnaphorNoun[];
  readonly nameNouns: readonly NameNoun[];
  readonly metonymWords: readonly MetonymWord[];
  /** What the user brings; it goes before everything above. */
  readonly own: OwnActors;
}

const ORGAN_READINGS = ['context', 'owner', 'rebel', 'own', 'owned'] as const;
const ROLE_USES = ['both', 'owner', 'unnamed', 'title'] as const;
const ANAPHOR_KINDS = ['group', 'armed', 'state', 'organisation', 'media', 'party', 'person', 'any'] as const;

/** Reads the tables below data/actors.
 * @throws RangeError naming file and line of an unknown code or a missing table */
export function loadActorKnowledge(files: DataFiles): ActorKnowledge {
  const states = loadStates(files);
  return {
    states,
    own: loadOwnActors(files, states).own,
    actors: [
      ...readTable(files, 'actors/groups.tsv').map(toActor),
      ...readTable(files, 'actors/organisations.tsv').map(toActor),
      ...readTable(files, 'actors/peoples.tsv').map(toPeople),
    ],
    persons: toPersons(readTable(files, 'actors/persons.tsv'), readTable(files, 'actors/offices.tsv')),
    namedOrgans: readTable(files, 'actors/named-organs.tsv').map((row) => ({
      name: row.cell('name'),
      country: row.cell('country'),
      sector: sectorOf(row) ?? reject(row, 'sector', ''),
    })),
    organNouns: readTable(files, 'actors/organs.tsv').map((row) => ({
      noun: row.cell('noun'),
      sector: sectorOf(row) ?? reject(row, 'sector', ''),
      kind: kindOf(row),
      bare: oneOf(row, 'bare', ORGAN_READINGS),
      number: row.cell('number') === '' ? 'any' : oneOf(row, 'number', ['plural', 'caps'] as const),
    })),
    roleNouns: readTable(files, 'actors/roles.tsv').map((row) => ({
      noun: row.cell('noun'),
      sector: sectorOf(row),
      use: oneOf(row, 'use', ROLE_USES),
    })),
    anaphors: readTable(files, 'actors/anaphors.tsv').map((row) => ({
      noun: row.cell('noun'),
      refers: oneOf(row, 'refers', ANAPHOR_KINDS),
      number: oneOf(row, 'number', ['one', 'many'] as const),
    })),
    nameNouns: readTable(files, 'actors/name-nouns.tsv').map((row) => ({
      noun: row.cell('noun'),
      kind: kindOf(row),
      sector: sectorOf(row),
    })),
    metonymWords: readTable(files, 'actors/metonyms.tsv').map((row) => ({
      word: row.cell('word'),
      use: oneOf(row, 'use', ['verb', 'noun', 'object', 'place', 'envoy'] as const),
    })),
  };
}

/** Reads the table of states. @throws RangeError naming file and line */
export function loadStates(files: DataFiles): readonly StateRow[] {
  return readTable(files, 'actors/states.tsv').map(toState);
}

function toState(row: Row): StateRow {
  return {
    id: row.cell('id'),
    name: row.cell('name'),
    names: splitList(row.cell('names')),
    adjectives: splitList(row.cell('adjectives')),
    people: splitList(row.cell('people')),
    capitals: splitList(row.cell('capitals')),
    offices: splitList(row.cell('offices')),
  };
}

function toActor(row: Row): ActorRow {
  return {
    id: row.cell('id'),
    name: row.cell('name'),
    kind: kindOf(row),
    country: row.cell('country') || null,
    sector: sectorOf(row),
    names: splitList(row.cell('names')),
    adjectives: [],
  };
}

function toPeople(row: Row): ActorRow {
  return {
    id: row.cell('id'),
    name: row.cell('name'),
    kind: 'people',
    country: row.cell('country') || null,
    sector: 'CVL',
    names: splitList(row.cell('names')),
    adjectives: splitList(row.cell('adjectives')),
  };
}

function toPersons(people: readonly Row[], offices: readonly Row[]): readonly PersonRow[] {
  const persons = new Map<string, PersonRow & { readonly roles: DatedRole[] }>();
  for (const row of people) {
    const id = row.cell('id');
    if (persons.has(id)) reject(row, 'second line of person', id);
    persons.set(id, { id, name: row.cell('name'), names: splitList(row.cell('names')), roles: [] });
  }
  for (const row of offices) {
    const person = persons.get(row.cell('person')) ?? reject(row, 'person', row.cell('person'));
    person.roles.push({
      office: row.cell('office') || null,
      country: row.cell('country') || null,
      sector: sectorOf(row),
      from: row.cell('from') || null,
      to: row.cell('to') || null,
    });
  }
  for (const { roles } of persons.values()) if (roles.length > 1) roles.sort((a, b) => compareText(a.from ?? '', b.from ?? ''));
  return [...persons.values()];
}

function sectorOf(row: Row): Sector | null {
  const text = row.cell('sector');
  if (text === '') return null;
  return isSector(text) ? text : reject(row, 'sector', text);
}

function kindOf(row: Row): ActorKind {
  return oneOf(row, 'kind', ACTOR_KINDS);
}

function oneOf<T extends string>(row: Row, column: string, allowed: readonly T[]): T {
  const text = row.cell(column);
  return allowed.find((word) => word === text) ?? reject(row, column, text);
}

function reject(row: Row, column: string, text: string): never {
  throw new RangeError(`${row.file}:${row.line}: unknown ${column} "${text}"`);
}
