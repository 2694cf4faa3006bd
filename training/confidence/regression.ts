/** A thing judged: its clues, and whether it is right. */
export interface Judged {
  readonly clues: ReadonlyMap<string, number>;
  readonly right: boolean;
}

const STEPS = 25;

/** Weights of a logistic regression with a quadratic penalty, by Newton's method; all sums run in one order, so that the same judgements
 * give the same weights.
 * @param penalty of every clue but `free` */
export function fitLogistic(judged: readonly Judged[], penalty: number, free: string): ReadonlyMap<string, number> {
  const names = [...new Set(judged.flatMap(({ clues }) => [...clues.keys()]))].sort();
  const columns = new Map(names.map((name, index) => [name, index]));
  const rows = judged.map(({ clues, right }) => ({
    entries: [...clues].map(([name, amount]) => [columns.get(name) ?? 0, amount] as const).filter(([, amount]) => amount !== 0),
    right,
  }));
  const penalties = names.map((name) => (name === free ? 1e-6 : penalty));
  let weights: readonly number[] = names.map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight, at) => -weight * (penalties[at] ?? 0));
    const curve = names.map((_, at) => names.map((__, other) => (at === other ? (penalties[at] ?? 0) : 0)));
    for (const { entries, right } of rows) {
      const share = logistic(entries.reduce((sum, [at, amount]) => sum + amount * (weights[at] ?? 0), 0));
      for (const [at, amount] of entries) {
        slope[at] = (slope[at] ?? 0) + amount * ((right ? 1 : 0) - share);
        const line = curve[at];
        if (!line) continue;
        for (const [other, factor] of entries) line[other] = (line[other] ?? 0) + amount * factor * share * (1 - share);
      }
    }
    const change = solve(curve, slope);
    weights = weights.map((weight, at) => weight + (change[at] ?? 0));
  }
  return new Map(names.map((name, at) => [name, weights[at] ?? 0]));
}

/** 1 / (1 + e^-x). */
export function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

/** Solves a symmetric positive system by Gaussian elimination; the penalty keeps it regular. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const lines = matrix.map((line, at) => [...line, right[at] ?? 0]);
  const size = lines.length;
  for (let at = 0; at < size; at++) {
    const pivot = lines[at] ?? [];
    for (const [below, line] of lines.entries()) {
      if (below <= at) continue;
      const factor = (line[at] ?? 0) / (pivot[at] ?? 1);
      for (let column = at; column <= size; column++) line[column] = (line[column] ?? 0) - factor * (pivot[column] ?? 0);
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let at = size - 1; at >= 0; at--) {
    const line = lines[at] ?? [];
    let rest = line[size] ?? 0;
    for (let column = at + 1; column < size; column++) rest -= (line[column] ?? 0) * (solution[column] ?? 0);
    solution[at] = rest / (line[at] ?? 1);
  }
  return solution;
}
