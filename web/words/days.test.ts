import { expect, test } from 'vitest';
import { binEnd, binOf, dayNumber, dayOf, daysLater, unitFor } from './days.ts';

test.each([
  { date: '2017-02-17', week: '2017-02-13', month: '2017-02-01' },
  { date: '2017-02-13', week: '2017-02-13', month: '2017-02-01' },
  { date: '2017-03-05', week: '2017-02-27', month: '2017-03-01' },
  { date: '1969-12-31', week: '1969-12-29', month: '1969-12-01' },
])('$date lies in the week of $week', ({ date, week, month }) => {
  expect(binOf(date, 'day')).toBe(date);
  expect(binOf(date, 'week')).toBe(week);
  expect(binOf(date, 'month')).toBe(month);
});

test('a stretch of time ends where the next begins', () => {
  expect(binEnd('2017-02-28', 'day')).toBe('2017-03-01');
  expect(binEnd('2017-02-27', 'week')).toBe('2017-03-06');
  expect(binEnd('2016-12-01', 'month')).toBe('2017-01-01');
});

test('days count up and back', () => {
  expect(daysLater('2016-02-28', 1)).toBe('2016-02-29');
  expect(dayOf(dayNumber('2017-02-17'))).toBe('2017-02-17');
});

test.each([
  [30, 'day'],
  [400, 'week'],
  [4000, 'month'],
])('%s days are counted by %s', (days, unit) => expect(unitFor(days)).toBe(unit));
