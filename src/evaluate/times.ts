import type { RecordTime } from '../api/index.ts';
import { dateParts, daysBetween, overlaps } from '../base/index.ts';
import type { GoldTime } from './gold.ts';
import { type Pairing, pairUp } from './pair-up.ts';

interface Bounds {
  readonly start: string | null;
  readonly end: string | null;
}

/** Days a loose gold bound may be off. */
const LOOSE_DAYS = 7;

/** Whether both bounds are the gold's days; within a week where the gold is loose. */
export function sameDays(gold: Bounds & { readonly loose: boolean }, predicted: Bounds): boolean {
  const days = gold.loose ? LOOSE_DAYS : 0;
  return sameDay(gold.start, predicted.start, days) && sameDay(gold.end, predicted.end, days);
}

function sameDay(gold: string | null, predicted: string | null, days: number): boolean {
  if (gold === predicted) return true;
  if (days === 0 || gold === null || predicted === null || !dateParts(gold) || !dateParts(predicted)) return false;
  return Math.abs(daysBetween(gold, predicted)) <= days;
}

/** Matches date expressions: spans overlap and bounds are equal. */
export function scoreTimes(golds: readonly GoldTime[], predicted: readonly RecordTime[]): Pairing<GoldTime, RecordTime> {
  return pairUp(golds, predicted, [
    (gold, time) =>
      overlaps(gold.span, time.span) && sameDays({ start: gold.start, end: gold.end, loose: gold.loose ?? false }, time)
        ? 1
        : null,
  ]);
}
