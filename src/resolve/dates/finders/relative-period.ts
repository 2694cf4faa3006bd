import { addDays, type PlainDate } from '../../../base/index.ts';
import { atomBeside, beside, type DateContext, type Finder, inferred, type Reading } from '../finder.ts';
import { type PatternMatch, UNIT_NAMES } from '../patterns.ts';
import {
  addMonths,
  calendarWeek,
  edgeOf,
  monthsPeriod,
  type Period,
  UNKNOWN_PERIOD,
  weekdayAfter,
  yearMonth,
  yearsPeriod,
} from '../periods.ts';

/** "last week", "this month", "late last year", "earlier this week", "the end of next month". */
export const relativePeriod: Finder = {
  id: 'dates/relative-period',
  patterns: [
    'REL UNIT',
    'earlier|later REL UNIT',
    'so far REL UNIT',
    'earlier|later in the UNIT',
    'REL quarter',
    'EDGE of|in? REL UNIT',
    'REL weekend',
    'the? past UNIT',
    'REL calendar|fiscal UNIT',
  ],
  accepts: (match, context) => {
    const unit = UNIT_NAMES[match.values.UNIT ?? -1];
    const last = context.atoms[match.to - 1]?.lower ?? '';
    if (last === 'quarter') return !/^(?:\p{L}+)$/u.test(beside(match, context, 1)) || !isNounAfter(match, context);
    return last === 'weekend' || (unit !== 'hour' && unit !== 'day' && !last.endsWith('s') && !isRanked(match, context));
  },
  read: readRelativePeriod,
};

/** "last quarter results", "the last quarter century" are no quarters of the year. */
function isNounAfter(match: PatternMatch, context: DateContext): boolean {
  return /^(?:NOUN|PROPN|ADJ)$/.test(atomBeside(match, context, 1)?.token.upos ?? '');
}

/** "the next year" of a story is anchored elsewhere; "his last month in office", "the last week of June" are no such thing. */
function isRanked(match: PatternMatch, context: DateContext): boolean {
  const before = beside(match, context, -1);
  if (/^(?:his|her|its|their|my|our|your|'s|s)$/.test(before)) return true;
  if (beside(match, context, 1) === 'of' && match.values.REL !== 0) return true;
  return before === 'the' && match.values.REL === 1 && match.values.EDGE === undefined;
}

function readRelativePeriod(match: PatternMatch, context: DateContext): Reading {
  const words = context.atoms.slice(match.from, match.to).map((atom) => atom.lower);
  const unit = UNIT_NAMES[match.values.UNIT ?? -1];
  const weekend = words.includes('weekend');
  const granularity = weekend
    ? 'span'
    : unit === 'week' || unit === 'month' || unit === 'year' || unit === 'decade'
      ? unit
      : 'span';
  if (!context.published) return inferred(UNKNOWN_PERIOD, granularity);
  const relative = match.values.REL ?? (/^(?:earlier|later)$/.test(words[0] ?? '') ? 0 : -1);
  if (words.includes('quarter')) return inferred(quarterOf(context.published, relative), 'span');
  if (weekend) return inferred(weekendPeriod(context.published, relative), granularity);
  const isCounted = words.includes('fiscal') || words.includes('calendar');
  const running =
    words.includes('past') ||
    (!isCounted && match.values.EDGE === undefined && beside(match, context, -1) === 'the' && relative === -1);
  const whole = running
    ? sincePeriod(context.published, unit ?? 'week')
    : unitPeriod(context.published, relative, unit ?? 'week');
  const { EDGE: edge } = match.values;
  if (edge !== undefined) return inferred(edgeOf(whole, edge), 'span');
  if (relative === 0 && (words.includes('earlier') || words.includes('far')))
    return inferred({ start: whole.start, end: context.published }, 'span');
  if (relative === 0 && words.includes('later')) return inferred({ start: context.published, end: whole.end }, 'span');
  return inferred(whole, granularity);
}

/** The quarter of the year that holds the day, or the one before or after it. */
function quarterOf(published: PlainDate, relative: number): Period {
  const { year, month } = yearMonth(published);
  return monthsPeriod(year, month - ((month - 1) % 3) + 3 * relative, 3);
}

type Unit = (typeof UNIT_NAMES)[number];

/** "Last week" is taken as the seven days up to publication and "next week" as the seven after it: writers mean now the one,
 * now the week before by the calendar, and this reading overlaps both. Other units follow the calendar. */
function unitPeriod(published: PlainDate, relative: number, unit: Unit): Period {
  const { year, month } = yearMonth(published);
  switch (unit) {
    case 'month':
      return monthsPeriod(year, month + relative);
    case 'year':
      return yearsPeriod(year + relative);
    case 'decade': {
      const first = year - (year % 10) + 10 * relative;
      return yearsPeriod(first, first + 9);
    }
    case 'fortnight':
      return relative < 0
        ? { start: addDays(published, -14), end: published }
        : { start: published, end: addDays(published, 14) };
    default:
      if (relative === 0) return calendarWeek(published);
      return relative < 0
        ? { start: addDays(published, -7), end: published }
        : { start: published, end: addDays(published, 7) };
  }
}

/** "the past month": from that long ago until publication. */
function sincePeriod(published: PlainDate, unit: Unit): Period {
  const months: Partial<Record<Unit, number>> = { month: 1, year: 12, decade: 120 };
  const back = months[unit];
  return {
    start: back === undefined ? addDays(published, unit === 'fortnight' ? -14 : -7) : addMonths(published, -back),
    end: published,
  };
}

function weekendPeriod(published: PlainDate, relative: number): Period {
  const ahead = weekdayAfter(published, 6, false);
  const saturday = relative > 0 ? ahead : relative < 0 ? addDays(ahead, -7) : ahead;
  return { start: saturday, end: addDays(saturday, 1) };
}
