import { mix } from '../model/index.ts';
import { LOWER, RECASED, SHAPE, SUFFIX } from './words.ts';

/** What the parser sees of a sentence, by node: 0 is the root, then come the words that are not punctuation; places past both
 * ends hold their own values. */
export interface ParserInput {
  readonly size: number;
  /** Index of each node's word in the sentence; -1 at the root. */
  readonly places: Int32Array;
  readonly word: Int32Array;
  readonly suffix: Int32Array;
  /** Penn and universal tag joined. */
  readonly tag: Int32Array;
  readonly upos: Int32Array;
  readonly shape: Int32Array;
  /** The marks right before and right after each node, as a hash; 0 where there are none. */
  readonly markBefore: Int32Array;
  readonly markAfter: Int32Array;
  /** How many words and marks of each kind stand before a node, and up to and with it: `KINDS` counts a node. */
  readonly before: Int32Array;
  readonly past: Int32Array;
}

/** Kinds of tags the parser looks for between two words, as bits by tag number. */
export interface BetweenKinds {
  readonly byUpos: Uint8Array;
  readonly byXpos: Uint8Array;
  /** Number of the universal tag PUNCT. */
  readonly punctuation: number;
}

/** Conjunctions, commas, other marks, verbs, clause openers. */
const KINDS = 5;

export function betweenKinds(tagSet: { readonly xpos: readonly string[]; readonly upos: readonly string[] }): BetweenKinds {
  const kinds: Record<string, number> = { CCONJ: 1, VERB: 8, AUX: 8, SCONJ: 16 };
  return {
    byUpos: Uint8Array.from(tagSet.upos, (tag) => kinds[tag] ?? 0),
    byXpos: Uint8Array.from(tagSet.xpos, (tag) => (tag.startsWith('W') ? 16 : tag === ',' ? 2 : 0)),
    punctuation: tagSet.upos.indexOf('PUNCT'),
  };
}

/** Gathers the words and tags of a sentence by node. */
export function parserInput(
  atoms: readonly Int32Array[],
  xpos: Uint8Array,
  upos: Uint8Array,
  kinds: BetweenKinds,
): ParserInput {
  const kept: number[] = [-1];
  for (let index = 0; index < atoms.length; index++) if (upos[index] !== kinds.punctuation) kept.push(index);
  const size = kept.length - 1;
  const make = () => new Int32Array(size + 8).fill(-5);
  const input: ParserInput = {
    size,
    places: Int32Array.from(kept),
    word: make(),
    suffix: make(),
    tag: make(),
    upos: make(),
    shape: make(),
    markBefore: new Int32Array(size + 8),
    markAfter: new Int32Array(size + 8),
    before: new Int32Array((size + 1) * KINDS),
    past: new Int32Array((size + 1) * KINDS),
  };
  input.word[0] = input.suffix[0] = input.tag[0] = input.upos[0] = input.shape[0] = -3;
  const counts = new Int32Array(KINDS);
  let node = 0;
  for (let index = 0; index < atoms.length; index++) {
    const word = atoms[index] as Int32Array;
    const [x, u] = [xpos[index] as number, upos[index] as number];
    const isMark = u === kinds.punctuation;
    let kind = (kinds.byUpos[u] as number) | (kinds.byXpos[x] as number);
    if (isMark && kind === 0) kind = 4;
    if (isMark) {
      input.markAfter[node] = mix(input.markAfter[node] as number, word[LOWER] as number);
      input.markBefore[node + 1] = input.markAfter[node] as number;
    } else {
      node++;
      input.word[node] = word[LOWER] as number;
      input.suffix[node] = word[SUFFIX + 2] as number;
      input.tag[node] = x * 32 + u;
      input.upos[node] = u;
      input.shape[node] = mix(word[SHAPE] as number, word[RECASED] as number);
      input.before.set(counts, node * KINDS);
    }
    for (let bit = 0; bit < KINDS; bit++) counts[bit] = (counts[bit] as number) + ((kind >> bit) & 1);
    if (!isMark) input.past.set(counts, node * KINDS);
  }
  return input;
}

/** Counts up to three of each kind of words and marks strictly between two nodes. */
export function betweenBits(input: ParserInput, a: number, b: number): number {
  const from = Math.min(a, b) * KINDS;
  const to = Math.max(a, b) * KINDS;
  let bits = 0;
  for (let kind = 0; kind < KINDS; kind++)
    bits = bits * 4 + Math.min(3, (input.before[to + kind] as number) - (input.past[from + kind] as number));
  return bits;
}

/** Distance of two nodes in eight steps. */
export function distance(a: number, b: number): number {
  const gap = Math.abs(a - b);
  return gap < 5 ? gap : gap < 8 ? 5 : gap < 14 ? 6 : 7;
}
