/** A probability given, and whether it came true. */
export interface Said {
  readonly share: number;
  readonly right: boolean;
}

const BINS = 10;

/** One bin of a reliability table. */
export interface Bin {
  readonly from: number;
  readonly count: number;
  readonly said: number;
  readonly right: number;
}

/** Ten bins of equal width; empty ones are left out. */
export function binsOf(said: readonly Said[]): readonly Bin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = said.filter(({ share }) => Math.min(Math.floor(share * BINS), BINS - 1) === bin);
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    return {
      from: bin / BINS,
      count: inside.length,
      said: mean(inside.map(({ share }) => share)),
      right: mean(inside.map(({ right }) => (right ? 1 : 0))),
    };
  }).filter(({ count }) => count > 0);
}

/** Expected calibration error: how far what is said lies from what is right, over bins weighed by their size. */
export function calibrationError(said: readonly Said[]): number {
  return binsOf(said).reduce((sum, { count, said: mean, right }) => sum + (count / said.length) * Math.abs(mean - right), 0);
}

/** How often a right one is given more than a wrong one (ties count half): 0.5 says nothing, 1 tells all apart. */
export function discrimination(said: readonly Said[]): number {
  const [good, bad] = [said.filter(({ right }) => right), said.filter(({ right }) => !right)];
  let wins = 0;
  for (const { share } of good) for (const other of bad) wins += share > other.share ? 1 : share === other.share ? 0.5 : 0;
  return wins / (good.length * bad.length);
}
