import type { RecordBounds } from '../api/index.ts';
import { dateParts, daysInMonth } from '../base/index.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `17 Feb 2017`; the text itself where it is not an ISO date. */
export function dayLabel(date: string): string {
  const parts = dateParts(date);
  return parts ? `${parts.day} ${MONTHS[parts.month - 1]} ${parts.year}` : date;
}

/** A stretch of time at its own precision: a day, a run of days, a whole month or year, open at an end that is null. */
export function periodLabel(start: string | null, end: string | null): string {
  if (start === null && end === null) return 'time not given';
  if (start === null) return `until ${dayLabel(end ?? '')}`;
  if (end === null) return `since ${dayLabel(start)}`;
  if (start === end) return dayLabel(start);
  const [from, to] = [dateParts(start), dateParts(end)];
  if (!from || !to) return `${start} – ${end}`;
  if (from.year !== to.year) return `${dayLabel(start)} – ${dayLabel(end)}`;
  if (start.endsWith('-01-01') && end.endsWith('-12-31')) return String(from.year);
  if (from.month !== to.month) return `${from.day} ${MONTHS[from.month - 1]} – ${dayLabel(end)}`;
  if (from.day === 1 && to.day === daysInMonth(to.year, to.month)) return `${MONTHS[from.month - 1]} ${from.year}`;
  return `${from.day}–${dayLabel(end)}`;
}

/** A counted quantity with its bounds: `12`, `70–90`, `126 or more`, `up to 90`. */
export function boundsLabel({ low, high }: RecordBounds): string {
  if (low === null && high === null) return 'uncounted';
  if (low === null) return `up to ${numeral(high ?? 0)}`;
  if (high === null) return `${numeral(low)} or more`;
  return low === high ? numeral(low) : `${numeral(low)}–${numeral(high)}`;
}

/** A number with thin grouping from five digits on and a true minus sign. */
export function numeral(value: number): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const grouped = whole.length > 4 && /^\d+$/.test(whole) ? whole.replace(/\B(?=(?:\d{3}){1,8}$)/g, '\u202f') : whole;
  return `${value < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** `1 event`, `3 events`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${numeral(count)} ${count === 1 ? noun : plural}`;
}

/** A code word as a reader's words: `heavy-weapons` -> `heavy weapons`. */
export function codeWords(code: string): string {
  return code.replaceAll(/[-_]/g, ' ').toLowerCase();
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** The first letter as a capital. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
