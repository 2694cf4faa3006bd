import { describe, expect, test } from 'vitest';
import { readDictionary } from './petrarch-lines.ts';

function entriesOf(...lines: readonly string[]) {
  return readDictionary(lines.join('\n'), 'my.txt').entries.map(({ names, codes }) => [
    names.join('|'),
    codes.map(({ code, from, to }) => `${code} ${from ?? ''}..${to ?? ''}`).join('|'),
  ]);
}

describe('reads', () => {
  test.each([
    ['a name and its code', ['VELDRA_  [VEL]'], [['VELDRA', 'VEL ..']]],
    [
      'a code on a line of its own, notes left out',
      ['# head', 'RED_FRONT_ ; 2009', '\t[VELREB] # see page 4'],
      [['RED FRONT', 'VELREB ..']],
    ],
    ['synonyms', ['RED_FRONT_', '+FRONT_OF_RED_', '+REDS', '\t[VELREB]'], [['RED FRONT|FRONT OF RED|REDS', 'VELREB ..']]],
    [
      'days: until, from, between; six digits and eight',
      ['ADA_NORDEN_', '\t[VELOPP <890101]', '\t[VELGOV 890101-20040630]', '\t[VELELI >040701]'],
      [['ADA NORDEN', 'VELOPP ..1989-01-01|VELGOV 1989-01-01..2004-06-30|VELELI 2004-07-01..']],
    ],
    [
      'several codes on one line',
      ['ADA_NORDEN_ [VELOPP <890101] [VELGOV >890101]'],
      [['ADA NORDEN', 'VELOPP ..1989-01-01|VELGOV 1989-01-01..']],
    ],
    ['substitution sets', ['!PERSON! = MAN, WOMEN', 'HERDS!PERSON! [~AGR]'], [['HERDSMAN|HERDSWOMEN', '~AGR ..']]],
    [
      'plurals in braces, and none',
      ['CHIEF_OF_STAFF {CHIEFS_OF_STAFF} [~MIL]', 'RIOT_POLICE {} [~COP]'],
      [
        ['CHIEF OF STAFF|CHIEFS OF STAFF', '~MIL ..'],
        ['RIOT POLICE', '~COP ..'],
      ],
    ],
    ['bracketed short forms as no part of the name', ['SEA_ARMY_(SA)_ [VELREB]'], [['SEA ARMY', 'VELREB ..']]],
    ['names to be passed over', ['THE_TIMES_ [---]'], [['THE TIMES', '--- ..']]],
    ['carriage returns', ['VELDRA_ [VEL]\r', '+OLD_VELDRA_\r'], [['VELDRA|OLD VELDRA', 'VEL ..']]],
  ])('%s', (_, lines, expected) => expect(entriesOf(...lines)).toEqual(expected));
});

describe('tells what it cannot read, with the line, and reads the rest', () => {
  test.each([
    ['a day that is none', 'X_ [VELGOV 990231-000101]', 'my.txt:1'],
    ['days in the wrong order', 'X_ [VELGOV 990201-980101]', 'my.txt:1'],
    ['a bracket left open', 'X_ [VELGOV', 'my.txt:1'],
    ['a name without a code', 'X_', 'my.txt:1'],
    ['a code before any name', '[VEL]', 'my.txt:1'],
    ['a synonym before any name', '+X_', 'my.txt:1'],
    ['a very long line', `X_ [VEL]${' '.repeat(20_000)}`, 'my.txt:1'],
  ])('%s', (_, line, subject) => {
    const { entries, problems } = readDictionary(`${line}\nVELDRA_ [VEL]`, 'my.txt');
    expect(problems[0]).toMatchObject({ code: 'actors/unreadable-line', subject });
    expect(entries.map(({ names }) => names[0])).toContain('VELDRA');
  });
});

test('anything at all is read without a throw', () => {
  for (const text of ['', '\0', '!X! =', '!X!', '{', '[[]]', '+', '[~', ']'.repeat(500), '!A! = B\nC!A!!A! [X]'])
    expect(() => readDictionary(text, 'x')).not.toThrow();
});
