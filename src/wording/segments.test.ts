import { expect, test } from 'vitest';
import type { Span } from '../base/index.ts';
import { cutSegments, cutText, deal, paragraphs } from './segments.ts';

interface Mark {
  readonly key: string;
  readonly span: Span;
}

const mark = (key: string, start: number, end: number): Mark => ({ key, span: { start, end } });
const shown = (within: { start: number; end: number }, marks: readonly Mark[]) =>
  cutSegments(within, marks).map(({ start, end, marks: held }) => `${start}-${end}:${held.map(({ key }) => key).join('')}`);

test.each([
  { name: 'no marks', marks: [], cut: ['0-10:'] },
  { name: 'one inside', marks: [mark('a', 2, 4)], cut: ['0-2:', '2-4:a', '4-10:'] },
  {
    name: 'nested, longest first',
    marks: [mark('b', 3, 4), mark('a', 2, 6)],
    cut: ['0-2:', '2-3:a', '3-4:ab', '4-6:a', '6-10:'],
  },
  { name: 'crossing', marks: [mark('a', 1, 5), mark('b', 3, 9)], cut: ['0-1:', '1-3:a', '3-5:ba', '5-9:b', '9-10:'] },
  { name: 'equal', marks: [mark('a', 2, 4), mark('b', 2, 4)], cut: ['0-2:', '2-4:ab', '4-10:'] },
  { name: 'reaching over both ends', marks: [mark('a', -5, 50)], cut: ['0-10:a'] },
  { name: 'touching from outside', marks: [mark('a', 10, 12), mark('b', -3, 0)], cut: ['0-10:'] },
])('$name', ({ marks, cut }) => expect(shown({ start: 0, end: 10 }, marks)).toEqual(cut));

test('many marks in one paragraph are cut in reasonable time', () => {
  const marks = Array.from({ length: 40_000 }, (_, index) => mark(String(index), index * 3, index * 3 + 2));
  expect(cutSegments({ start: 0, end: 120_000 }, marks)).toHaveLength(80_000);
});

test('paragraphs are lines that hold something', () => {
  const text = 'One\n\n  \nTwo\r\nThree';
  expect(paragraphs(text).map(({ start, end }) => text.slice(start, end).trim())).toEqual(['One', 'Two', 'Three']);
  expect(paragraphs('')).toEqual([]);
});

test('items are dealt to every stretch they touch', () => {
  const stretches = [
    { start: 0, end: 10 },
    { start: 11, end: 20 },
  ];
  const items = [mark('c', 25, 30), mark('b', 5, 15), mark('a', 0, 3), mark('d', 10, 11)];
  expect(deal(stretches, items, ({ span }) => span).map((dealt) => dealt.map(({ key }) => key))).toEqual([['a', 'b'], ['b']]);
});

test('a text is cut at line ends and marks, and blank lines are left out', () => {
  const text = 'ab\n \n\ncd\n';
  const cut = cutText(text, [mark('x', 1, 7)]);
  expect(
    cut.map(({ segments }) =>
      segments.map(({ start, end, marks }) => `${text.slice(start, end)}[${marks.map(({ key }) => key).join('')}]`),
    ),
  ).toEqual([
    ['a[]', 'b[x]'],
    ['c[x]', 'd[]'],
  ]);
});
