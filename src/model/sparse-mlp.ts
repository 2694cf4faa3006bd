import { ByteReader, ByteWriter } from './bytes.ts';
import { KeyIndex, readKeys, writeKeys } from './key-index.ts';

/** Integers per unit in the first and the second layer of a rounded network. */
export const HIDDEN_SCALE = 64;
export const OUTPUT_SCALE = 64;

/** A network with one hidden layer over hashed features, weights rounded to integers. */
export interface MlpRows {
  /** Width of the hidden layer, an even number. */
  readonly hidden: number;
  readonly outputs: number;
  /** Ascending, none 0. */
  readonly keys: Uint32Array;
  /** Row-major, one row of `hidden` a key; times HIDDEN_SCALE. */
  readonly rows: Int16Array;
  /** `hidden` entries; times HIDDEN_SCALE. */
  readonly bias: Int16Array;
  /** Row-major, one row of `hidden` and a bias an output; times OUTPUT_SCALE. */
  readonly output: Int16Array;
}

/** Most features one reading may have: with it, {@link SparseMlp} proves at the start that no sum leaves 16 bits. */
const MOST_FEATURES = 128;

/** hidden = ReLU(bias + sum of the rows of the known features), outputs = matrix times hidden. All in integers, so that every
 * machine computes the same. Two units of 16 bits are added as one number of 32: unit 2n is its low half, 2n + 1 its high half. */
export class SparseMlp {
  readonly outputs: number;
  readonly #width: number;
  readonly #index: KeyIndex;
  /** A row is `#width` / 2 pairs. */
  readonly #rows: Int32Array;
  readonly #bias: Int32Array;
  readonly #output: Int32Array;
  /** As many pairs as a row. */
  readonly #sums: Int32Array;
  readonly #hidden: Int32Array;
  /** First pair of the row of each known feature. */
  readonly #cells = new Int32Array(MOST_FEATURES);
  /** The first `#live` entries are the units above zero; the others add nothing to any output. */
  readonly #active: Int32Array;
  #live = 0;

  /** @throws RangeError where the width is odd, or {@link MOST_FEATURES} rows could sum to more than 16 bits */
  constructor(model: MlpRows) {
    const { hidden: width } = model;
    if (width % 2 !== 0) throw new RangeError(`a hidden layer of ${width} units, expected an even number`);
    const greatest = MOST_FEATURES * largest(model.rows) + largest(model.bias);
    if (greatest > 32767) throw new RangeError(`a unit may reach ${greatest}, expected at most 32767`);
    this.outputs = model.outputs;
    this.#width = width;
    this.#rows = inPairs(model.rows);
    this.#bias = inPairs(model.bias);
    this.#output = Int32Array.from(model.output);
    this.#sums = new Int32Array(width / 2);
    this.#hidden = new Int32Array(width);
    this.#active = new Int32Array(width);
    this.#index = new KeyIndex(model.keys.length);
    for (let row = 0; row < model.keys.length; row++) this.#index.set((model.keys[row] as number) | 0, (row * width) / 2);
  }

  /** Computes the hidden layer for the first `count` features; {@link outputAt} reads it.
   * @throws RangeError where there are more than 128 */
  read(features: Int32Array, count: number): void {
    if (count > MOST_FEATURES) throw new RangeError(`${count} features, expected at most ${MOST_FEATURES}`);
    const cells = this.#cells;
    let known = 0;
    for (let at = 0; at < count; at++) {
      const cell = this.#index.get(features[at] as number);
      if (cell >= 0) cells[known++] = cell;
    }
    this.#sum(known);
    this.#live = 0;
    for (let pair = 0; pair < this.#sums.length; pair++) this.#keep(2 * pair, this.#sums[pair] as number);
  }

  /** Sums the bias and the first `known` rows. Eight rows at a time, each from end to end: they come from memory, and going through them
   * block by block took 1.4 times as long (the parser's 44,000 rows of 192 units). */
  #sum(known: number): void {
    const [rows, cells, sums] = [this.#rows, this.#cells, this.#sums];
    sums.set(this.#bias);
    let at = 0;
    for (; at + 7 < known; at += 8) {
      const [a, b, c, d] = [cells[at] as number, cells[at + 1] as number, cells[at + 2] as number, cells[at + 3] as number];
      const [e, f, g, h] = [cells[at + 4] as number, cells[at + 5] as number, cells[at + 6] as number, cells[at + 7] as number];
      for (let pair = 0; pair < sums.length; pair++)
        sums[pair] =
          ((sums[pair] as number) +
            (rows[a + pair] as number) +
            (rows[b + pair] as number) +
            (rows[c + pair] as number) +
            (rows[d + pair] as number) +
            (rows[e + pair] as number) +
            (rows[f + pair] as number) +
            (rows[g + pair] as number) +
            (rows[h + pair] as number)) |
          0;
    }
    for (; at < known; at++) {
      const cell = cells[at] as number;
      for (let pair = 0; pair < sums.length; pair++) sums[pair] = ((sums[pair] as number) + (rows[cell + pair] as number)) | 0;
    }
  }

  /** Parts a pair into two units and keeps those above zero. */
  #keep(unit: number, pair: number): void {
    const low = (pair << 16) >> 16;
    const high = (pair - low) >> 16;
    if (low > 0) {
      this.#hidden[unit] = low;
      this.#active[this.#live++] = unit;
    }
    if (high > 0) {
      this.#hidden[unit + 1] = high;
      this.#active[this.#live++] = unit + 1;
    }
  }

  /** One output for the hidden layer read last, in units of 1 / (HIDDEN_SCALE * OUTPUT_SCALE). */
  outputAt(output: number): number {
    const hidden = this.#hidden;
    const weights = this.#output;
    const active = this.#active;
    const live = this.#live;
    const cell = output * (this.#width + 1);
    let sum = Math.imul(weights[cell + this.#width] as number, HIDDEN_SCALE);
    for (let at = 0; at < live; at++) {
      const unit = active[at] as number;
      sum = (sum + Math.imul(hidden[unit] as number, weights[cell + unit] as number)) | 0;
    }
    return sum;
  }

  /** The highest of the outputs `from` to `to` (exclusive), counted from `from`; the lowest number wins ties. */
  best(from: number, to: number): number {
    let [best, highest] = [0, Number.NEGATIVE_INFINITY];
    for (let output = from; output < to; output++) {
      const value = this.outputAt(output);
      if (value <= highest) continue;
      highest = value;
      best = output - from;
    }
    return best;
  }
}

function inPairs(units: Int16Array): Int32Array {
  const pairs = new Int32Array(units.length / 2);
  for (let pair = 0; pair < pairs.length; pair++)
    pairs[pair] = ((units[2 * pair + 1] as number) * 65536 + (units[2 * pair] as number)) | 0;
  return pairs;
}

function largest(weights: Int16Array): number {
  let largest = 0;
  for (let at = 0; at < weights.length; at++) {
    const size = Math.abs(weights[at] as number);
    if (size > largest) largest = size;
  }
  return largest;
}

/** Compact bytes: keys as differences, weights of mostly one byte. */
export function encodeMlp(model: MlpRows): Uint8Array {
  const writer = new ByteWriter();
  writer.unsigned(model.hidden);
  writer.unsigned(model.outputs);
  writeKeys(writer, model.keys);
  for (const weights of [model.rows, model.bias, model.output]) for (const weight of weights) writer.signed(weight);
  return writer.finish();
}

/** Reads what {@link encodeMlp} wrote. @throws RangeError where the bytes are cut short */
export function decodeMlp(bytes: Uint8Array): MlpRows {
  const reader = new ByteReader(bytes);
  const hidden = reader.unsigned();
  const outputs = reader.unsigned();
  const keys = readKeys(reader);
  const weights = (length: number) => {
    const read = new Int16Array(length);
    for (let at = 0; at < length; at++) read[at] = reader.signed();
    return read;
  };
  return {
    hidden,
    outputs,
    keys,
    rows: weights(keys.length * hidden),
    bias: weights(hidden),
    output: weights(outputs * (hidden + 1)),
  };
}
