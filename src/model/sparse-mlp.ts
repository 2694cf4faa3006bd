import { ByteReader, ByteWriter } from './bytes.ts';
import { KeyIndex, readKeys, writeKeys } from './key-index.ts';

/** Integers per unit in the first and the second layer of a rounded network. */
export const HIDDEN_SCALE = 64;
export const OUTPUT_SCALE = 64;

/** A network with one hidden layer over hashed features, weights rounded to integers. */
export interface MlpRows {
  /** Width of the hidden layer, a multiple of 16. */
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
/** Units summed side by side. */
const BLOCK = 16;

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
  readonly #hidden: Int32Array;
  /** First pair of the row of each known feature. */
  readonly #cells = new Int32Array(MOST_FEATURES);
  /** The first `#live` entries are the units above zero; the others add nothing to any output. */
  readonly #active: Int32Array;
  #live = 0;

  /** @throws RangeError where the width is not a multiple of 16, or {@link MOST_FEATURES} rows could sum to more than 16 bits */
  constructor(model: MlpRows) {
    const { hidden: width } = model;
    if (width % BLOCK !== 0) throw new RangeError(`a hidden layer of ${width} units, expected a multiple of ${BLOCK}`);
    const greatest = MOST_FEATURES * largest(model.rows) + largest(model.bias);
    if (greatest > 32767) throw new RangeError(`a unit may reach ${greatest}, expected at most 32767`);
    this.outputs = model.outputs;
    this.#width = width;
    this.#rows = inPairs(model.rows);
    this.#bias = inPairs(model.bias);
    this.#output = Int32Array.from(model.output);
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
    this.#live = 0;
    for (let pair = 0; pair < this.#width / 2; pair += BLOCK / 2) this.#sum(pair, known);
  }

  /** Sums one block of the hidden layer, eight pairs from `pair` on, over the first `known` rows. */
  #sum(pair: number, known: number): void {
    const [rows, cells, bias] = [this.#rows, this.#cells, this.#bias];
    let [a, b, c, d] = [bias[pair] as number, bias[pair + 1] as number, bias[pair + 2] as number, bias[pair + 3] as number];
    let [e, f, g, h] = [bias[pair + 4] as number, bias[pair + 5] as number, bias[pair + 6] as number, bias[pair + 7] as number];
    for (let at = 0; at < known; at++) {
      const cell = (cells[at] as number) + pair;
      a = (a + (rows[cell] as number)) | 0;
      b = (b + (rows[cell + 1] as number)) | 0;
      c = (c + (rows[cell + 2] as number)) | 0;
      d = (d + (rows[cell + 3] as number)) | 0;
      e = (e + (rows[cell + 4] as number)) | 0;
      f = (f + (rows[cell + 5] as number)) | 0;
      g = (g + (rows[cell + 6] as number)) | 0;
      h = (h + (rows[cell + 7] as number)) | 0;
    }
    const unit = 2 * pair;
    this.#keep(unit, a);
    this.#keep(unit + 2, b);
    this.#keep(unit + 4, c);
    this.#keep(unit + 6, d);
    this.#keep(unit + 8, e);
    this.#keep(unit + 10, f);
    this.#keep(unit + 12, g);
    this.#keep(unit + 14, h);
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
