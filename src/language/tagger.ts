import { argmax, type LinearModel, mix, seed } from '../model/index.ts';
import { AFTER, AMBIGUITY, BEFORE, LOWER, PREFIX, RECASED, SHAPE, SUFFIX, WORD } from './words.ts';

/** Size of a buffer for the features of one word. */
export const TAG_FEATURES = 80;

/** Mark for "no tag": before the sentence. */
export const NO_TAG = 255;

function at(atoms: readonly Int32Array[], index: number): Int32Array {
  return index < 0 ? BEFORE : (atoms[index] ?? AFTER);
}

/** Nearest word of the last five that shows an auxiliary, `to` or a determiner by its tag; 0 where there is none. */
function nearestGuide(atoms: readonly Int32Array[], tags: Uint8Array, index: number, guides: Uint8Array): number {
  for (let back = index - 1; back >= 0 && back >= index - 5; back--)
    if (guides[tags[back] as number] === 1) return mix(at(atoms, back)[LOWER] as number, Math.min(2, index - back));
  return 0;
}

/** Features of the Penn tag of word `index`, given the tags before it.
 * @param tags tags of the words before `index`
 * @param guides 1 for tags of words that steer a later verb form (`MD`, `TO`, `VB…`) */
export function tagFeatures(
  atoms: readonly Int32Array[],
  index: number,
  tags: Uint8Array,
  guides: Uint8Array,
  out: Int32Array,
): number {
  const word = at(atoms, index);
  const [before, before2] = [at(atoms, index - 1), at(atoms, index - 2)];
  const [after, after2] = [at(atoms, index + 1), at(atoms, index + 2)];
  const [t1, t2] = [index > 0 ? (tags[index - 1] as number) : NO_TAG, index > 1 ? (tags[index - 2] as number) : NO_TAG];
  const [lower, shape, ambiguity] = [word[LOWER] as number, word[SHAPE] as number, word[AMBIGUITY] as number];
  const [suffix2, suffix3] = [word[SUFFIX + 1] as number, word[SUFFIX + 2] as number];
  const [lowerBefore, lowerAfter] = [before[LOWER] as number, after[LOWER] as number];
  const [ambiguityAfter, ambiguityAfter2] = [after[AMBIGUITY] as number, after2[AMBIGUITY] as number];
  const [shapeBefore, shapeAfter] = [before[SHAPE] as number, after[SHAPE] as number];
  const guide = nearestGuide(atoms, tags, index, guides);
  const tags12 = t1 * 256 + t2;
  let n = 0;
  out[n] = mix(seed(n++), word[WORD] as number);
  out[n] = mix(seed(n++), lower);
  for (let length = 0; length < 5; length++) out[n] = mix(seed(n++), word[SUFFIX + length] as number);
  for (let length = 0; length < 4; length++) out[n] = mix(seed(n++), word[PREFIX + length] as number);
  out[n] = mix(seed(n++), shape);
  out[n] = mix(seed(n++), ambiguity);
  out[n] = mix(seed(n++), t1);
  out[n] = mix(seed(n++), tags12);
  out[n] = mix(mix(seed(n++), t1), lower);
  out[n] = mix(mix(seed(n++), t1), ambiguity);
  out[n] = mix(mix(seed(n++), tags12), ambiguity);
  out[n] = mix(mix(mix(seed(n++), t1), ambiguity), ambiguityAfter);
  out[n] = mix(mix(seed(n++), ambiguity), ambiguityAfter);
  out[n] = mix(seed(n++), ambiguityAfter);
  out[n] = mix(mix(seed(n++), ambiguityAfter), ambiguityAfter2);
  out[n] = mix(mix(mix(seed(n++), ambiguity), ambiguityAfter), ambiguityAfter2);
  out[n] = mix(seed(n++), lowerAfter);
  out[n] = mix(seed(n++), lowerBefore);
  out[n] = mix(mix(seed(n++), lower), lowerAfter);
  out[n] = mix(mix(seed(n++), lowerBefore), lower);
  out[n] = mix(mix(seed(n++), suffix3), t1);
  out[n] = mix(mix(seed(n++), suffix2), t1);
  out[n] = mix(seed(n++), after[SUFFIX + 2] as number);
  out[n] = mix(seed(n++), before[SUFFIX + 2] as number);
  out[n] = mix(seed(n++), before2[LOWER] as number);
  out[n] = mix(seed(n++), after2[LOWER] as number);
  out[n] = mix(seed(n++), ambiguityAfter2);
  out[n] = mix(mix(seed(n++), t1), lowerAfter);
  out[n] = mix(mix(seed(n++), t1), ambiguityAfter);
  out[n] = mix(mix(seed(n++), t2), ambiguity);
  out[n] = mix(mix(seed(n++), suffix3), ambiguityAfter);
  out[n] = mix(mix(seed(n++), suffix3), lowerAfter);
  out[n] = mix(mix(seed(n++), suffix3), lowerBefore);
  out[n] = mix(mix(seed(n++), shape), shapeBefore);
  out[n] = mix(mix(seed(n++), shape), shapeAfter);
  out[n] = mix(mix(mix(seed(n++), shape), shapeAfter), shapeBefore);
  out[n] = mix(mix(seed(n++), shape), t1);
  out[n] = mix(mix(mix(seed(n++), shape), index === 0 ? 1 : 2), word[RECASED] as number);
  out[n] = mix(mix(seed(n++), lowerBefore), lowerAfter);
  out[n] = mix(mix(mix(seed(n++), t1), ambiguityAfter), ambiguityAfter2);
  out[n] = mix(mix(mix(seed(n++), tags12), ambiguity), ambiguityAfter);
  out[n] = mix(mix(mix(seed(n++), before[AMBIGUITY] as number), ambiguity), ambiguityAfter);
  out[n] = mix(mix(seed(n++), before2[LOWER] as number), lowerBefore);
  out[n] = mix(mix(seed(n++), lowerAfter), after2[LOWER] as number);
  out[n] = mix(mix(seed(n++), guide), ambiguity);
  out[n] = mix(mix(mix(seed(n++), guide), suffix2), t1);
  out[n] = mix(mix(mix(seed(n++), guide), ambiguity), ambiguityAfter);
  out[n] = mix(mix(mix(seed(n++), ambiguity), shape), index === 0 ? 1 : 2);
  out[n] = mix(mix(seed(n++), suffix3), shape);
  out[n] = mix(mix(seed(n++), atoms.length === 1 ? 1 : 0), at(atoms, atoms.length - 1)[LOWER] as number);
  return n;
}

/** Features of the universal tag of word `index`, given all Penn tags of the sentence. */
export function universalFeatures(
  atoms: readonly Int32Array[],
  index: number,
  xpos: Uint8Array,
  universalBefore: number,
  out: Int32Array,
): number {
  const word = at(atoms, index);
  const tag = (place: number) => (place < 0 ? NO_TAG : place >= atoms.length ? NO_TAG - 1 : (xpos[place] as number));
  const x0 = tag(index);
  const [x1, x2, y1, y2] = [tag(index + 1), tag(index + 2), tag(index - 1), tag(index - 2)];
  const x3 = tag(index + 3);
  const lower = word[LOWER] as number;
  const [after, before] = [at(atoms, index + 1)[LOWER] as number, at(atoms, index - 1)[LOWER] as number];
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
  out[n] = mix(mix(key(), x1), at(atoms, index + 2)[LOWER] as number);
  return n;
}

/** The first tag after `index` that is not an adverb's or pronoun's, with its distance: what an auxiliary governs. */
function nextVerb(xpos: Uint8Array, index: number, length: number): number {
  const first = index + 1 < length ? (xpos[index + 1] as number) : NO_TAG;
  for (let place = index + 1; place < length && place <= index + 4; place++)
    if (xpos[place] !== first) return first * 256 + (xpos[place] as number);
  return first;
}

/** Names of the tags, by number, and which of them steer a later verb form. */
export interface TagSet {
  readonly xpos: readonly string[];
  readonly upos: readonly string[];
}

/** 1 for the tags of modals, `to` and verb forms. */
export function guideTags(tagSet: TagSet): Uint8Array {
  return Uint8Array.from(tagSet.xpos, (tag) => (tag === 'MD' || tag === 'TO' || tag.startsWith('VB') ? 1 : 0));
}

/** Greedy left-to-right tagger: Penn tags first, then universal tags that see all of them. */
export class Tagger {
  readonly #xposModel: LinearModel;
  readonly #uposModel: LinearModel;
  readonly #guides: Uint8Array;
  readonly #features = new Int32Array(TAG_FEATURES);
  readonly #scores: Int32Array;
  readonly #tagCount: number;
  readonly #universalCount: number;

  constructor(tagSet: TagSet, xposModel: LinearModel, uposModel: LinearModel) {
    this.#xposModel = xposModel;
    this.#uposModel = uposModel;
    this.#guides = guideTags(tagSet);
    this.#tagCount = tagSet.xpos.length;
    this.#universalCount = tagSet.upos.length;
    this.#scores = new Int32Array(256);
  }

  /** Tag numbers of the words of a sentence. */
  tag(atoms: readonly Int32Array[]): { readonly xpos: Uint8Array; readonly upos: Uint8Array } {
    const xpos = new Uint8Array(atoms.length);
    for (let index = 0; index < atoms.length; index++) {
      const count = tagFeatures(atoms, index, xpos, this.#guides, this.#features);
      this.#scores.fill(0);
      this.#xposModel.add(this.#features, count, this.#scores);
      xpos[index] = argmax(this.#scores, this.#tagCount);
    }
    return { xpos, upos: this.universal(atoms, xpos) };
  }

  /** Universal tags for given Penn tags. */
  universal(atoms: readonly Int32Array[], xpos: Uint8Array): Uint8Array {
    const upos = new Uint8Array(atoms.length);
    for (let index = 0; index < atoms.length; index++) {
      const before = index > 0 ? (upos[index - 1] as number) : NO_TAG;
      const count = universalFeatures(atoms, index, xpos, before, this.#features);
      this.#scores.fill(0);
      this.#uposModel.add(this.#features, count, this.#scores);
      upos[index] = argmax(this.#scores, this.#universalCount);
    }
    return upos;
  }
}
