import { describe, expect, test } from 'vitest';
import { loadOwnActors } from './own-actors.ts';

const ROLES = [
  'code\tuse\tvalue',
  'GOV\tsector\tGOV',
  'INS\tsector\tREB',
  'MED\tsector\tJRN',
  'MIL\tsector\tMIL',
  'NGO\tcountry\tNGO',
  'PAL\tcountry\tPSE',
].join('\n');
const STATES = ['VEL', 'PSE'].map((id) => ({ id, name: id, names: [], adjectives: [], people: [], capitals: [], offices: [] }));

function load(...texts: readonly string[]) {
  const files = new Map([
    ['actors/cameo-roles.tsv', ROLES],
    ...texts.map((text, at) => [`own-actors/00${at} file${at}`, text] as const),
  ]);
  return loadOwnActors(files, STATES);
}

const HEAD = 'id\tname\tkind\tcountry\tsector\tnames';

describe('a dictionary of PETRARCH', () => {
  test('groups, their country and sector', () => {
    expect(load('RED_FRONT_\n+FRONT_OF_RED_\n[VELINS]').own.actors).toMatchObject([
      { id: 'red-front', name: 'Red Front', kind: 'armed-group', country: 'VEL', sector: 'REB', names: ['Front Of Red'] },
    ]);
  });
  test('codes that ISO has not', () => {
    expect(load('SOME_BRIGADE_ [PALINS]').own.actors[0]?.country).toBe('PSE');
  });
  test('the military side of a government is military', () => {
    expect(load('WAR_OFFICE_ [VELGOVMIL]').own.actors[0]?.sector).toBe('MIL');
  });
  test('dated roles', () => {
    expect(load('ADA_NORDEN_\n[VELGOV 990101-040101]\n[VELMED >040102]').own.persons[0]?.roles).toEqual([
      { office: null, country: 'VEL', sector: 'GOV', from: '1999-01-01', to: '2004-01-01' },
      { office: null, country: 'VEL', sector: 'JRN', from: '2004-01-02', to: null },
    ]);
  });
  test('towns of a country are no actors, but its seats', () => {
    expect(load('NORTHTON_ [VEL]').own).toMatchObject({ actors: [], seats: [{ name: 'Northton', state: 'VEL' }] });
  });
  test('agents', () => {
    expect(load('BRIGADIER [~MIL]').own.nouns).toMatchObject([{ noun: 'brigadier', sector: 'MIL', bare: 'owned' }]);
  });
  test('names to be passed over are', () => {
    expect(load('THE_TIMES_ [---]')).toMatchObject({ own: { actors: [], persons: [] }, problems: [] });
  });
  test('codes nobody knows are told', () => {
    expect(load('X_ [QQQ]').problems).toMatchObject([{ code: 'actors/unknown-code', subject: 'file0:1' }]);
  });
});

describe('a table', () => {
  test('actors and dated roles', () => {
    const { own, problems } = load(
      `${HEAD}\tfrom\tto\nred-front\tRed Front\tarmed-group\tVEL\tREB\tReds\t\t\nada-norden\tAda Norden\tperson\tVEL\tGOV\t\t1999-01-01\t`,
    );
    expect(problems).toEqual([]);
    expect(own.actors).toMatchObject([{ id: 'red-front', names: ['Reds'] }]);
    expect(own.persons).toMatchObject([{ id: 'ada-norden', roles: [{ from: '1999-01-01', to: null }] }]);
  });
  test.each([
    ['id', 'Red Front\tRed Front\tarmed-group\tVEL\tREB'],
    ['name', 'red-front\t\tarmed-group\tVEL\tREB'],
    ['kind', 'red-front\tRed Front\tarmy\tVEL\tREB'],
    ['sector', 'red-front\tRed Front\tarmed-group\tVEL\tXYZ'],
    ['country', 'red-front\tRed Front\tarmed-group\tXXX\tREB'],
  ])('tells a wrong %s with its line and reads the rest', (column, line) => {
    const { own, problems } = load(`${HEAD}\n${line}\nblue-front\tBlue Front\tarmed-group\tVEL\tREB`);
    expect(problems).toMatchObject([{ subject: 'file0:2', detail: expect.stringContaining(column) }]);
    expect(own.actors).toHaveLength(1);
  });
  test('with too many cells is told as a whole', () => {
    expect(load(`id\tname\n1\t2\t3`).problems).toMatchObject([{ code: 'actors/unreadable-file' }]);
  });
});

test('of two files the first wins', () => {
  const { own } = load(
    `${HEAD}\nred-front\tRed Front\tarmed-group\tVEL\tREB`,
    `${HEAD}\nred-front\tOther\torganisation\tVEL\tPTY`,
  );
  expect(own.actors).toMatchObject([{ name: 'Red Front' }]);
});
