import { daysBetween } from '../base/index.ts';

/** Days from first to last, both counted; 1 where only one is known. */
export function daysOf({ start, end }: { readonly start: string | null; readonly end: string | null }): number {
  return start === null || end === null ? 1 : Math.max(1, daysBetween(start, end) + 1);
}
