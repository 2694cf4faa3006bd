/** Counts behind precision and recall. */
export interface Tally {
  /** Entries the engine gave. */
  readonly predicted: number;
  /** Of those, matched with a gold entry, core or not. */
  readonly matched: number;
  /** Gold entries that must be found. */
  readonly core: number;
  /** Of those, matched. */
  readonly coreMatched: number;
}

/** How many of the matched entries have an attribute right. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

export const NO_TALLY: Tally = { predicted: 0, matched: 0, core: 0, coreMatched: 0 };
export const NO_SHARE: Share = { right: 0, of: 0 };

export function addTallies(a: Tally, b: Tally): Tally {
  return {
    predicted: a.predicted + b.predicted,
    matched: a.matched + b.matched,
    core: a.core + b.core,
    coreMatched: a.coreMatched + b.coreMatched,
  };
}

export function addShares(a: Share, b: Share): Share {
  return { right: a.right + b.right, of: a.of + b.of };
}

/** Matched over predicted, 0 to 1; null where nothing was predicted. */
export function precision({ matched, predicted }: Tally): number | null {
  return predicted === 0 ? null : matched / predicted;
}

/** Core matched over core, 0 to 1; null where the gold asks for nothing. */
export function recall({ coreMatched, core }: Tally): number | null {
  return core === 0 ? null : coreMatched / core;
}

/** Harmonic mean of precision and recall, 0 where nothing matches; null where there was nothing to find and nothing was given. */
export function f1(tally: Tally): number | null {
  const [p, r] = [precision(tally), recall(tally)];
  if (p === null && r === null) return null;
  if (!p || !r) return 0;
  return (2 * p * r) / (p + r);
}

/** Right over all, 0 to 1; null of none. */
export function ratio({ right, of }: Share): number | null {
  return of === 0 ? null : right / of;
}
