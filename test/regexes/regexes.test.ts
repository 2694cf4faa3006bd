import { expect, test } from 'vitest';
import { isBounded } from './bounded.ts';
import { collectRegexes, regexesOf } from './collect.ts';
import { keyOf, readProven } from './proven.ts';

const FOUND = collectRegexes();
const PROVEN = readProven();

test('every regular expression is bounded or proven linear; "npm run regexes" proves new ones', () => {
  expect(FOUND.length).toBeGreaterThan(500);
  const unproven = FOUND.filter((found) => !isBounded(found.pattern) && !PROVEN.has(keyOf(found)));
  expect(unproven.map(({ where, pattern }) => `${where}: /${pattern}/`)).toEqual([]);
});

test('nothing is proven that is not there, and every verdict is one', () => {
  const keys = new Set(FOUND.map(keyOf));
  expect([...PROVEN.keys()].filter((key) => !keys.has(key))).toEqual([]);
  expect(new Set(PROVEN.values())).toEqual(new Set(['linear', 'no-attack-found']));
});

/** Texts that a slow expression is slow on, put together for any: what it repeats, many times, and then something that fits nothing. */
const UNITS = [
  ' ',
  '\t',
  '\n',
  '-',
  'a',
  'A',
  '0',
  ',',
  '.',
  '"',
  '(',
  ')',
  '<',
  'a ',
  'A.',
  '0,',
  'spokes',
  '/*',
  "'s ",
  '\u0001',
];
const LENGTH = 50_000;
/** Milliseconds for one expression on one text: a linear one takes one or two. */
const MOST = 400;

const TEXTS = UNITS.map((unit) => `${unit.repeat(Math.ceil(LENGTH / unit.length))}\u0000`);

/** Units on whose repetition an expression is slow. */
function slowOn(pattern: string, flags: string): readonly string[] {
  const regex = new RegExp(pattern, flags.replace(/[gy]/g, ''));
  return UNITS.filter((_, at) => {
    const started = process.cpuUsage();
    regex.test(TEXTS[at] ?? '');
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000 > MOST;
  });
}

test('none is slow on long repetitions', { timeout: 300_000 }, () => {
  const each = new Map(FOUND.map((found) => [keyOf(found), found])).values();
  const slow = [...each].flatMap(({ pattern, flags, where }) =>
    slowOn(pattern, flags).map((unit) => `${where}: /${pattern}/ on ${JSON.stringify(unit)}`),
  );
  expect(slow).toEqual([]);
  expect(slowOn('\\s+$', '')).toEqual([' ', '\t', '\n']);
});

test.each([
  { pattern: 'a{1,60}$', bounded: true },
  { pattern: '\\p{L}{2,30}[+*]', bounded: true },
  { pattern: '^a?b?c?$', bounded: true },
  { pattern: `^(?:${Array(40).fill('word').join('|')})s?$`, bounded: true },
  { pattern: `${'(?:a|b|c|d)'.repeat(12)}`, bounded: false },
  { pattern: 'a+', bounded: false },
  { pattern: 'a{2,}', bounded: false },
  { pattern: '(?:a{1,9}){1,9}', bounded: false },
  { pattern: 'a{0,999}b{0,999}c{0,999}', bounded: false },
])('$pattern is bounded: $bounded', ({ pattern, bounded }) => {
  expect(isBounded(pattern)).toBe(bounded);
});

test('expressions are found as literals and put together from constants, and nothing else is let through', () => {
  const text = `const A = String.raw\`\\d+\`;\nconst B = 'x';\nconst C = new RegExp(\`^\${A}\${B}\${['c', 'd'].join('|')}$\`, 'i');\nconst D = /a\\/b/g;`;
  expect(regexesOf(text, 'a.ts')).toEqual([
    { pattern: '^\\d+xc|d$', flags: 'i', where: 'a.ts:3' },
    { pattern: 'a\\/b', flags: 'g', where: 'a.ts:4' },
  ]);
  expect(() => regexesOf('export const f = (a: string) => new RegExp(a);', 'b.ts')).toThrow(/b\.ts:1.*not constant/);
});
