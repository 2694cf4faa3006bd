import { mix, seed } from '../model/index.ts';
import { betweenBits, distance, type ParserInput } from './parser-input.ts';
import type { ParseState } from './transitions.ts';

/** Size of a buffer for the atomic features of one state. */
export const ATOM_FEATURES = 128;

/** Single facts about a state, for the network, which joins them itself.
 * @returns how many were written to `out` */
export function atomicFeatures(input: ParserInput, state: ParseState, out: Int32Array): number {
  const { size } = state;
  const none = size + 5;
  const inside = (found: number) => (found < 0 || found > size ? none : found);
  const [b0, b1, b2, b3] = [inside(state.next), inside(state.next + 1), inside(state.next + 2), inside(state.next + 3)];
  const [s0, s1] = [inside(state.stackAt(0)), inside(state.stackAt(1))];
  const [s2, s3] = [inside(state.stackAt(2)), inside(state.stackAt(3))];
  const child = (of: Int32Array, parent: number) => (parent > size ? none : of[parent] || none);
  let n = 0;
  const put = (value: number) => {
    out[n] = mix(seed(1000 + n), value);
    n++;
  };
  const two = (a: number, b: number) => {
    out[n] = mix(mix(seed(1000 + n), a), b);
    n++;
  };
  const { word, tag, upos, suffix, shape } = input;
  const labelOf = (node: number) => (node > size ? -2 : (state.labels[node] as number));
  const full = (node: number) => {
    put(word[node] as number);
    put(tag[node] as number);
    put(suffix[node] as number);
    put(shape[node] as number);
  };
  full(s0);
  full(s1);
  full(b0);
  full(b1);
  for (const node of [s2, b2]) {
    put(word[node] as number);
    put(tag[node] as number);
    put(suffix[node] as number);
  }
  for (const node of [s3, b3]) {
    put(word[node] as number);
    put(tag[node] as number);
  }
  const children = [
    child(state.left1, s0),
    child(state.left2, s0),
    child(state.right1, s0),
    child(state.right2, s0),
    child(state.left1, s1),
    child(state.right1, s1),
    child(state.right2, s1),
    child(state.left1, b0),
    child(state.left2, b0),
  ];
  for (const node of children) {
    put(word[node] as number);
    put(tag[node] as number);
    put(labelOf(node));
  }
  put(tag[child(state.right1, child(state.right1, s0))] as number);
  put(tag[child(state.right1, child(state.right1, s1))] as number);
  const sets = (node: number, of: Int32Array) => put(node > size ? -1 : (of[node] as number));
  sets(s0, state.leftLabels);
  sets(s0, state.rightLabels);
  sets(s1, state.leftLabels);
  sets(s1, state.rightLabels);
  sets(s2, state.rightLabels);
  sets(b0, state.leftLabels);
  put(s0 > size || b0 > size ? -1 : betweenBits(input, s0, b0));
  put(s0 > size || s1 > size ? -1 : betweenBits(input, s1, s0));
  put(s0 > size || b0 > size ? -1 : distance(s0, b0));
  put(s0 > size || s1 > size ? -1 : distance(s1, s0));
  put(Math.min(6, state.depth));
  put(Math.min(6, size - state.next + 1));
  put(input.markAfter[s0] as number);
  put(input.markBefore[b0] as number);
  put(input.markAfter[b0] as number);
  put(input.markAfter[s1] as number);
  put(input.markBefore[s0] as number);
  put(input.markBefore[s1] as number);
  const before = (node: number) => (node > size || node < 1 ? -7 : (tag[node - 1] as number));
  put(before(s0));
  put(s0 < size ? (tag[s0 + 1] as number) : -8);
  put(s1 < size ? (tag[s1 + 1] as number) : -8);
  put(before(b0));
  two(tag[s0] as number, tag[b0] as number);
  two(tag[s1] as number, tag[s0] as number);
  two(tag[b0] as number, tag[b1] as number);
  two(tag[s1] as number, tag[b0] as number);
  two(word[s0] as number, word[b0] as number);
  two(word[s1] as number, word[s0] as number);
  two(word[s0] as number, tag[b0] as number);
  two(tag[s0] as number, word[b0] as number);
  two(word[s1] as number, tag[s0] as number);
  two(mix(upos[s1] as number, upos[s0] as number), upos[b0] as number);
  two(mix(upos[s0] as number, upos[b0] as number), mix(upos[b1] as number, upos[b2] as number));
  return n;
}
