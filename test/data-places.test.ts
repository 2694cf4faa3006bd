import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import countries from 'world-countries';
import { PLACE_KINDS, placeKey, type Row, readTable, splitList } from '../src/knowledge/index.ts';

const TABLES = ['countries', 'supplement', 'gazetteer', 'unsure'];
const files = new Map(
  TABLES.map((name) => [`places/${name}.tsv`, readFileSync(new URL(`../data/places/${name}.tsv`, import.meta.url), 'utf8')]),
);
const supplement = readTable(files, 'places/supplement.tsv');
const gazetteer = readTable(files, 'places/gazetteer.tsv');
const codes = new Set(countries.map(({ cca3 }) => (cca3 === 'UNK' ? 'KOS' : cca3)));

function repeats(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}

function isPoint(row: Row): boolean {
  const [north, east] = [row.cell('latitude'), row.cell('longitude')];
  return north !== '' && east !== '' && Math.abs(Number(north)) <= 90 && Math.abs(Number(east)) <= 180;
}

function wrong(rows: readonly Row[], isRight: (row: Row) => boolean): readonly string[] {
  return rows.filter((row) => !isRight(row)).map((row) => `${row.file}:${row.line}`);
}

describe('supplement', () => {
  const ids = supplement.map((row) => row.cell('id'));

  test('ids are in order and do not repeat', () => {
    expect(repeats(ids)).toEqual([]);
    expect(ids.findIndex((id, index) => index > 0 && id < (ids[index - 1] ?? ''))).toBe(-1);
  });

  test('names of a line differ, and no two lines of a kind and country share one', () => {
    const named = supplement.map((row) => [row.cell('name'), ...splitList(row.cell('names'))].map(placeKey));
    expect(supplement.filter((_, index) => repeats(named[index] ?? []).length > 0).map((row) => row.cell('id'))).toEqual([]);
    const owned = supplement.flatMap((row, index) =>
      (named[index] ?? []).map((key) => `${key}|${row.cell('kind')}|${row.cell('country')}`),
    );
    expect(repeats(owned)).toEqual([]);
  });

  test('kinds and country codes are known, points lie on the globe, sources are given', () => {
    expect(wrong(supplement, (row) => PLACE_KINDS.some((kind) => kind === row.cell('kind') && kind !== 'country'))).toEqual([]);
    expect(wrong(supplement, (row) => row.cell('country') === '' || codes.has(row.cell('country')))).toEqual([]);
    expect(wrong(supplement, (row) => isPoint(row) || (row.cell('kind') === 'area' && row.cell('latitude') === ''))).toEqual(
      [],
    );
    expect(wrong(supplement, (row) => row.cell('source') !== '')).toEqual([]);
  });
});

describe('gazetteer', () => {
  test('kinds and country codes are known, points lie on the globe', () => {
    expect(wrong(gazetteer, (row) => /^[cprd]$/.test(row.cell('kind')))).toEqual([]);
    expect(wrong(gazetteer, (row) => codes.has(row.cell('country')))).toEqual([]);
    expect(wrong(gazetteer, isPoint)).toEqual([]);
  });

  test('no line repeats', () => {
    expect(repeats(gazetteer.map((row) => `${row.cell('key')}|${row.cell('id')}`))).toEqual([]);
  });
});

test('unsure names are keys, in order, once', () => {
  const keys = readTable(files, 'places/unsure.tsv').map((row) => row.cell('key'));
  expect(keys.filter((key) => key !== placeKey(key))).toEqual([]);
  expect(keys).toEqual([...new Set(keys)].sort());
});
