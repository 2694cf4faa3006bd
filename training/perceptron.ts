import { type LinearRows, SPREAD } from '../src/model/index.ts';

/** How averaged weights become the integers of a {@link LinearRows}. */
export interface Rounding {
  /** Averaged weights of smaller magnitude are dropped. */
  readonly threshold: number;
  /** Integer weight = averaged weight times this, rounded. */
  readonly scale: number;
}

/** Averaged multi-class perceptron over hashed features (Freund & Schapire 1999; Collins 2002). Weights are cells in
 * linked rows, made when first updated. */
export class Perceptron {
  readonly classes: number;
  readonly scores: Float64Array;
  #keys = new Int32Array(1 << 16);
  #heads = new Int32Array(1 << 16);
  #rows = 0;
  #cellClass = new Uint8Array(1 << 16);
  #next = new Int32Array(1 << 16);
  #weight = new Float32Array(1 << 16);
  #total = new Float64Array(1 << 16);
  #stamp = new Int32Array(1 << 16);
  #cells = 1;
  #now = 1;

  constructor(classes: number) {
    this.classes = classes;
    this.scores = new Float64Array(classes);
  }

  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = (Math.imul(key, SPREAD) >>> Math.clz32(mask)) & mask;
    while (this.#keys[slot] !== key && this.#keys[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }

  /** Fills and returns `scores` for the first `count` features. */
  score(features: Int32Array, count: number): Float64Array {
    const { scores } = this;
    const [keys, heads, cellClass, next, weight] = [this.#keys, this.#heads, this.#cellClass, this.#next, this.#weight];
    const mask = keys.length - 1;
    const shift = Math.clz32(mask);
    scores.fill(0);
    for (let at = 0; at < count; at++) {
      const key = features[at] as number;
      let slot = Math.imul(key, SPREAD) >>> shift;
      while (keys[slot] !== key && keys[slot] !== 0) slot = (slot + 1) & mask;
      for (let cell = heads[slot] as number; cell !== 0; cell = next[cell] as number)
        scores[cellClass[cell] as number] = (scores[cellClass[cell] as number] as number) + (weight[cell] as number);
    }
    return scores;
  }

  /** Call once an example, before its updates: averages run over examples. */
  tick(): void {
    this.#now++;
  }

  /** Raises `good` and lowers `bad` for every feature. */
  update(features: Int32Array, count: number, good: number, bad: number, step = 1): void {
    for (let at = 0; at < count; at++) {
      this.bump(features[at] as number, good, step);
      this.bump(features[at] as number, bad, -step);
    }
  }

  /** Adds to one weight. */
  bump(key: number, label: number, by: number): void {
    if (key === 0) return;
    if (this.#rows * 2 > this.#keys.length) this.#growRows();
    const slot = this.#slot(key);
    if (this.#keys[slot] === 0) {
      this.#keys[slot] = key;
      this.#rows++;
    }
    let cell = this.#heads[slot] as number;
    while (cell !== 0 && this.#cellClass[cell] !== label) cell = this.#next[cell] as number;
    if (cell === 0) {
      cell = this.#newCell(label, this.#heads[slot] as number);
      this.#heads[slot] = cell;
    }
    const weight = this.#weight[cell] as number;
    this.#total[cell] = (this.#total[cell] as number) + weight * (this.#now - (this.#stamp[cell] as number));
    this.#stamp[cell] = this.#now;
    this.#weight[cell] = weight + by;
  }

  #newCell(label: number, next: number): number {
    if (this.#cells === this.#next.length) {
      this.#cellClass = longer(this.#cellClass, (n) => new Uint8Array(n));
      this.#next = longer(this.#next, (n) => new Int32Array(n));
      this.#weight = longer(this.#weight, (n) => new Float32Array(n));
      this.#total = longer(this.#total, (n) => new Float64Array(n));
      this.#stamp = longer(this.#stamp, (n) => new Int32Array(n));
    }
    this.#cellClass[this.#cells] = label;
    this.#next[this.#cells] = next;
    this.#stamp[this.#cells] = this.#now;
    return this.#cells++;
  }

  #growRows(): void {
    const [keys, heads] = [this.#keys, this.#heads];
    this.#keys = new Int32Array(keys.length * 2);
    this.#heads = new Int32Array(keys.length * 2);
    for (let old = 0; old < keys.length; old++) {
      if (keys[old] === 0) continue;
      const slot = this.#slot(keys[old] as number);
      this.#keys[slot] = keys[old] as number;
      this.#heads[slot] = heads[old] as number;
    }
  }

  /** The averaged weights, rounded. */
  rows({ threshold, scale }: Rounding): LinearRows {
    const found: { key: number; cells: { label: number; weight: number }[] }[] = [];
    for (let slot = 0; slot < this.#keys.length; slot++) {
      if (this.#keys[slot] === 0) continue;
      const cells: { label: number; weight: number }[] = [];
      for (let cell = this.#heads[slot] as number; cell !== 0; cell = this.#next[cell] as number) {
        const late = (this.#weight[cell] as number) * (this.#now - (this.#stamp[cell] as number));
        const average = ((this.#total[cell] as number) + late) / this.#now;
        const weight = Math.max(-32768, Math.min(32767, Math.round(average * scale)));
        if (Math.abs(average) >= threshold && weight !== 0) cells.push({ label: this.#cellClass[cell] as number, weight });
      }
      if (cells.length > 0) found.push({ key: (this.#keys[slot] as number) >>> 0, cells });
    }
    found.sort((a, b) => a.key - b.key);
    const cells = found.flatMap((row) => row.cells.sort((a, b) => a.label - b.label));
    const starts = new Uint32Array(found.length + 1);
    for (const [row, { cells: own }] of found.entries()) starts[row + 1] = (starts[row] as number) + own.length;
    return {
      classes: this.classes,
      keys: Uint32Array.from(found, (row) => row.key),
      starts,
      cellClasses: Uint8Array.from(cells, (cell) => cell.label),
      cellWeights: Int16Array.from(cells, (cell) => cell.weight),
    };
  }
}

function longer<A extends { length: number; set(from: A): void }>(old: A, make: (length: number) => A): A {
  const grown = make(old.length * 2);
  grown.set(old);
  return grown;
}
