import type { ByteReader, ByteWriter } from './bytes.ts';
import { SPREAD } from './hash.ts';

/** Open-addressing table from non-zero 32-bit keys to 32-bit integers. Slots are pairs (key, value); key 0 is empty. */
export class KeyIndex {
  readonly #slots: Int32Array;
  readonly #shift: number;
  readonly #mask: number;

  /** @param size how many keys will be stored; the table is at most half full */
  constructor(size: number) {
    const bits = Math.max(4, Math.ceil(Math.log2(size + 1)) + 1);
    this.#slots = new Int32Array(2 << bits);
    this.#shift = 32 - bits;
    this.#mask = (2 << bits) - 1;
  }

  set(key: number, value: number): void {
    const slots = this.#slots;
    let slot = (Math.imul(key, SPREAD) >>> this.#shift) << 1;
    while (slots[slot] !== 0 && slots[slot] !== key) slot = (slot + 2) & this.#mask;
    slots[slot] = key;
    slots[slot + 1] = value;
  }

  /** The value stored for a key, -1 where there is none. */
  get(key: number): number {
    const slots = this.#slots;
    let slot = (Math.imul(key, SPREAD) >>> this.#shift) << 1;
    let found = slots[slot] as number;
    while (found !== key) {
      if (found === 0) return -1;
      slot = (slot + 2) & this.#mask;
      found = slots[slot] as number;
    }
    return slots[slot + 1] as number;
  }
}

/** Writes keys in ascending unsigned order as differences. */
export function writeKeys(writer: ByteWriter, keys: Uint32Array): void {
  writer.unsigned(keys.length);
  let last = 0;
  for (const key of keys) {
    writer.unsigned(key - last);
    last = key;
  }
}

/** Reads what {@link writeKeys} wrote. */
export function readKeys(reader: ByteReader): Uint32Array {
  const keys = new Uint32Array(reader.unsigned());
  let last = 0;
  for (let at = 0; at < keys.length; at++) {
    last = (last + reader.unsigned()) >>> 0;
    keys[at] = last;
  }
  return keys;
}
