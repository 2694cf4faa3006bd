import { beside, type DateContext, type Finder, inferred, stated } from '../finder.ts';
import type { PatternMatch } from '../patterns.ts';
import { edgeOf, monthsPeriod, type Period, UNKNOWN_PERIOD, yearMonth, yearsPeriod } from '../periods.ts';

/** "first half of 2016", "the second quarter of 2015", "the last three months of 2018". */
export const partOfYear: Finder = {
  id: 'dates/part-of-year',
  patterns: [
    'ORDINAL half of YEAR',
    'ORDINAL quarter of YEAR',
    'first|last|final COUNT months of YEAR',
    'ORDINAL half|quarter of REL year',
    'first|last|final COUNT months of REL year',
    'first|last|final COUNT months of the year',
    'ORDINAL quarter',
    'q DAY YEAR',
    'q DAY of YEAR',
  ],
  accepts: (match, context) => {
    const { ORDINAL: ordinal = 1, COUNT: count = 1, DAY: quarter = 1 } = match.values;
    return ordinal <= 4 && count <= 12 && quarter <= 4 && (!isBareQuarter(match, context) || isOfTime(match, context));
  },
  read: (match, context) => {
    const { YEAR: named, REL: relative = 0 } = match.values;
    if (named !== undefined) return stated(partMonths(match, context, named), 'span');
    if (!context.published) return inferred(UNKNOWN_PERIOD, 'span');
    const { year } = yearMonth(context.published);
    const part = partMonths(match, context, year + relative);
    const isLast = isBareQuarter(match, context) && part.start !== null && part.start > context.published;
    const past = isLast && context.outlook(match.from) !== 'future';
    return inferred(past ? partMonths(match, context, year - 1) : part, 'span');
  },
};

/** "the second quarter" without a year. */
function isBareQuarter({ to }: PatternMatch, { atoms }: DateContext): boolean {
  return atoms[to - 1]?.lower === 'quarter';
}

/** "in the second quarter", not "the fourth quarter of the city" or a match's. */
function isOfTime(match: PatternMatch, context: DateContext): boolean {
  const isIn = /^(?:in|during|for|since|by|over)$/.test(beside(match, context, -2));
  return isIn && beside(match, context, -1) === 'the' && /^[.,;]?$/.test(beside(match, context, 1));
}

function partMonths({ values, from, to }: PatternMatch, { atoms }: DateContext, year: number): Period {
  const words = atoms.slice(from, to).map((atom) => atom.lower);
  const { ORDINAL: ordinal = values.DAY ?? 1, COUNT: count } = values;
  if (count !== undefined) return monthsPeriod(year, words[0] === 'first' ? 1 : 13 - count, count);
  return words.includes('half') ? monthsPeriod(year, ordinal > 1 ? 7 : 1, 6) : monthsPeriod(year, ordinal * 3 - 2, 3);
}

/** "the end of the month", "the start of the year": of the month or year of publication. */
export const edgeOfNow: Finder = {
  id: 'dates/edge-of-now',
  patterns: ['EDGE of the month|year'],
  read: ({ values, to }, { atoms, published }) => {
    if (!published) return inferred(UNKNOWN_PERIOD, 'span');
    const { year, month } = yearMonth(published);
    const whole = atoms[to - 1]?.lower === 'month' ? monthsPeriod(year, month) : yearsPeriod(year);
    return inferred(edgeOf(whole, values.EDGE ?? 0), 'span');
  },
};
