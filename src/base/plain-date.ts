/** A calendar date as ISO `YYYY-MM-DD`; compares as text. No time zone, no clock. */
export type PlainDate = string;

const DAY_MS = 86_400_000;

/** Days in a month of a year in the Gregorian calendar. @param month 1 to 12 */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** ISO date of the given day, or null where no such day exists (`2017-02-30`). */
export function plainDate(year: number, month: number, day: number): PlainDate | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The parts of an ISO date, or null where the text is not one. */
export function dateParts(text: string): { readonly year: number; readonly month: number; readonly day: number } | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return plainDate(year, month, day) === text ? { year, month, day } : null;
}

function toEpochDay(date: PlainDate): number {
  const parts = dateParts(date);
  if (!parts) throw new RangeError(`"${date}" is not a date of the form YYYY-MM-DD`);
  return Date.UTC(parts.year, parts.month - 1, parts.day) / DAY_MS;
}

/** The date `days` later (earlier where negative). @throws RangeError if `date` is not an ISO date */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date((toEpochDay(date) + days) * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`, negative where `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** Day of the week, 0 Sunday to 6 Saturday. */
export function weekday(date: PlainDate): number {
  return (((toEpochDay(date) + 4) % 7) + 7) % 7;
}
