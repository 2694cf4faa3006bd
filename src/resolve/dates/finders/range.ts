import { type PlainDate, plainDate } from '../../../base/index.ts';
import { beside, type DateContext, type Finder, inferred, type Reading, stated } from '../finder.ts';
import type { PatternMatch } from '../patterns.ts';
import { monthsPeriod, UNKNOWN_PERIOD, yearMonth, yearsPeriod } from '../periods.ts';
import { chooseYear } from './month-day.ts';

const JOIN = 'to|and|through|until|till|-|–|—';

/** Whether the joining word really makes a range: "and" needs "between" before it. */
function isRange(match: PatternMatch, context: DateContext): boolean {
  const words = context.atoms.slice(match.from, match.to).map((atom) => atom.lower);
  return !words.includes('and') || beside(match, context, -1) === 'between';
}

/** "5 to 9 May 2016", "May 5-9", "between 5 and 9 May", "March 3 to April 2, 2014". */
export const dayRange: Finder = {
  id: 'dates/day-range',
  patterns: [
    `DAY ${JOIN} DAY2 of? MONTH .? ,? YEAR?`,
    `MONTH .? DAY ${JOIN} DAY2 ,? YEAR`,
    `MONTH .? DAY ${JOIN} DAY2`,
    `MONTH .? DAY ${JOIN} MONTH2 .? DAY2 ,? YEAR`,
    `MONTH .? DAY ${JOIN} MONTH2 .? DAY2`,
    `DAY MONTH .? ${JOIN} DAY2 MONTH2 .? ,? YEAR?`,
  ],
  accepts: (match, context) => isRange(match, context) && !/^(?:people|civilians|soldiers|%)$/.test(beside(match, context, 1)),
  read: readDayRange,
};

function readDayRange(match: PatternMatch, context: DateContext): Reading | null {
  const { MONTH: month = 0, DAY: day = 0, DAY2: day2 = 0, YEAR: year } = match.values;
  const month2 = match.values.MONTH2 ?? month;
  if (year !== undefined) return stated(orderly(plainDate(year, month, day), plainDate(year, month2, day2)), 'span');
  if (!context.published) return inferred(UNKNOWN_PERIOD, 'span');
  const end = chooseYear(context.published, month2, day2, context.outlook(match.from));
  const start = end && plainDate(yearMonth(end).year - (month > month2 ? 1 : 0), month, day);
  return inferred(orderly(start, end), 'span');
}

function orderly(start: PlainDate | null, end: PlainDate | null) {
  return start && end && start <= end ? { start, end } : UNKNOWN_PERIOD;
}

/** "March to June 2012", "between May and August 2010", "December 2010 to January 2011". */
export const monthRange: Finder = {
  id: 'dates/month-range',
  patterns: [`MONTH .? ${JOIN} MONTH2 .? ,? YEAR2`, `MONTH .? ,? YEAR ${JOIN} MONTH2 .? ,? YEAR2`],
  accepts: isRange,
  read: ({ values }) => {
    const { MONTH: first = 0, MONTH2: last = 0, YEAR2: lastYear = 0 } = values;
    const firstYear = values.YEAR ?? (first > last ? lastYear - 1 : lastYear);
    return stated(orderly(monthsPeriod(firstYear, first).start, monthsPeriod(lastYear, last).end), 'span');
  },
};

/** "from 2001 to 2014", "1980-88", "between 1992 and 1995". */
export const yearRange: Finder = {
  id: 'dates/year-range',
  patterns: [`YEAR ${JOIN} YEAR2`, 'YEAR -|–|—|/ YY'],
  accepts: (match, context) => {
    const { YEAR: first = 0 } = match.values;
    const last = lastYearOf(match);
    const plausible = first >= 1600 && last <= 2079 && first < last && last - first < 200;
    return plausible && isRange(match, context) && !/^(?:people|troops|soldiers|%|GMT)$/.test(beside(match, context, 1));
  },
  read: (match) => stated(yearsPeriod(match.values.YEAR ?? 0, lastYearOf(match)), 'span'),
};

function lastYearOf({ values }: PatternMatch): number {
  const { YEAR: first = 0, YEAR2: last, YY: short } = values;
  return last ?? first - (first % 100) + (short ?? 0);
}
