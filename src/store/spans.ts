import type { RecordSpan } from '../api/index.ts';

/** A span from its three columns; null where the entry has none. */
export function spanOrNull(start: number | null, end: number | null, text: string | null): RecordSpan | null {
  return start === null || end === null || text === null ? null : { start, end, text };
}
