import { addDays, type PlainDate, plainDate, weekday } from '../../base/index.ts';
import type { Candidates } from './candidates.ts';

/** Years that are tried for a day whose year is not said: those news in English with such dates may come from. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2100];

/** The days of a month and day in every year that may hold one near the candidates. */
export function daysOfYears(month: number, day: number, candidates: Candidates): readonly PlainDate[] {
  const yearOf = (date: PlainDate | undefined, edge: number) => Number(date?.slice(0, 4) ?? edge);
  const first = Math.max(FIRST_YEAR, yearOf(candidates[0]?.from, FIRST_YEAR) - 1);
  const last = Math.min(LAST_YEAR, yearOf(candidates.at(-1)?.to, LAST_YEAR) + 1);
  const days: PlainDate[] = [];
  for (let year = first; year <= last; year++) {
    const date = plainDate(year, month, day);
    if (date) days.push(date);
  }
  return days;
}

/** The given weekday on or after a day. */
export function weekdayFrom(date: PlainDate, day: number): PlainDate {
  return addDays(date, (day - weekday(date) + 7) % 7);
}
