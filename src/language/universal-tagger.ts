import { argmax, type LinearModel, mix, seed } from '../model/index.ts';
import { NO_TAG, type TagSet } from './tagger.ts';
import { AFTER, AMBIGUITY, BEFORE, LOWER, SHAPE, SUFFIX, WORD } from './words.ts';

/** Size of a buffer for the features of one word. */
export const UNIVERSAL_FEATURES = 40;

/** Features of the universal tag of word `index`, given all Penn tags of the sentence. */
export function universalFeatures(
  atoms: readonly Int32Array[],
  index: number,
  xpos: Uint8Array,
  universalBefore: number,
  out: Int32Array,
): number {
  const word = wordAt(atoms, index);
  const tag = (place: number) => (place < 0 ? NO_TAG : place >= atoms.length ? NO_TAG - 1 : (xpos[place] as number));
  const x0 = tag(index);
  const [x1, x2, y1, y2] = [tag(index + 1), tag(index + 2), tag(index - 1), tag(index - 2)];
  const x3 = tag(index + 3);
  const lower = word[LOWER] as number;
  const [after, before] = [wordAt(atoms, index + 1)[LOWER] as number, wordAt(atoms, index - 1)[LOWER] as number];
  let n = 0;
  const key = () => mix(seed(700 + n++), x0);
  out[n] = key();
  out[n] = mix(key(), lower);
  out[n] = mix(key(), word[WORD] as number);
  out[n] = mix(key(), x1);
  out[n] = mix(key(), y1);
  out[n] = mix(key(), x1 * 256 + x2);
  out[n] = mix(key(), y1 * 256 + y2);
  out[n] = mix(key(), x1 * 256 + y1);
  out[n] = mix(mix(key(), lower), x1);
  out[n] = mix(mix(key(), lower), y1);
  out[n] = mix(mix(key(), lower), x1 * 256 + x2);
  out[n] = mix(mix(key(), lower), y1 * 256 + x1);
  out[n] = mix(mix(key(), lower), x1 * 65536 + x2 * 256 + x3);
  out[n] = mix(mix(key(), lower), after);
  out[n] = mix(mix(key(), lower), before);
  out[n] = mix(mix(key(), lower), y1 * 256 + y2);
  out[n] = mix(key(), after);
  out[n] = mix(key(), before);
  out[n] = mix(key(), word[SUFFIX + 1] as number);
  out[n] = mix(key(), word[SUFFIX + 2] as number);
  out[n] = mix(key(), word[SHAPE] as number);
  out[n] = mix(key(), word[AMBIGUITY] as number);
  out[n] = mix(mix(key(), lower), universalBefore);
  out[n] = mix(mix(key(), universalBefore), x1);
  out[n] = mix(mix(key(), lower), nextVerb(xpos, index, atoms.length));
  out[n] = mix(mix(key(), x1), wordAt(atoms, index + 2)[LOWER] as number);
  return n;
}

/** The first tag after `index` that is not an adverb's or pronoun's, with its distance: what an auxiliary governs. */
function nextVerb(xpos: Uint8Array, index: number, length: number): number {
  const first = index + 1 < length ? (xpos[index + 1] as number) : NO_TAG;
  for (let place = index + 1; place < length && place <= index + 4; place++)
    if (xpos[place] !== first) return first * 256 + (xpos[place] as number);
  return first;
}

function wordAt(atoms: readonly Int32Array[], index: number): Int32Array {
  return index < 0 ? BEFORE : (atoms[index] ?? AFTER);
}

const NONE_GIVEN: ReadonlyMap<number, number> = new Map();

/** Assigns universal tags to words whose Penn tags are known. */
export class UniversalTagger {
  readonly #model: LinearModel;
  readonly #count: number;
  readonly #features = new Int32Array(UNIVERSAL_FEATURES);
  readonly #scores = new Int32Array(256);

  constructor(tagSet: TagSet, model: LinearModel) {
    this.#model = model;
    this.#count = tagSet.upos.length;
  }

  /** Numbers of the universal tags, left to right.
   * @param given those settled beforehand, by place */
  tag(atoms: readonly Int32Array[], xpos: Uint8Array, given: ReadonlyMap<number, number> = NONE_GIVEN): Uint8Array {
    const upos = new Uint8Array(atoms.length);
    for (let index = 0; index < atoms.length; index++) {
      const settled = given.get(index);
      if (settled !== undefined) {
        upos[index] = settled;
        continue;
      }
      const before = index > 0 ? (upos[index - 1] as number) : NO_TAG;
      const count = universalFeatures(atoms, index, xpos, before, this.#features);
      this.#scores.fill(0);
      this.#model.add(this.#features, count, this.#scores);
      upos[index] = argmax(this.#scores, this.#count);
    }
    return upos;
  }
}
