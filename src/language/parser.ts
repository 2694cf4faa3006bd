import type { SparseMlp } from '../model/index.ts';
import { ATOM_FEATURES, atomicFeatures } from './parser-features.ts';
import { type BetweenKinds, betweenKinds, type ParserInput, parserInput } from './parser-input.ts';
import { attachPunctuation } from './punctuation.ts';
import type { TagSet } from './tagger.ts';
import { LEFT, ParseState, RIGHT, SHIFT } from './transitions.ts';

/** Heads and labels of one sentence. */
export interface SentenceTree {
  /** Index of the head within the sentence, -1 at the root. */
  readonly heads: Int32Array;
  /** Number of the label. */
  readonly labels: Int32Array;
}

/** Label names by number, and the numbers that words of each universal tag may bear. */
export interface LabelSet {
  readonly names: readonly string[];
  readonly byUpos: readonly (readonly number[])[];
}

/** First output of the labels of an arc: the network has the three transitions, then the labels of LEFT, then those of RIGHT. */
export function labelStart(transition: number, labelCount: number): number {
  return transition === LEFT ? 3 : 3 + labelCount;
}

/** Greedy arc-hybrid parser: a network chooses transitions, and labels each arc as it is made. Punctuation is left out and
 * hung in at the end. */
export class Parser {
  readonly #network: SparseMlp;
  readonly #labels: LabelSet;
  readonly #rootLabel: number;
  readonly #markLabel: number;
  readonly #kinds: BetweenKinds;
  readonly #features = new Int32Array(ATOM_FEATURES);

  constructor(tagSet: TagSet, labels: LabelSet, network: SparseMlp) {
    this.#network = network;
    this.#labels = labels;
    this.#rootLabel = labels.names.indexOf('root');
    this.#markLabel = labels.names.indexOf('punct');
    this.#kinds = betweenKinds(tagSet);
  }

  parse(forms: readonly string[], atoms: readonly Int32Array[], xpos: Uint8Array, upos: Uint8Array): SentenceTree {
    const input = parserInput(atoms, xpos, upos, this.#kinds);
    if (input.size === 0) return this.#marksOnly(atoms.length);
    const state = new ParseState(input.size);
    while (!state.done) this.#step(input, state);
    const heads = new Int32Array(atoms.length);
    const labels = new Int32Array(atoms.length).fill(this.#markLabel);
    const isMark = new Uint8Array(atoms.length).fill(1);
    for (let node = 1; node <= input.size; node++) {
      const place = input.places[node] as number;
      isMark[place] = 0;
      heads[place] = input.places[state.heads[node] as number] as number;
      labels[place] = state.labels[node] as number;
    }
    attachPunctuation(heads, isMark, forms);
    return { heads, labels };
  }

  /** A sentence of nothing but punctuation: the first mark is the root. */
  #marksOnly(size: number): SentenceTree {
    const labels = new Int32Array(size).fill(this.#markLabel);
    if (size > 0) labels[0] = this.#rootLabel;
    return { heads: Int32Array.from(labels, (_, at) => (at === 0 ? -1 : 0)), labels };
  }

  #step(input: ParserInput, state: ParseState): void {
    if (state.depth === 1) {
      state.shift();
      return;
    }
    const last = state.next > state.size && state.depth === 2;
    if (!last) this.#network.read(this.#features, atomicFeatures(input, state, this.#features));
    const transition = state.next > state.size ? RIGHT : this.#choose(state);
    if (transition === SHIFT) state.shift();
    else state.attach(transition, last ? this.#rootLabel : this.#label(input, state, transition));
  }

  #choose(state: ParseState): number {
    const network = this.#network;
    const [shift, left] = [network.outputAt(SHIFT), network.outputAt(LEFT)];
    const [best, score] = left > shift ? [LEFT, left] : [SHIFT, shift];
    return state.depth > 2 && network.outputAt(RIGHT) > score ? RIGHT : best;
  }

  /** The best of the labels that the word's universal tag allows. */
  #label(input: ParserInput, state: ParseState, transition: number): number {
    const start = labelStart(transition, this.#labels.names.length);
    const allowed = this.#labels.byUpos[input.upos[state.stackAt(0)] as number] ?? [];
    let [best, highest] = [allowed[0] ?? 0, Number.NEGATIVE_INFINITY];
    for (const label of allowed) {
      const score = this.#network.outputAt(start + label);
      if (score <= highest) continue;
      highest = score;
      best = label;
    }
    return best;
  }
}
