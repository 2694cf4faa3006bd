import { plainDate } from '../../../base/index.ts';
import { type Finder, stated } from '../finder.ts';
import { dayPeriod } from '../periods.ts';

/** "2017-02-19", "19/02/2017" (where only one order of day and month is possible). */
export const numericDate: Finder = {
  id: 'dates/numeric-date',
  patterns: ['ISO', 'SLASHED'],
  accepts: ({ values }) => numericDay(values) !== null,
  read: ({ values }) => stated(dayPeriod(numericDay(values)), 'day'),
};

function numericDay(values: Readonly<Record<string, number>>): string | null {
  const packed = values.ISO ?? values.SLASHED ?? 0;
  return plainDate(Math.floor(packed / 10000), Math.floor(packed / 100) % 100, packed % 100);
}

/** "Friday, February 17, 2017", "17th of February 2017". */
export const fullDate: Finder = {
  id: 'dates/full-date',
  patterns: [
    'WEEKDAY ,? MONTH .? DAY ,? YEAR',
    'SHORTDAY .? ,? MONTH .? DAY ,? YEAR',
    'MONTH .? DAY ,? YEAR',
    'WEEKDAY ,? the? DAY of? MONTH .? ,? YEAR',
    'SHORTDAY .? ,? DAY MONTH .? ,? YEAR',
    'DAY of? MONTH .? ,? YEAR',
    'DAY DASH MONTH DASH YEAR',
  ],
  accepts: ({ values }) => plainDate(values.YEAR ?? 0, values.MONTH ?? 0, values.DAY ?? 0) !== null,
  read: ({ values }) => stated(dayPeriod(plainDate(values.YEAR ?? 0, values.MONTH ?? 0, values.DAY ?? 0)), 'day'),
};
