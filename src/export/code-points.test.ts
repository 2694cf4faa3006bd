import { expect, test } from 'vitest';
import { codePointRange } from './code-points.ts';

test.each([
  { name: 'plain', text: 'abc', span: { start: 1, end: 2 }, range: { start: 1, end: 2 } },
  { name: 'after a pair', text: '\u{1f6a2}abc', span: { start: 3, end: 5 }, range: { start: 2, end: 4 } },
  { name: 'around a pair', text: 'a\u{1f6a2}b', span: { start: 1, end: 3 }, range: { start: 1, end: 2 } },
  { name: 'after two pairs', text: '\u{1f6a2}\u{1f6a2}x', span: { start: 4, end: 5 }, range: { start: 2, end: 3 } },
  { name: 'half a pair alone', text: '\ud83dx', span: { start: 1, end: 2 }, range: { start: 1, end: 2 } },
])('$name', ({ text, span, range }) => {
  expect(codePointRange(text, span)).toEqual(range);
});
