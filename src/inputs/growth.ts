import { BadInput } from './bad-input.ts';

/** Most bytes that one packed byte may become. Texts come to 20, lists of near-copies to 100; bombs come to 1,000 and more. */
export const MAX_RATIO = 200;
/** Bytes from which the ratio counts: below, a bomb does no harm. */
export const RATIO_FROM = 16 * 1024 * 1024;

/** How packed bytes grow. What is unpacked within something packed counts for the outermost too, so that archives within archives, or
 * entries that share their bytes, come to no more in all than the one file may. */
export class Growth {
  /** Of the outermost container. */
  readonly outermost: Growth;
  #packed = 0;
  #unpacked = 0;

  constructor(outermost?: Growth) {
    this.outermost = outermost ?? this;
  }

  /** Counts packed bytes as they are read. */
  take(bytes: number): void {
    this.#packed += bytes;
  }

  /** Counts unpacked bytes. @throws BadInput where they grow as only a bomb does */
  grow(bytes: number): void {
    this.#unpacked += bytes;
    if (this.#unpacked > RATIO_FROM && this.#unpacked > this.#packed * MAX_RATIO)
      throw new BadInput('read/bomb', `grows to more than ${MAX_RATIO} times its size when unpacked`);
    if (this.outermost !== this) this.outermost.grow(bytes);
  }
}
