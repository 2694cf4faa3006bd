import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { processorTime } from '../../test/support/processor-time.ts';
import { loadGazetteer, placeKey } from './index.ts';

const FOLDER = new URL('../../data/places/', import.meta.url);
const FILES = new Map(
  readdirSync(FOLDER).map((name) => [`places/${name}`, readFileSync(new URL(name, FOLDER), 'utf8')] as const),
);
const GAZETTEER = loadGazetteer(FILES);

/** Loading is to stay unnoticed: milliseconds, with room for a busy machine. */
const LOAD_MS = 200;

describe('placeKey', () => {
  test.each([
    ["Sana'a", 'sanaa'],
    ['Al-Fallūjah', 'al fallujah'],
    ['Łódź', 'lodz'],
    ['  Deir ez-Zor ', 'deir ez zor'],
    ['—', ''],
  ])('%s', (name, key) => {
    expect(placeKey(name)).toBe(key);
  });
});

describe('find', () => {
  test.each([
    ['Peshawar', 'PAK', 34.0, 71.6],
    ['peshawar', 'PAK', 34.0, 71.6],
    ['Fallujah', 'IRQ', 33.35, 43.8],
    ['Kobanî', 'SYR', 36.9, 38.35],
    ['Zzyzx', null, 0, 0],
    ['', null, 0, 0],
  ] as const)('%s', (name, country, latitude, longitude) => {
    const [first] = GAZETTEER.find(name);
    expect(first?.country ?? null).toBe(country);
    expect(Math.abs((first?.latitude ?? 0) - latitude)).toBeLessThan(0.2);
    expect(Math.abs((first?.longitude ?? 0) - longitude)).toBeLessThan(0.2);
  });
});

test('every key of the big table is found, so it is sorted as lookup needs it', () => {
  const lines = (FILES.get('places/gazetteer.tsv') ?? '').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const keys = lines.slice(1).map((line) => line.slice(0, line.indexOf('\t')));
  expect(keys.length).toBeGreaterThan(30_000);
  expect(keys.findIndex((key, index) => index > 0 && key < (keys[index - 1] ?? ''))).toBe(-1);
  const sample = keys.filter((_, index) => index % 97 === 0);
  expect([keys[0] ?? '', ...sample, keys.at(-1) ?? ''].filter((key) => GAZETTEER.find(key).length === 0)).toEqual([]);
});

test('loading does not parse the big table', () => {
  const elapsed = processorTime();
  loadGazetteer(FILES);
  expect(elapsed()).toBeLessThan(LOAD_MS);
});

test('damaged tables are refused with their name and line', () => {
  const damaged = (file: string, text: string) => () => loadGazetteer(new Map([...FILES, [file, text]]));
  expect(damaged('places/gazetteer.tsv', 'name\tkey\n')).toThrow(/places\/gazetteer\.tsv: the header/);
  const header = 'id\tname\tnames\tkind\tcountry\tlatitude\tlongitude\tseat\n';
  expect(damaged('places/supplement.tsv', `${header}x\tX\t\tcastle\t\t\t\n`)).toThrow(/places\/supplement\.tsv:2: "castle"/);
  expect(damaged('places/supplement.tsv', `${header}x\tX\t\tcity\t\t95\t1\n`)).toThrow(
    /places\/supplement\.tsv:2: latitude "95"/,
  );
  expect(() => loadGazetteer(new Map())).toThrow(/no such data file/);
});
