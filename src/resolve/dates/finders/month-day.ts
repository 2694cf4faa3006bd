import { daysBetween, type PlainDate, plainDate } from '../../../base/index.ts';
import { beside, type DateContext, type Finder, inferred } from '../finder.ts';
import type { Outlook } from '../outlook.ts';
import type { PatternMatch } from '../patterns.ts';
import { dayPeriod, monthsPeriod, UNKNOWN_PERIOD, yearMonth } from '../periods.ts';

/** Nouns that a number after a month counts ("In May 20 people were held"). */
const COUNTED =
  /^(?:people|persons|civilians|soldiers|troops|militants|policemen|officers|rebels|fighters|men|women|children|protesters|villagers|others|percent|bodies|houses|members)$/;

/** "Feb. 19", "Friday, 19 February", "March 5 last year": a day whose year the text leaves out. */
export const monthDay: Finder = {
  id: 'dates/month-day',
  patterns: [
    'WEEKDAY ,? MONTH .? DAY',
    'SHORTDAY .? ,? MONTH .? DAY',
    'MONTH .? DAY',
    'MONTH .? DAY of? REL year',
    'MONTH .? the DAY',
    'WEEKDAY ,? the? DAY of? MONTH',
    'SHORTDAY .? ,? DAY MONTH',
    'DAY of? MONTH',
    'DAY of? MONTH of? REL year',
  ],
  accepts: (match, context) =>
    plainDate(2000, match.values.MONTH ?? 0, match.values.DAY ?? 0) !== null &&
    !(isPlainDayLast(match, context) && COUNTED.test(beside(match, context, 1))) &&
    !/^[%:$€£]$/.test(beside(match, context, 1)),
  read: (match, context) => inferred(dayPeriod(dayWithoutYear(match, context)), 'day'),
};

function isPlainDayLast(match: PatternMatch, { atoms }: DateContext): boolean {
  return /^\d+$/.test(atoms[match.to - 1]?.text ?? '');
}

function dayWithoutYear(match: PatternMatch, context: DateContext): PlainDate | null {
  const { published } = context;
  if (!published) return null;
  const { MONTH: month = 0, DAY: day = 0, REL: relative } = match.values;
  const { year } = yearMonth(published);
  if (relative !== undefined) return plainDate(year + relative, month, day);
  return chooseYear(published, month, day, context.outlook(match.from));
}

/** "on the 20th": the nearest such day on the side the clause looks to. */
export const dayOfMonth: Finder = {
  id: 'dates/day-of-month',
  patterns: ['the DAYTH'],
  accepts: (match, context) =>
    beside(match, context, -1) === 'on' && /^(?:[.,;]|and|but|when|after|as|)$/.test(beside(match, context, 1)),
  read: (match, context) => {
    const { published } = context;
    if (!published) return inferred(UNKNOWN_PERIOD, 'day');
    const { year, month } = yearMonth(published);
    const outlook = context.outlook(match.from);
    const days = [month - 1, month, month + 1].flatMap((each) => dayInMonth(year, each, match.values.DAYTH ?? 0));
    const fitting = days.filter((date) => (outlook === 'future' ? date >= published : date <= published));
    return inferred(dayPeriod((outlook === 'future' ? fitting[0] : fitting.at(-1)) ?? null), 'day');
  },
};

function dayInMonth(year: number, month: number, day: number): readonly PlainDate[] {
  const { start } = monthsPeriod(year, month);
  const date = start && plainDate(yearMonth(start).year, yearMonth(start).month, day);
  return date ? [date] : [];
}

/** The nearest such day on the side the clause looks to; the nearest of all where it does not tell. */
export function chooseYear(published: PlainDate, month: number, day: number, outlook: Outlook): PlainDate | null {
  const { year } = yearMonth(published);
  const candidates = [year - 1, year, year + 1].map((each) => plainDate(each, month, day)).filter((each) => each !== null);
  const fitting = candidates.filter(
    (date) => outlook === 'unclear' || (outlook === 'past' ? date <= published : date >= published),
  );
  const distance = (date: PlainDate) => Math.abs(daysBetween(published, date));
  return fitting.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}
