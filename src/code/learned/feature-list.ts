import { hashText } from '../../model/index.ts';

/** Features of one question as 32-bit keys, each at most once. Those of frames can be told apart, so that training may hide them. */
export class FeatureList {
  readonly #keys = new Set<number>();
  readonly #ofFrames = new Set<number>();
  #inFrames = false;

  /** Adds one feature; parts are joined, so `add('a', 'b')` and `add('ab')` differ. */
  add(...parts: readonly string[]): void {
    const key = hashText(parts.join('\u0001')) || 1;
    this.#keys.add(key);
    if (this.#inFrames) this.#ofFrames.add(key);
  }

  /** All that `body` adds counts as told by frames. */
  frames(body: () => void): void {
    this.#inFrames = true;
    body();
    this.#inFrames = false;
  }

  get keys(): Int32Array {
    return Int32Array.from(this.#keys);
  }

  /** Keys that came from frames. */
  get frameKeys(): ReadonlySet<number> {
    return this.#ofFrames;
  }
}
