import { addDays, daysBetween, type PlainDate } from '../base/index.ts';
import type { Telling } from './telling.ts';

/** First and last day, both included. */
export interface Days {
  readonly start: PlainDate;
  readonly end: PlainDate;
}

/** News without a date happened within this many days before it was published. */
export const NEWS_DAYS = 7;

/** Longer spans ("in 2014", "this winter") name a time without saying the day. */
export const LONG_DAYS = 40;

/** When a telling's event can have happened: as told, else in the days before publication; null where neither is known. */
export function possibleDays({ time, published }: Telling): Days | null {
  if (time) return time;
  return published === null ? null : { start: addDays(published, -NEWS_DAYS), end: published };
}

/** Days from the end of the earlier to the start of the later; 0 or less where they overlap. */
export function gapBetween(a: Days, b: Days): number {
  return a.start <= b.start ? daysBetween(a.end, b.start) : daysBetween(b.end, a.start);
}

/** Number of days a span covers. */
export function lengthOf({ start, end }: Days): number {
  return daysBetween(start, end) + 1;
}

/** The days both have; null where none. */
export function meetDays(a: Days, b: Days): Days | null {
  const start = a.start > b.start ? a.start : b.start;
  const end = a.end < b.end ? a.end : b.end;
  return start <= end ? { start, end } : null;
}
