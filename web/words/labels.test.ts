import { describe, expect, test } from 'vitest';
import { boundsLabel, counted, listed, numeral, periodLabel, shortened } from './labels.ts';

describe('periods at their own precision', () => {
  test.each([
    { start: '2017-02-17', end: '2017-02-17', label: '17 Feb 2017' },
    { start: '2017-02-13', end: '2017-02-19', label: '13–19 Feb 2017' },
    { start: '2017-02-01', end: '2017-02-28', label: 'Feb 2017' },
    { start: '2016-02-01', end: '2016-02-28', label: '1–28 Feb 2016' },
    { start: '2017-01-01', end: '2017-12-31', label: '2017' },
    { start: '2017-02-27', end: '2017-03-02', label: '27 Feb – 2 Mar 2017' },
    { start: null, end: '2017-03-02', label: 'until 2 Mar 2017' },
    { start: '2017-03-02', end: null, label: 'since 2 Mar 2017' },
    { start: null, end: null, label: 'day not known' },
  ])('$label', ({ start, end, label }) => expect(periodLabel(start, end)).toBe(label));
});

describe('counts with their bounds', () => {
  test.each([
    { low: 70, high: 90, label: '70–90' },
    { low: 12, high: 12, label: '12' },
    { low: 126, high: null, label: '126 or more' },
    { low: null, high: 90, label: 'up to 90' },
    { low: null, high: null, label: 'uncounted' },
  ])('$label', ({ low, high, label }) => expect(boundsLabel({ low, high })).toBe(label));
});

test.each([
  [numeral(-6.5), '−6.5'],
  [numeral(12345), '12\u202f345'],
  [numeral(1234), '1234'],
  [counted(1, 'move'), '1 move'],
  [counted(2, 'day'), '2 days'],
  [listed(['a', 'b', 'c']), 'a, b and c'],
  [shortened('a long line of words', 12), 'a long line…'],
  [shortened('short', 12), 'short'],
])('%s', (found, expected) => expect(found).toBe(expected));
