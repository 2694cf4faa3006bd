import { ByteReader, ByteWriter } from './bytes.ts';
import { KeyIndex, readKeys, writeKeys } from './key-index.ts';

/** Integers per unit in the first and the second layer of a rounded network. */
export const HIDDEN_SCALE = 64;
export const OUTPUT_SCALE = 64;

/** A network with one hidden layer over hashed features, weights rounded to integers. */
export interface MlpRows {
  /** Width of the hidden layer, a multiple of 4. */
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

/** hidden = ReLU(bias + sum of the rows of the known features), outputs = matrix times hidden. All in integers, so that every
 * machine computes the same. */
export class SparseMlp {
  readonly outputs: number;
  readonly #width: number;
  readonly #index: KeyIndex;
  readonly #rows: Int16Array;
  readonly #bias: Int32Array;
  readonly #output: Int32Array;
  readonly #hidden: Int32Array;
  /** The first `#live` entries are the units above zero; the others add nothing to any output. */
  readonly #active: Int32Array;
  #live = 0;

  constructor(model: MlpRows) {
    this.outputs = model.outputs;
    this.#width = model.hidden;
    this.#rows = model.rows;
    this.#bias = Int32Array.from(model.bias);
    this.#output = Int32Array.from(model.output);
    this.#hidden = new Int32Array(model.hidden);
    this.#active = new Int32Array(model.hidden);
    this.#index = new KeyIndex(model.keys.length);
    for (const [row, key] of model.keys.entries()) this.#index.set(key | 0, row * model.hidden);
  }

  /** Computes the hidden layer for the first `count` features; {@link outputAt} reads it. */
  read(features: Int32Array, count: number): void {
    const hidden = this.#hidden;
    const rows = this.#rows;
    const width = this.#width;
    const index = this.#index;
    hidden.set(this.#bias);
    for (let at = 0; at < count; at++) {
      let cell = index.get(features[at] as number);
      if (cell < 0) continue;
      for (let unit = 0; unit < width; unit += 4, cell += 4) {
        hidden[unit] = (hidden[unit] as number) + (rows[cell] as number);
        hidden[unit + 1] = (hidden[unit + 1] as number) + (rows[cell + 1] as number);
        hidden[unit + 2] = (hidden[unit + 2] as number) + (rows[cell + 2] as number);
        hidden[unit + 3] = (hidden[unit + 3] as number) + (rows[cell + 3] as number);
      }
    }
    const active = this.#active;
    let live = 0;
    for (let unit = 0; unit < width; unit++) if ((hidden[unit] as number) > 0) active[live++] = unit;
    this.#live = live;
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
