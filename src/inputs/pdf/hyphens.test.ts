import { expect, test } from 'vitest';
import { joinHyphenated } from './hyphens.ts';

test.each([
  { lines: ['the offi-', 'cials'], joined: 'the officials' },
  { lines: ['an anti-', 'government camp'], joined: 'an anti-government camp' },
  { lines: ['a car-', 'bomb', 'on Monday'], words: ['car-bomb'], joined: 'a car-bomb on Monday' },
  { lines: ['a co-', 'operation'], words: ['cooperation'], joined: 'a cooperation' },
  { lines: ['the Franco-', 'German border'], joined: 'the Franco-German border' },
  { lines: ['a soft\u00ad', 'hyphen'], joined: 'a softhyphen' },
  { lines: ['from 10-', '20 people'], joined: 'from 10- 20 people' },
  { lines: ['he said -', 'and left'], joined: 'he said - and left' },
])('$lines', ({ lines, words, joined }) => {
  expect(joinHyphenated(lines, new Set(words))).toBe(joined);
});
