import { describe, expect, test } from 'vitest';
import { findVariants, isProperName, type NamedActor } from './actor-variants.ts';

/** An actor of a report: "1 Nadim Raufi" of the first. */
function named(told: string, over: Partial<NamedActor> = {}): NamedActor {
  const [document = '', ...words] = told.split(' ');
  const name = words.join(' ');
  return {
    document,
    id: name.toLowerCase().replaceAll(' ', '-'),
    name,
    kind: 'person',
    country: null,
    aliases: [],
    ...over,
  };
}

const GROUP = { kind: 'armed-group' } as const;

describe('one actor', () => {
  const cases: readonly (readonly [string, readonly NamedActor[], readonly string[]])[] = [
    ['a last name alone', [named('1 Nadim Raufi'), named('2 Raufi')], ['raufi']],
    ['a first name alone', [named('1 Nadim Raufi'), named('2 Nadim')], ['nadim']],
    ['with and without a middle name', [named('1 Carl Otto Brandt'), named('2 Carl Brandt')], ['carl-brandt']],
    ['two spellings', [named('1 Muhammad Yusuf'), named('2 Mohammed Yousef')], ['muhammad-yusuf']],
    ['an article more', [named('1 Hassan al-Bakri'), named('2 Hassan Bakri')], ['hassan-bakri']],
    [
      'an acronym that one report explains',
      [named('1 Front for Change', { ...GROUP, aliases: ['FFC'] }), named('2 FFC', GROUP)],
      ['ffc'],
    ],
    [
      'a last name that fits two, beside one of them in all its reports',
      [named('1 Nadim Raufi'), named('1 Raufi'), named('2 Salim Raufi')],
      ['raufi'],
    ],
  ];
  test.each(cases)('%s', (_, actors, variants) => {
    const [cluster, ...more] = findVariants(actors);
    expect(cluster?.variants.map(({ id }) => id)).toEqual(variants);
    expect(cluster?.variants.every(({ reasons }) => reasons.length > 0)).toBe(true);
    expect(more).toEqual([]);
    expect(findVariants([...actors].reverse())).toEqual(findVariants(actors));
  });
});

describe('two actors', () => {
  const cases: readonly (readonly [string, readonly NamedActor[]])[] = [
    ['one last name, two first names', [named('1 Nadim Raufi'), named('2 Salim Raufi')]],
    ['a last name that fits two', [named('1 Nadim Raufi'), named('2 Salim Raufi'), named('3 Raufi')]],
    ['of two countries', [named('1 Nadim Raufi', { country: 'PAK' }), named('2 Raufi', { country: 'EGY' })]],
    ['a person and a group', [named('1 Nadim Raufi'), named('2 Raufi', GROUP)]],
    ['two spellings in one report', [named('1 Muhammad Yusuf'), named('1 Mohammed Yousef')]],
    ['short names', [named('1 Li Na'), named('2 Li Ne')]],
    ['a middle word of a name', [named('1 Carl Otto Brandt'), named('2 Otto')]],
    [
      'an acronym that two reports explain in two ways',
      [
        named('1 Front for Change', { ...GROUP, aliases: ['FFC'] }),
        named('2 Fishers for Coasts', { ...GROUP, aliases: ['FFC'] }),
        named('3 FFC', GROUP),
      ],
    ],
    ['groups of like names', [named('1 Northern Front', GROUP), named('2 Southern Front', GROUP)]],
  ];
  test.each(cases)('%s', (_, actors) => {
    expect(findVariants(actors)).toEqual([]);
  });
});

test('a short name never makes one of two full names', () => {
  const actors = [named('1 Nadim Raufi'), named('1 Raufi'), named('2 Salim Raufi'), named('2 Raufi')];
  expect(findVariants(actors)).toEqual([]);
});

test.each([
  ['Nadim Raufi', true],
  ['Front for Change', true],
  ['gunmen', false],
  ['Three gunmen', false],
  ['', false],
])('%s is a name: %s', (name, wanted) => {
  expect(isProperName(name)).toBe(wanted);
});
