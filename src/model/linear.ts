import { ByteReader, ByteWriter } from './bytes.ts';
import { SPREAD } from './hash.ts';
import { readKeys, writeKeys } from './key-index.ts';

/** A sparse weight matrix by feature: cells `starts[r]` to `starts[r + 1]` belong to `keys[r]`. */
export interface LinearRows {
  readonly classes: number;
  /** Ascending, none 0. */
  readonly keys: Uint32Array;
  /** One longer than `keys`. */
  readonly starts: Uint32Array;
  readonly cellClasses: Uint8Array;
  readonly cellWeights: Int16Array;
}

/** A cell packs class (bits 0-7), "last of its row" (bit 8) and weight (from bit 9). */
const LAST = 256;

/** A linear classifier over hashed features with integer weights. Unknown features weigh nothing. */
export class LinearModel {
  readonly classes: number;
  readonly #cells: Int32Array;
  /** Pairs (feature key, first cell). */
  readonly #slots: Int32Array;
  readonly #shift: number;
  readonly #mask: number;

  constructor(rows: LinearRows) {
    this.classes = rows.classes;
    const bits = Math.max(4, Math.ceil(Math.log2(rows.keys.length + 1)) + 1);
    this.#slots = new Int32Array(2 << bits);
    this.#shift = 32 - bits;
    this.#mask = (2 << bits) - 1;
    this.#cells = new Int32Array(rows.cellClasses.length);
    for (let row = 0; row < rows.keys.length; row++) this.#insert(rows, row);
  }

  #insert(rows: LinearRows, row: number): void {
    const key = (rows.keys[row] as number) | 0;
    const [from, to] = [rows.starts[row] as number, rows.starts[row + 1] as number];
    for (let cell = from; cell < to; cell++) {
      const last = cell === to - 1 ? LAST : 0;
      this.#cells[cell] = ((rows.cellWeights[cell] as number) << 9) | last | (rows.cellClasses[cell] as number);
    }
    let slot = (Math.imul(key, SPREAD) >>> this.#shift) << 1;
    while (this.#slots[slot] !== 0) slot = (slot + 2) & this.#mask;
    this.#slots[slot] = key;
    this.#slots[slot + 1] = from;
  }

  /** Adds the weights of the first `count` features to `scores`, one entry a class. */
  add(features: Int32Array, count: number, scores: Int32Array): void {
    const slots = this.#slots;
    const cells = this.#cells;
    const shift = this.#shift;
    const mask = this.#mask;
    for (let at = 0; at < count; at++) {
      const key = features[at] as number;
      let slot = (Math.imul(key, SPREAD) >>> shift) << 1;
      let found = slots[slot] as number;
      while (found !== key && found !== 0) {
        slot = (slot + 2) & mask;
        found = slots[slot] as number;
      }
      if (found === 0) continue;
      let at2 = slots[slot + 1] as number;
      let cell = 0;
      do {
        cell = cells[at2++] as number;
        scores[cell & 255] = (scores[cell & 255] as number) + (cell >> 9);
      } while ((cell & LAST) === 0);
    }
  }
}

/** Index of the highest of the first `count` scores; the lowest index wins ties. */
export function argmax(scores: Int32Array, count: number): number {
  let best = 0;
  for (let index = 1; index < count; index++) if ((scores[index] as number) > (scores[best] as number)) best = index;
  return best;
}

/** Compact bytes: keys as differences, then class and weight of each cell. */
export function encodeLinear(rows: LinearRows): Uint8Array {
  const writer = new ByteWriter();
  writer.unsigned(rows.classes);
  writeKeys(writer, rows.keys);
  for (let row = 0; row < rows.keys.length; row++)
    writer.unsigned((rows.starts[row + 1] as number) - (rows.starts[row] as number));
  writer.unsigned(rows.cellClasses.length);
  writer.raw(rows.cellClasses);
  for (const weight of rows.cellWeights) writer.signed(weight);
  return writer.finish();
}

/** Reads what {@link encodeLinear} wrote. @throws RangeError where the bytes are cut short */
export function decodeLinear(bytes: Uint8Array): LinearRows {
  const reader = new ByteReader(bytes);
  const classes = reader.unsigned();
  const keys = readKeys(reader);
  const starts = new Uint32Array(keys.length + 1);
  for (let row = 0; row < keys.length; row++) starts[row + 1] = (starts[row] as number) + reader.unsigned();
  const cellClasses = reader.raw(reader.unsigned()).slice();
  const cellWeights = new Int16Array(cellClasses.length);
  for (let cell = 0; cell < cellWeights.length; cell++) cellWeights[cell] = reader.signed();
  return { classes, keys, starts, cellClasses, cellWeights };
}
