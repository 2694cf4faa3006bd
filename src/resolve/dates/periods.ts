import { addDays, dateParts, daysInMonth, type PlainDate, plainDate, weekday } from '../../base/index.ts';
import type { UnitName } from './patterns.ts';

/** Days from `start` to `end`, both included; null where open or unknown. */
export interface Period {
  readonly start: PlainDate | null;
  readonly end: PlainDate | null;
}

/** Neither end known. */
export const UNKNOWN_PERIOD: Period = { start: null, end: null };

/** Year and month of a date. @throws RangeError if it is not an ISO date */
export function yearMonth(date: PlainDate): { readonly year: number; readonly month: number } {
  const parts = dateParts(date);
  if (!parts) throw new RangeError(`"${date}" is not a date of the form YYYY-MM-DD`);
  return parts;
}

export function dayPeriod(date: PlainDate | null): Period {
  return { start: date, end: date };
}

/** A run of whole months. @param month may lie outside 1..12 and is carried into the year */
export function monthsPeriod(year: number, month: number, length = 1): Period {
  const first = carryMonth(year, month);
  const last = carryMonth(year, month + length - 1);
  return {
    start: plainDate(first.year, first.month, 1),
    end: plainDate(last.year, last.month, daysInMonth(last.year, last.month)),
  };
}

function carryMonth(year: number, month: number): { readonly year: number; readonly month: number } {
  const months = year * 12 + month - 1;
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
}

export function yearsPeriod(first: number, last = first): Period {
  return { start: plainDate(first, 1, 1), end: plainDate(last, 12, 31) };
}

/** Three months from the season's first month; a winter ends in the next year. */
export function seasonPeriod(year: number, firstMonth: number): Period {
  return monthsPeriod(year, firstMonth, 3);
}

/** Monday to Sunday of the week that holds the date. */
export function calendarWeek(date: PlainDate): Period {
  const monday = addDays(date, -((weekday(date) + 6) % 7));
  return { start: monday, end: addDays(monday, 6) };
}

/** The date some months later (earlier where negative); a day the month lacks becomes its last. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const parts = dateParts(date);
  if (!parts) throw new RangeError(`"${date}" is not a date of the form YYYY-MM-DD`);
  const to = carryMonth(parts.year, parts.month + months);
  return plainDate(to.year, to.month, Math.min(parts.day, daysInMonth(to.year, to.month))) ?? date;
}

/** The date some units later (earlier where negative). Hours count as days, rounded up. */
export function addUnits(date: PlainDate, count: number, unit: UnitName): PlainDate {
  switch (unit) {
    case 'hour':
      return addDays(date, Math.sign(count) * Math.ceil(Math.abs(count) / 24));
    case 'day':
      return addDays(date, count);
    case 'week':
      return addDays(date, 7 * count);
    case 'fortnight':
      return addDays(date, 14 * count);
    case 'month':
      return addMonths(date, count);
    case 'year':
      return addMonths(date, 12 * count);
    case 'decade':
      return addMonths(date, 120 * count);
  }
}

/** What "three months ago" means: the day, the week around it, the calendar month or year it fell in. A count of decades is
 * taken to be off by up to half a year, and whole years are given. */
export function periodAround(date: PlainDate, unit: UnitName): Period {
  const { year, month } = yearMonth(date);
  switch (unit) {
    case 'hour':
    case 'day':
      return dayPeriod(date);
    case 'week':
    case 'fortnight':
      return { start: addDays(date, -3), end: addDays(date, 3) };
    case 'month':
      return monthsPeriod(year, month);
    case 'year':
      return yearsPeriod(year);
    case 'decade':
      return yearsPeriod(yearMonth(addMonths(date, -6)).year, yearMonth(addMonths(date, 6)).year);
  }
}

/** A third or quarter of a period of months or years. @param edge 0 early, 1 middle, 2 late, 3 opening, 4 close */
export function edgeOf(period: Period, edge: number): Period {
  if (!period.start || !period.end) return period;
  const from = yearMonth(period.start);
  const to = yearMonth(period.end);
  const months = (to.year - from.year) * 12 + to.month - from.month + 1;
  if (months === 3 && edge < 3) return monthsPeriod(from.year, from.month + edge, 1);
  if (months === 1) return edgeOfMonth(from.year, from.month, edge);
  if (months % 12 !== 0) return period;
  const third = months / 3;
  const quarter = months / 4;
  if (edge === 3) return monthsPeriod(from.year, from.month, quarter);
  if (edge === 4) return monthsPeriod(from.year, from.month + months - quarter, quarter);
  return monthsPeriod(from.year, from.month + edge * third, third);
}

function edgeOfMonth(year: number, month: number, edge: number): Period {
  const last = daysInMonth(year, month);
  const [from, to] = edge === 0 || edge === 3 ? [1, 10] : edge === 1 ? [11, 20] : [21, last];
  return { start: plainDate(year, month, from), end: plainDate(year, month, to) };
}

/** The given weekday on or before the date, or strictly before it. */
export function weekdayBefore(date: PlainDate, day: number, strictly: boolean): PlainDate {
  const back = (weekday(date) - day + 7) % 7;
  return addDays(date, -(back === 0 && strictly ? 7 : back));
}

/** The given weekday on or after the date, or strictly after it. */
export function weekdayAfter(date: PlainDate, day: number, strictly: boolean): PlainDate {
  const ahead = (day - weekday(date) + 7) % 7;
  return addDays(date, ahead === 0 && strictly ? 7 : ahead);
}
