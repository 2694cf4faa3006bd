import { expect, test } from 'vitest';
import { runsOf } from './characters.ts';

const names = (text: string) => runsOf(text).map(({ name, text: run }) => name ?? run);

test.each([
  { text: 'plain', expected: ['plain'] },
  { text: 'zwölf – “ok”', expected: ['zwölf – “ok”'] },
  { text: 'a\u202eb', expected: ['a', 'U+202E', 'b'] },
  { text: '\u2066\u2069', expected: ['U+2066', 'U+2069'] },
  { text: 'tab\tstays', expected: ['tab\tstays'] },
  { text: 'a\u{e0041}b', expected: ['a', 'U+E0041', 'b'] },
  { text: 'می\u200cخواهم', expected: ['می\u200cخواهم'] },
  { text: 'nul\u0000', expected: ['nul', 'U+0000'] },
])('unseen characters of %o', ({ text, expected }) => {
  expect(names(text)).toEqual(expected);
  expect(
    runsOf(text)
      .map(({ text: run }) => run)
      .join(''),
  ).toBe(text);
});
