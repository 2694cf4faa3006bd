import { describe, expect, test } from 'vitest';
import type { Mark } from './marks.ts';
import { cutText } from './segments.ts';

const mark = (start: number, end: number, entry: string): Mark => ({ start, end, role: 'cue', entry });
const shown = (text: string, marks: readonly Mark[]) =>
  cutText(text, marks).map(({ segments }) =>
    segments.map(({ start, end, marks: held }) => `${text.slice(start, end)}[${held.map(({ entry }) => entry).join(' ')}]`),
  );

describe('a text is cut where marks begin and end', () => {
  test.each([
    { name: 'no marks', text: 'one', marks: [], expected: [['one[]']] },
    { name: 'nested', text: 'abcdef', marks: [mark(0, 6, 'x'), mark(2, 3, 'y')], expected: [['ab[x]', 'c[x y]', 'def[x]']] },
    { name: 'crossing', text: 'abcdef', marks: [mark(0, 4, 'x'), mark(2, 6, 'y')], expected: [['ab[x]', 'cd[x y]', 'ef[y]']] },
    {
      name: 'over a line end',
      text: 'ab\ncd',
      marks: [mark(1, 4, 'x')],
      expected: [
        ['a[]', 'b[x]'],
        ['c[x]', 'd[]'],
      ],
    },
    { name: 'blank lines are left out', text: 'ab\n \n\ncd\n', marks: [], expected: [['ab[]'], ['cd[]']] },
    { name: 'nothing', text: '', marks: [], expected: [] },
  ])('$name', ({ text, marks, expected }) => expect(shown(text, marks)).toEqual(expected));
});

test('a line of a megabyte with marks is cut at once', () => {
  const text = 'word '.repeat(200_000);
  const marks = Array.from({ length: 2000 }, (_, index) => mark(index * 500, index * 500 + 4, `e${index}`));
  const [line] = cutText(text, marks);
  expect(line?.segments.length).toBe(4000);
});
