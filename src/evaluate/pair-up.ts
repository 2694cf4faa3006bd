import { isCore } from './gold.ts';
import type { Tally } from './tally.ts';

/** A gold entry and the prediction that stands for it. */
export interface Pair<G, P> {
  readonly gold: G;
  readonly predicted: P;
}

/** Outcome of matching: the pairs in gold order, and what is left on either side. */
export interface Pairing<G, P> {
  readonly pairs: readonly Pair<G, P>[];
  /** Core gold entries without a prediction. */
  readonly missed: readonly G[];
  /** Predictions without a gold entry. */
  readonly extra: readonly P[];
  readonly tally: Tally;
}

/** How well a prediction stands for a gold entry (higher is better), or null where it does not. */
export type Affinity<G, P> = (gold: G, predicted: P) => number | null;

interface Candidate {
  readonly gold: number;
  readonly predicted: number;
  readonly score: number;
}

/** Matches one to one, greedily: passes in their order, in a pass the highest score first, core entries before others. */
export function pairUp<G extends { readonly core?: boolean }, P>(
  golds: readonly G[],
  predictions: readonly P[],
  passes: readonly Affinity<G, P>[],
): Pairing<G, P> {
  const taken = new Map<number, number>();
  const used = new Set<number>();
  for (const affinity of passes)
    for (const candidate of candidates(golds, predictions, affinity)) {
      if (taken.has(candidate.gold) || used.has(candidate.predicted)) continue;
      taken.set(candidate.gold, candidate.predicted);
      used.add(candidate.predicted);
    }
  const pairs = golds.flatMap((gold, index) => {
    const predicted = predictions[taken.get(index) ?? -1];
    return predicted === undefined ? [] : [{ gold, predicted }];
  });
  const missed = golds.filter((gold, index) => isCore(gold) && !taken.has(index));
  const coreMatched = pairs.filter(({ gold }) => isCore(gold)).length;
  return {
    pairs,
    missed,
    extra: predictions.filter((_, index) => !used.has(index)),
    tally: { predicted: predictions.length, matched: pairs.length, core: coreMatched + missed.length, coreMatched },
  };
}

/** Added to the score of core entries, above any affinity in use. */
const CORE_FIRST = 100;

function candidates<G extends { readonly core?: boolean }, P>(
  golds: readonly G[],
  predictions: readonly P[],
  affinity: Affinity<G, P>,
): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const [gold, entry] of golds.entries())
    for (const [predicted, prediction] of predictions.entries()) {
      const score = affinity(entry, prediction);
      if (score !== null) found.push({ gold, predicted, score: score + (isCore(entry) ? CORE_FIRST : 0) });
    }
  return found.sort((a, b) => b.score - a.score || a.gold - b.gold || a.predicted - b.predicted);
}
