import type { PlainDate } from '../../base/index.ts';

/** Days from `from` to `to`, both included. */
export interface DayRange {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Days a report may have been published on: stretches in order of time that do not touch. */
export type Candidates = readonly DayRange[];

/** The first and the last day that can be written; they stand for an open end. */
export const [FIRST_DAY, LAST_DAY] = ['0001-01-01', '9999-12-31'];

export const ANY_DAY: Candidates = [{ from: FIRST_DAY, to: LAST_DAY }];

/** Days that lie in both. */
export function intersect(a: Candidates, b: Candidates): Candidates {
  const shared = a.flatMap((left) =>
    b.flatMap((right): Candidates => {
      const from = left.from > right.from ? left.from : right.from;
      const to = left.to < right.to ? left.to : right.to;
      return from <= to ? [{ from, to }] : [];
    }),
  );
  return united(shared);
}

/** The ranges in order of time, those that overlap as one. */
export function united(ranges: readonly DayRange[]): Candidates {
  const merged: DayRange[] = [];
  for (const next of [...ranges].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = merged.at(-1);
    if (last && next.from <= last.to) merged.splice(-1, 1, { from: last.from, to: next.to > last.to ? next.to : last.to });
    else merged.push(next);
  }
  return merged;
}

/** Whether a day is among them. */
export function holds(candidates: Candidates, day: PlainDate): boolean {
  return candidates.some(({ from, to }) => from <= day && day <= to);
}

/** First to last day, an open end as null; null where no day is left. */
export function hull(candidates: Candidates): { readonly from: PlainDate | null; readonly to: PlainDate | null } | null {
  const [first, last] = [candidates[0], candidates.at(-1)];
  if (!first || !last) return null;
  return { from: first.from === FIRST_DAY ? null : first.from, to: last.to === LAST_DAY ? null : last.to };
}

/** Whether both hold the same days. */
export function sameDays(a: Candidates, b: Candidates): boolean {
  return a.length === b.length && a.every(({ from, to }, index) => b[index]?.from === from && b[index]?.to === to);
}
