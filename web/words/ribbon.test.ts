import { describe, expect, test } from 'vitest';
import type { RibbonCount } from '../../src/api/index.ts';
import { mainSpan, ribbonFinding } from './ribbon.ts';

const row = (
  day: string,
  count: number,
  quad: RibbonCount['quad'] = 4,
  status: RibbonCount['status'] = 'actual',
): RibbonCount => ({
  ...{ day, count, quad, status },
});

describe('old background does not squeeze the days the case is about', () => {
  test.each([
    {
      name: 'background left out',
      rows: [row('2014-01-01', 1), row('2017-02-01', 20), row('2017-02-20', 20)],
      from: '2017-02-01',
      before: 1,
    },
    {
      name: 'too much to leave out',
      rows: [row('2014-01-01', 9), row('2017-02-01', 20), row('2017-02-20', 20)],
      from: '2014-01-01',
      before: 0,
    },
    {
      name: 'near enough to keep',
      rows: [row('2017-01-25', 1), row('2017-02-01', 20), row('2017-02-20', 20)],
      from: '2017-01-25',
      before: 0,
    },
    { name: 'one day', rows: [row('2017-02-01', 2)], from: '2017-02-01', before: 0 },
  ])('$name', ({ rows, from, before }) => expect(mainSpan(rows)).toMatchObject({ from, before }));
});

test('the finding counts deeds, words and what is not held to be a fact', () => {
  expect(ribbonFinding([row('2017-02-01', 1), row('2017-02-02', 3, 3, 'alleged')])).toBe(
    '1 deed and 3 words, most on 2 Feb 2017; 3 not held to be facts',
  );
  expect(ribbonFinding([])).toBe('No move has a date');
});
