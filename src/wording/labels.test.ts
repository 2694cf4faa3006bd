import { expect, test } from 'vitest';
import { boundsLabel, capital, codeWords, counted, listed, numeral, periodLabel } from './labels.ts';

test.each([
  ['2017-02-17', '2017-02-17', '17 Feb 2017'],
  ['2017-02-17', '2017-02-19', '17–19 Feb 2017'],
  ['2017-02-01', '2017-02-28', 'Feb 2017'],
  ['2017-02-01', '2017-02-27', '1–27 Feb 2017'],
  ['2017-02-27', '2017-03-02', '27 Feb – 2 Mar 2017'],
  ['2017-01-01', '2017-12-31', '2017'],
  ['2016-12-31', '2017-01-01', '31 Dec 2016 – 1 Jan 2017'],
  [null, '2017-02-17', 'until 17 Feb 2017'],
  ['2017-02-17', null, 'since 17 Feb 2017'],
  [null, null, 'time not given'],
])('%s to %s is %s', (start, end, label) => expect(periodLabel(start, end)).toBe(label));

test.each([
  [12, 12, '12'],
  [70, 90, '70–90'],
  [126, null, '126 or more'],
  [null, 90, 'up to 90'],
  [null, null, 'uncounted'],
  [24000, 24000, '24\u202f000'],
])('%s to %s is %s', (low, high, label) => expect(boundsLabel({ low, high })).toBe(label));

test('numbers, nouns and lists', () => {
  expect(numeral(-9.5)).toBe('−9.5');
  expect(numeral(1234567)).toBe('1\u202f234\u202f567');
  expect(numeral(1234)).toBe('1234');
  expect(counted(1, 'event')).toBe('1 event');
  expect(counted(0, 'party', 'parties')).toBe('0 parties');
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  expect(listed([])).toBe('');
  expect(codeWords('heavy-weapons')).toBe('heavy weapons');
  expect(capital('a move')).toBe('A move');
});
