/** Days as whole numbers since 1970, so that they can be counted; ISO dates elsewhere. */
const DAY = 86_400_000;

/** @param date ISO */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
}

/** ISO date of a day number. */
export function dayOf(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/** A moment of a picture's time axis. */
export function moment(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** ISO date a number of days later. */
export function daysLater(date: string, days: number): string {
  return dayOf(dayNumber(date) + days);
}

export type Unit = 'day' | 'week' | 'month';

/** The stretch of time that pictures of so many days count by. */
export function unitFor(days: number): Unit {
  return days <= 130 ? 'day' : days <= 1200 ? 'week' : 'month';
}

/** First day of the stretch of time a day lies in; weeks begin on Monday. */
export function binOf(date: string, unit: Unit): string {
  if (unit === 'day') return date;
  if (unit === 'month') return `${date.slice(0, 7)}-01`;
  const weekday = (((dayNumber(date) + 3) % 7) + 7) % 7;
  return daysLater(date, -weekday);
}

/** First day after a stretch of time that begins on a day. */
export function binEnd(start: string, unit: Unit): string {
  if (unit !== 'month') return daysLater(start, unit === 'day' ? 1 : 7);
  const [year = 0, month = 1] = start.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
