import { mix, seed } from '../model/index.ts';
import type { ParseState } from './transitions.ts';
import { LOWER, RECASED, SHAPE, SUFFIX } from './words.ts';

/** What the parser sees of a sentence, by node (0 is the root); places past both ends hold their own values. */
export interface ParserInput {
  readonly size: number;
  readonly word: Int32Array;
  readonly suffix: Int32Array;
  /** Penn and universal tag joined. */
  readonly tag: Int32Array;
  readonly upos: Int32Array;
  readonly shape: Int32Array;
  /** How many nodes before each place are conjunctions, marks, verbs or clause openers: four counts side by side. */
  readonly between: Int32Array;
  /** Kinds of tags counted in `between`. */
}

/** Numbers of kinds of tags the parser looks for between two words. */
export interface BetweenKinds {
  /** By universal tag number: bit 0 CCONJ, bit 1 PUNCT, bit 2 VERB or AUX. */
  readonly byUpos: Uint8Array;
  /** By Penn tag number: bit 3 for `WDT WP WP$ WRB`. */
  readonly byXpos: Uint8Array;
}

const KINDS = 4;

export function betweenKinds(tagSet: { readonly xpos: readonly string[]; readonly upos: readonly string[] }): BetweenKinds {
  const kinds: Record<string, number> = { CCONJ: 1, PUNCT: 2, VERB: 4, AUX: 4, SCONJ: 8 };
  return {
    byUpos: Uint8Array.from(tagSet.upos, (tag) => kinds[tag] ?? 0),
    byXpos: Uint8Array.from(tagSet.xpos, (tag) => (tag.startsWith('W') ? 8 : 0)),
  };
}

/** Gathers the words and tags of a sentence by node. */
export function parserInput(
  atoms: readonly Int32Array[],
  xpos: Uint8Array,
  upos: Uint8Array,
  kinds: BetweenKinds,
): ParserInput {
  const size = atoms.length;
  const make = () => new Int32Array(size + 8).fill(-5);
  const input = {
    size,
    word: make(),
    suffix: make(),
    tag: make(),
    upos: make(),
    shape: make(),
    between: new Int32Array((size + 3) * KINDS),
  };
  input.word[0] = input.suffix[0] = input.tag[0] = input.upos[0] = input.shape[0] = -3;
  for (let index = 0; index < size; index++) {
    const node = index + 1;
    const word = atoms[index] as Int32Array;
    const [x, u] = [xpos[index] as number, upos[index] as number];
    input.word[node] = word[LOWER] as number;
    input.suffix[node] = word[SUFFIX + 2] as number;
    input.tag[node] = x * 32 + u;
    input.upos[node] = u;
    input.shape[node] = mix(word[SHAPE] as number, word[RECASED] as number);
    const kind = (kinds.byUpos[u] as number) | (kinds.byXpos[x] as number);
    for (let bit = 0; bit < KINDS; bit++)
      input.between[(node + 1) * KINDS + bit] = (input.between[node * KINDS + bit] as number) + ((kind >> bit) & 1);
  }
  return input;
}

/** Bits for the kinds of words strictly between two nodes; commas and the like count up to three. */
function betweenBits(input: ParserInput, a: number, b: number): number {
  const from = (Math.min(a, b) + 1) * KINDS;
  const to = Math.max(a, b) * KINDS;
  let bits = 0;
  for (let kind = 0; kind < KINDS; kind++)
    bits = bits * 4 + Math.min(3, (input.between[to + kind] as number) - (input.between[from + kind] as number));
  return bits;
}

function distance(a: number, b: number): number {
  const gap = Math.abs(a - b);
  return gap < 5 ? gap : gap < 8 ? 5 : gap < 14 ? 6 : 7;
}

/** Size of a buffer for the features of one state. */
export const PARSE_FEATURES = 200;

/** Features of the next transition in a state (after Zhang & Nivre 2011, for arc-hybrid).
 * @returns how many were written to `out` */
export function transitionFeatures(input: ParserInput, state: ParseState, out: Int32Array): number {
  const { word, tag, upos, suffix } = input;
  const pad = input.size + 4;
  const node = (found: number) => (found < 0 ? pad + 1 : found);
  const b0 = state.next > state.size ? pad : state.next;
  const b1 = b0 + 1 > state.size ? pad : b0 + 1;
  const b2 = b0 + 2 > state.size ? pad : b0 + 2;
  const b3 = b0 + 3 > state.size ? pad : b0 + 3;
  const [s0, s1, s2, s3] = [node(state.stackAt(0)), node(state.stackAt(1)), node(state.stackAt(2)), node(state.stackAt(3))];
  const child = (of: Int32Array, parent: number) => (of[parent] || pad + 2) as number;
  const none = pad + 2;
  const inStack = (at: number) => at <= state.size;
  const s0l = inStack(s0) ? child(state.left1, s0) : none;
  const s0l2 = inStack(s0) ? child(state.left2, s0) : none;
  const s0r = inStack(s0) ? child(state.right1, s0) : none;
  const s0r2 = inStack(s0) ? child(state.right2, s0) : none;
  const s1l = inStack(s1) ? child(state.left1, s1) : none;
  const s1r = inStack(s1) ? child(state.right1, s1) : none;
  const s1r2 = inStack(s1) ? child(state.right2, s1) : none;
  const b0l = inStack(b0) ? child(state.left1, b0) : none;
  const b0l2 = inStack(b0) ? child(state.left2, b0) : none;
  const label = (at: number) => (at <= state.size ? (state.labels[at] as number) : -2);
  const leftSet = (at: number) => (at <= state.size ? (state.leftLabels[at] as number) : 0);
  const rightSet = (at: number) => (at <= state.size ? (state.rightLabels[at] as number) : 0);
  const leftCount = (at: number) => (at <= state.size ? Math.min(4, state.leftCount[at] as number) : 0);
  const rightCount = (at: number) => (at <= state.size ? Math.min(4, state.rightCount[at] as number) : 0);
  const w = (at: number) => word[at] as number;
  const t = (at: number) => tag[at] as number;
  const u = (at: number) => upos[at] as number;
  const [s0w, s1w, b0w, b1w] = [w(s0), w(s1), w(b0), w(b1)];
  const [s0t, s1t, b0t, b1t, b2t] = [t(s0), t(s1), t(b0), t(b1), t(b2)];
  const [s0u, s1u, s2u, b0u, b1u, b2u] = [u(s0), u(s1), u(s2), u(b0), u(b1), u(b2)];
  const near = inStack(s0) && inStack(b0) ? distance(s0, b0) : 9;
  const far = inStack(s0) && inStack(s1) ? distance(s0, s1) : 9;
  const bitsBuffer = inStack(s0) && inStack(b0) ? betweenBits(input, s0, b0) : -1;
  const bitsStack = inStack(s0) && inStack(s1) ? betweenBits(input, s0, s1) : -1;
  const [before, after] = [s0 > 1 && inStack(s0) ? t(s0 - 1) : -7, inStack(s0) && s0 < state.size ? t(s0 + 1) : -8];
  const beforeNext = inStack(b0) ? t(b0 - 1) : -9;
  let n = 0;
  const one = (a: number) => {
    out[n] = mix(seed(300 + n), a);
    n++;
  };
  const two = (a: number, b: number) => {
    out[n] = mix(mix(seed(300 + n), a), b);
    n++;
  };
  const three = (a: number, b: number, c: number) => {
    out[n] = mix(mix(mix(seed(300 + n), a), b), c);
    n++;
  };
  const four = (a: number, b: number, c: number, d: number) => {
    out[n] = mix(mix(mix(mix(seed(300 + n), a), b), c), d);
    n++;
  };
  one(0);
  one(s0w);
  one(s0t);
  two(s0w, s0t);
  one(s1w);
  one(s1t);
  two(s1w, s1t);
  one(b0w);
  one(b0t);
  two(b0w, b0t);
  one(b1w);
  one(b1t);
  two(b1w, b1t);
  one(b2t);
  one(w(b2));
  one(t(b3));
  one(t(s2));
  one(w(s2));
  two(s0w, b0w);
  two(s0t, b0t);
  two(s0w, b0t);
  two(s0t, b0w);
  three(s0w, s0t, b0t);
  three(s0t, b0w, b0t);
  four(s0w, s0t, b0w, b0t);
  two(s0w, s1w);
  two(s0t, s1t);
  two(s0w, s1t);
  two(s0t, s1w);
  three(s0w, s0t, s1t);
  three(s0t, s1w, s1t);
  four(s0w, s0t, s1w, s1t);
  two(s1t, b0t);
  two(s1w, b0t);
  two(s1t, b0w);
  two(s1w, b0w);
  two(b0t, b1t);
  two(b0w, b1t);
  two(b0t, b1w);
  two(b0w, b1w);
  three(s0t, b0t, b1t);
  three(s0w, b0t, b1t);
  three(s0t, b0w, b1t);
  three(s0t, b0t, b1w);
  three(s1t, s0t, b0t);
  three(s1w, s0t, b0t);
  three(s1t, s0w, b0t);
  three(s1t, s0t, b0w);
  three(s0w, s1w, b0t);
  three(s1w, s0t, b0w);
  four(s1t, s0t, b0t, b1t);
  four(s0t, b0t, b1t, b2t);
  three(t(s2), s1t, s0t);
  four(t(s2), s1t, s0t, b0t);
  three(b0t, b1t, b2t);
  four(b0u, b1u, b2u, u(b3));
  four(s2u, s1u, s0u, u(s3));
  one(t(s0l));
  one(t(s0r));
  one(t(s1l));
  one(t(s1r));
  one(t(b0l));
  two(s0t, label(s0l));
  two(s0t, label(s0r));
  two(s1t, label(s1r));
  two(s1t, label(s1l));
  two(b0t, label(b0l));
  three(s0t, t(s0l), b0t);
  three(s0t, t(s0r), b0t);
  three(s0t, t(b0l), b0t);
  three(s1t, t(s1r), s0t);
  three(s1t, t(s1l), s0t);
  three(s1t, t(s0l), s0t);
  three(s1t, t(s0r), s0t);
  three(s0w, label(s0r), b0t);
  three(s0t, label(s0r), b0w);
  three(s1w, label(s1r), s0t);
  three(s1t, label(s1r), s0w);
  three(s0t, w(s0l), b0t);
  three(s0t, w(s0r), b0t);
  three(s1t, w(s1r), s0t);
  three(s1t, w(s0l), s0t);
  three(s0t, w(b0l), b0t);
  two(w(s0l), s0w);
  two(w(s0r), s0w);
  two(w(b0l), b0w);
  three(s0t, label(s0r), label(s0r2));
  three(s0t, label(s0l), label(s0l2));
  three(s1t, label(s1r), label(s1r2));
  three(b0t, label(b0l), label(b0l2));
  two(s0t, leftSet(s0));
  two(s0t, rightSet(s0));
  two(s1t, rightSet(s1));
  two(s1t, leftSet(s1));
  two(b0t, leftSet(b0));
  two(s0w, leftSet(s0));
  two(s0w, rightSet(s0));
  two(s1w, rightSet(s1));
  two(b0w, leftSet(b0));
  three(s0t, rightSet(s0), b0t);
  three(s0t, leftSet(s0), b0t);
  three(s1t, rightSet(s1), s0t);
  three(s1t, leftSet(s0), s0t);
  three(s0t, rightSet(s0), b0w);
  three(s1t, rightSet(s1), b0t);
  three(leftSet(b0), s0t, b0t);
  two(s0t, leftCount(s0));
  two(s0t, rightCount(s0));
  two(s1t, rightCount(s1));
  two(b0t, leftCount(b0));
  three(s0t, b0t, near);
  three(s0w, near, b0u);
  three(b0w, near, s0u);
  three(s0t, s1t, far);
  three(s1w, far, s0u);
  three(s0w, far, s1u);
  four(s0t, s1t, far, b0u);
  three(s0t, b0t, bitsBuffer);
  three(s0t, s1t, bitsStack);
  four(s0t, s1t, bitsStack, b0u);
  two(s0w, bitsBuffer);
  two(b0w, bitsBuffer);
  three(s0u, s1u, bitsBuffer);
  two(bitsBuffer, b0t);
  three(before, s0t, b0t);
  three(after, s0t, b0t);
  three(beforeNext, s0t, b0t);
  three(after, s0t, s1t);
  two(suffix[s0] as number, b0t);
  two(suffix[b0] as number, s0t);
  two(suffix[s1] as number, s0t);
  two(suffix[s0] as number, s1t);
  two(input.shape[s0] as number, b0t);
  two(input.shape[b0] as number, s0t);
  four(s0w, s1t, b0t, bitsStack);
  three(s0w, b0w, s1t);
  three(state.depth < 5 ? state.depth : 5, s0t, b0t);
  return n;
}

/** Features of the label of an arc from `head` to `node`, both nodes, in the state before the arc is made.
 * @returns how many were written to `out` */
export function labelFeatures(input: ParserInput, state: ParseState, head: number, node: number, out: Int32Array): number {
  const { word, tag, upos, suffix } = input;
  const side = head > node ? 1 : 0;
  const near = Math.min(4, distance(head, node));
  const bits = betweenBits(input, head, node);
  const [hw, ht, nw, nt] = [word[head] as number, tag[head] as number, word[node] as number, tag[node] as number];
  const nu = upos[node] as number;
  const tagAt = (at: number) => (at < 1 || at > state.size ? -4 : (tag[at] as number));
  const none = input.size + 6;
  const left = state.left1[node] || none;
  const right = state.right1[node] || none;
  const headLeft = state.left1[head] || none;
  const headRight = state.right1[head] || none;
  const label = (at: number) => (at <= state.size ? (state.labels[at] as number) : -2);
  const [nl, nr, hl, hr] = [
    state.leftLabels[node] as number,
    state.rightLabels[node] as number,
    state.leftLabels[head] as number,
    state.rightLabels[head] as number,
  ];
  const [ns, hs] = [suffix[node] as number, suffix[head] as number];
  let n = 0;
  const put = (a: number, b = 0, c = 0) => {
    out[n] = mix(mix(mix(mix(seed(500 + n), side), a), b), c);
    n++;
  };
  put(0);
  put(nw);
  put(nt);
  put(hw);
  put(ht);
  put(nw, nt);
  put(hw, ht);
  put(nw, hw);
  put(nt, ht);
  put(nw, ht);
  put(nt, hw);
  put(nw, nt, ht);
  put(nt, hw, ht);
  put(nt, ht, near);
  put(nt, ht, bits);
  put(nw, ht, bits);
  put(nt, hw, bits);
  put(nw, near);
  put(nt, tagAt(node - 1), ht);
  put(nt, tagAt(node + 1), ht);
  put(nt, tagAt(head - 1), ht);
  put(nt, tagAt(head + 1), ht);
  put(tagAt(node - 1), nt, tagAt(node + 1));
  put(tagAt(head - 1), ht, tagAt(head + 1));
  put(word[left] as number, nt, ht);
  put(word[right] as number, nt, ht);
  put(tag[left] as number, nt, ht);
  put(tag[right] as number, nt, ht);
  put(word[left] as number, nt, hw);
  put(word[left] as number, nw);
  put(label(left), nt, ht);
  put(label(right), nt, ht);
  put(nl, nt, ht);
  put(nr, nt, ht);
  put(nl, nt, hw);
  put(nl, nw, ht);
  put(hl, ht, nt);
  put(hr, ht, nt);
  put(hl, hw, nt);
  put(hr, hw, nt);
  put(hl, hr, nt);
  put(label(headLeft), ht, nt);
  put(label(headRight), ht, nt);
  put(word[headLeft] as number, ht, nt);
  put(word[headRight] as number, ht, nt);
  put(ns, ht);
  put(hs, nt);
  put(ns, hs, nt);
  put(ns, hw);
  put(input.shape[node] as number, nt, ht);
  put(input.shape[head] as number, nt, ht);
  put(head === 0 ? 1 : 0, nt, nu);
  put(nw, nl, ht);
  put(nw, word[left] as number, ht);
  put(tagAt(node + 1), tagAt(node + 2), nt);
  put(word[Math.max(0, node - 1)] as number, nt, ht);
  put(word[node + 1] as number, nt, ht);
  return n;
}
