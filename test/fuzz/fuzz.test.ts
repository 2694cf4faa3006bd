import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Chance } from './chance.ts';
import { fuzz } from './fuzz.ts';
import { shrink } from './shrink.ts';
import { TARGETS } from './targets/index.ts';
import { tryCase } from './try-case.ts';

/** The short form of `npm run soak`: the same cases on every run, and every input that ever broke a promise. */

const SEED = 'tests';
const TIMEOUT = 180_000;
const CORPUS = new URL('corpus/', import.meta.url);

describe.each(TARGETS)('$name', (target) => {
  test('no input of the corpus breaks a promise any more', { timeout: TIMEOUT }, async () => {
    const folder = new URL(`${target.name}/`, CORPUS);
    const check = await target.open();
    for (const name of existsSync(folder) ? readdirSync(folder) : [])
      expect(await tryCase(check, readFileSync(new URL(name, folder))), `${target.name}/${name}`).toBeNull();
  });

  test(`no case of ${target.cases} breaks one`, { timeout: TIMEOUT }, async () => {
    const { cases, findings } = await fuzz({ target: target.name, seed: SEED, from: 0, to: target.cases, step: 1 });
    expect(findings.map(({ index, wrong }) => `${target.name} ${SEED}/${index}: ${wrong}`)).toEqual([]);
    expect(cases).toBe(target.cases);
  });

  test('a case is made the same each time', () => {
    const make = (index: number) => target.make(new Chance(`${SEED}/${target.name}/${index}`));
    for (let index = 0; index < 20; index++) expect(make(index)).toEqual(make(index));
    expect(new Set(Array.from({ length: 20 }, (_, index) => Buffer.from(make(index)).toString('latin1'))).size).toBeGreaterThan(
      10,
    );
  });
});

test('every folder of the corpus is of a target', () => {
  const names: readonly string[] = TARGETS.map(({ name }) => name);
  expect(readdirSync(CORPUS).filter((name) => !names.includes(name))).toEqual([]);
});

test('a finding is made as short as it can be', async () => {
  const check = async (input: Uint8Array) => (Buffer.from(input).includes('a!b') ? ['found'] : []);
  const shorter = await shrink(check, Buffer.from('some words, an a!b, and more words after it'), 1);
  expect(Buffer.from(shorter).toString()).toBe('a!b');
});

test.each([
  { name: 'broken promises', check: async () => ['one', 'two'], says: 'one; two' },
  {
    name: 'what is thrown',
    check: () => Promise.reject(new RangeError('span 3..2')),
    says: expect.stringContaining('span 3..2'),
  },
  { name: 'nothing', check: async () => [], says: null },
])('$name of a case is told', async ({ check, says }) => {
  expect(await tryCase(check, new Uint8Array())).toEqual(says);
});
