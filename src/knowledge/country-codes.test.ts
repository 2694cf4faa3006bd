import { expect, test } from 'vitest';
import { readDataFiles } from '../engine/index.ts';
import { loadStates } from './actors.ts';
import { loadCountryCodes } from './country-codes.ts';

const HEAD = 'id\tname\tnumeric\tfips\tcow\tgw\tucdp_region\tacled_region';
const load = (...lines: string[]) => loadCountryCodes(new Map([['codebook/countries.tsv', [HEAD, ...lines].join('\n')]]));

test('every state has a line, and no code stands for two', async () => {
  const files = await readDataFiles();
  const codes = loadCountryCodes(files);
  expect([...codes.keys()]).toEqual(loadStates(files).map(({ id }) => id));
  for (const column of ['numeric', 'fips', 'cow', 'gw'] as const) {
    const values = [...codes.values()].flatMap((each) => each[column] ?? []);
    expect(new Set(values).size).toBe(values.length);
  }
  expect(codes.get('PAK')).toMatchObject({ numeric: 586, fips: 'PK', cow: 770, gw: 770, acledRegion: 'South Asia' });
  expect(codes.get('DEU')).toMatchObject({ cow: 255, gw: 260 });
});

test.each([
  { name: 'a state twice', lines: ['AFG\tAfghanistan', 'AFG\tAfghanistan'], says: /tsv:3: AFG stands twice/ },
  { name: 'a number that is none', lines: ['AFG\tAfghanistan\tfour'], says: /tsv:2: "four" is no number/ },
])('refuses $name', ({ lines, says }) => {
  expect(() => load(...lines)).toThrow(says);
});
