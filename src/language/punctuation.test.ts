import { expect, test } from 'vitest';
import { attachPunctuation } from './punctuation.ts';

/** Heads by word with `_` for the marks to hang. */
test.each([
  { name: 'final stop below the root', words: 'Rebels left .', heads: [1, -1, '_'], expected: [1, -1, 1] },
  {
    name: 'comma below the lower phrase',
    words: 'When asked , he left .',
    heads: [1, 4, '_', 4, -1, '_'],
    expected: [1, 4, 1, 4, -1, 4],
  },
  {
    name: 'brackets below what they hold',
    words: 'the party ( PPK ) won',
    heads: [1, 5, '_', 1, '_', -1],
    expected: [1, 5, 3, 1, 3, -1],
  },
  { name: 'quotation marks in pairs', words: '" Stop " he said', heads: ['_', 4, '_', 4, -1], expected: [1, 4, 1, 4, -1] },
  { name: 'opening mark without a partner', words: '“ We left .', heads: ['_', 2, -1, '_'], expected: [2, 2, -1, 2] },
])('$name', ({ words, heads, expected }) => {
  const found = Int32Array.from(heads, (head) => (head === '_' ? -1 : Number(head)));
  attachPunctuation(
    found,
    Uint8Array.from(heads, (head) => (head === '_' ? 1 : 0)),
    words.split(' '),
  );
  expect([...found]).toEqual(expected);
});
