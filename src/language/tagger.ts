import { mix, type SparseMlp, seed } from '../model/index.ts';
import { AFTER, AMBIGUITY, BEFORE, LOWER, PREFIX, RECASED, SHAPE, SUFFIX, WORD } from './words.ts';

/** Names of the tags, by number. */
export interface TagSet {
  readonly xpos: readonly string[];
  readonly upos: readonly string[];
}

/** Mark for "no tag": before the sentence. */
export const NO_TAG = 255;

/** Size of a buffer for the atomic features of one word. */
export const TAG_ATOMS = 80;

function at(atoms: readonly Int32Array[], index: number): Int32Array {
  return index < 0 ? BEFORE : (atoms[index] ?? AFTER);
}

/** Single facts about a word and its neighbours, for the tagging network, given the tags before it.
 * @returns how many were written to `out` */
export function tagAtoms(atoms: readonly Int32Array[], index: number, tags: Uint8Array, out: Int32Array): number {
  const tag = (back: number) => (index < back ? NO_TAG : (tags[index - back] as number));
  const word = at(atoms, index);
  const [before, before2] = [at(atoms, index - 1), at(atoms, index - 2)];
  const [after, after2, after3] = [at(atoms, index + 1), at(atoms, index + 2), at(atoms, index + 3)];
  let n = 0;
  const put = (value: number) => {
    out[n] = mix(seed(1300 + n), value);
    n++;
  };
  const two = (a: number, b: number) => put(mix(mix(7, a), b));
  put(word[WORD] as number);
  put(word[LOWER] as number);
  for (let length = 0; length < 5; length++) put(word[SUFFIX + length] as number);
  for (let length = 0; length < 4; length++) put(word[PREFIX + length] as number);
  put(word[SHAPE] as number);
  put(word[AMBIGUITY] as number);
  two(word[SHAPE] as number, index === 0 ? 1 : (word[RECASED] as number) + 2);
  put(tag(1));
  put(tag(2));
  put(tag(3));
  put(tag(4));
  two(tag(1), tag(2));
  for (const near of [before, before2, after, after2]) {
    put(near[LOWER] as number);
    put(near[AMBIGUITY] as number);
    put(near[SUFFIX + 2] as number);
    put(near[SHAPE] as number);
  }
  put(after[SUFFIX + 1] as number);
  put(after3[LOWER] as number);
  put(after3[AMBIGUITY] as number);
  put(at(atoms, index - 3)[LOWER] as number);
  two(before[LOWER] as number, word[LOWER] as number);
  two(word[LOWER] as number, after[LOWER] as number);
  two(word[AMBIGUITY] as number, after[AMBIGUITY] as number);
  two(tag(1), word[AMBIGUITY] as number);
  two(tag(1), word[LOWER] as number);
  two(after[AMBIGUITY] as number, after2[AMBIGUITY] as number);
  put(at(atoms, atoms.length - 1)[LOWER] as number);
  put(Math.min(4, atoms.length));
  return n;
}

const NONE_GIVEN: ReadonlyMap<number, number> = new Map();

/** Assigns Penn tags greedily from left to right. */
export class Tagger {
  readonly #model: SparseMlp;
  readonly #count: number;
  readonly #features = new Int32Array(TAG_ATOMS);

  constructor(tagSet: TagSet, model: SparseMlp) {
    this.#model = model;
    this.#count = tagSet.xpos.length;
  }

  /** Numbers of the Penn tags.
   * @param given those settled beforehand, by place */
  tag(atoms: readonly Int32Array[], given: ReadonlyMap<number, number> = NONE_GIVEN): Uint8Array {
    const xpos = new Uint8Array(atoms.length);
    for (let index = 0; index < atoms.length; index++) {
      const settled = given.get(index);
      if (settled !== undefined) {
        xpos[index] = settled;
        continue;
      }
      this.#model.read(this.#features, tagAtoms(atoms, index, xpos, this.#features));
      xpos[index] = this.#model.best(0, this.#count);
    }
    return xpos;
  }
}
