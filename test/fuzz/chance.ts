import { seededRandom } from '../../training/random.ts';

/** Random choices that repeat exactly: the same key gives the same choices on any machine. */
export class Chance {
  readonly #next: () => number;

  constructor(key: string) {
    this.#next = seededRandom(mixed(key));
  }

  /** Whether something that has a share of `share` of all cases is so in this one. */
  is(share: number): boolean {
    return this.#next() < share;
  }

  /** A whole number from 0 up to but not including `bound`. */
  below(bound: number): number {
    return Math.floor(this.#next() * bound);
  }

  /** A whole number from `least` to `most`, small ones far more often than large ones. */
  size(least: number, most: number): number {
    return least + Math.floor((most - least + 1) * this.#next() ** 3);
  }

  pick<T>(list: readonly [T, ...T[]] | readonly T[]): T {
    const found = list[this.below(list.length)];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  }

  /** As many things as {@link size} says. */
  some<T>(least: number, most: number, make: () => T): T[] {
    return Array.from({ length: this.size(least, most) }, make);
  }
}

/** FNV-1a with the last steps of MurmurHash3, so that keys that differ in one digit begin far apart. */
function mixed(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
