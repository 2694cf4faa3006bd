import type { RecordFigure } from '../api/index.ts';
import { overlaps, spanIou } from '../base/index.ts';
import type { GoldFigure } from './gold.ts';
import { type Pairing, pairUp } from './pair-up.ts';

/** Matches figures: spans overlap and both bounds are acceptable. */
export function scoreFigures(
  golds: readonly GoldFigure[],
  predicted: readonly RecordFigure[],
): Pairing<GoldFigure, RecordFigure> {
  return pairUp(golds, predicted, [
    (gold, figure) =>
      overlaps(gold.span, figure.span) && isNumberRight(gold, figure) ? spanIou(gold.span, figure.span) : null,
  ]);
}

function isNumberRight(gold: GoldFigure, figure: RecordFigure): boolean {
  const lows = [gold.low, ...(gold.lowOk ?? [])];
  const highs = [gold.high, ...(gold.highOk ?? [])];
  return lows.includes(figure.low) && highs.includes(figure.high);
}
