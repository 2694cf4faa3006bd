import type { RecordTie } from '../api/index.ts';
import type { GoldTie } from './gold.ts';
import { type Pairing, pairUp } from './pair-up.ts';
import type { PartyJudge } from './parties.ts';

/** Matches ties: from, to and kind are acceptable ones. */
export function scoreTies(
  golds: readonly GoldTie[],
  predicted: readonly RecordTie[],
  judge: PartyJudge,
): Pairing<GoldTie, RecordTie> {
  return pairUp(golds, predicted, [
    (gold, tie) =>
      gold.kind.includes(tie.kind) && judge.accepts(gold.from, tie.from) && judge.accepts(gold.to, tie.to) ? 1 : null,
  ]);
}
