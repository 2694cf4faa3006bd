import { argmax, type LinearModel } from '../model/index.ts';
import {
  type BetweenKinds,
  betweenKinds,
  labelFeatures,
  PARSE_FEATURES,
  type ParserInput,
  parserInput,
  transitionFeatures,
} from './parser-features.ts';
import type { TagSet } from './tagger.ts';
import { LEFT, ParseState, RIGHT, SHIFT } from './transitions.ts';

/** Heads and labels of one sentence. */
export interface Tree {
  /** Index of the head within the sentence, -1 at the root. */
  readonly heads: Int32Array;
  /** Number of the label. */
  readonly labels: Int32Array;
}

/** Greedy arc-hybrid parser: one linear model chooses transitions, another labels each arc as it is made. */
export class Parser {
  readonly #transitions: LinearModel;
  readonly #labels: LinearModel;
  readonly #labelCount: number;
  readonly #rootLabel: number;
  readonly #kinds: BetweenKinds;
  readonly #features = new Int32Array(PARSE_FEATURES);
  readonly #scores = new Int32Array(256);

  constructor(tagSet: TagSet, labels: readonly string[], transitionModel: LinearModel, labelModel: LinearModel) {
    this.#transitions = transitionModel;
    this.#labels = labelModel;
    this.#labelCount = labels.length;
    this.#rootLabel = labels.indexOf('root');
    this.#kinds = betweenKinds(tagSet);
  }

  parse(atoms: readonly Int32Array[], xpos: Uint8Array, upos: Uint8Array): Tree {
    const input = parserInput(atoms, xpos, upos, this.#kinds);
    const state = new ParseState(input.size);
    while (!state.done) {
      const transition = this.#choose(input, state);
      if (transition === SHIFT) state.shift();
      else state.attach(transition, this.#label(input, state, transition));
    }
    return {
      heads: Int32Array.from(atoms, (_, index) => (state.heads[index + 1] as number) - 1),
      labels: Int32Array.from(atoms, (_, index) => state.labels[index + 1] as number),
    };
  }

  #choose(input: ParserInput, state: ParseState): number {
    if (state.depth === 1) return SHIFT;
    if (state.next > state.size) return RIGHT;
    const scores = this.#scores;
    scores[SHIFT] = scores[LEFT] = scores[RIGHT] = 0;
    this.#transitions.add(this.#features, transitionFeatures(input, state, this.#features), scores);
    let best = SHIFT;
    if ((scores[LEFT] as number) > (scores[best] as number)) best = LEFT;
    if (state.depth > 2 && (scores[RIGHT] as number) > (scores[best] as number)) best = RIGHT;
    return best;
  }

  #label(input: ParserInput, state: ParseState, transition: number): number {
    const head = state.headFor(transition);
    if (head === 0) return this.#rootLabel;
    const scores = this.#scores;
    scores.fill(0);
    this.#labels.add(this.#features, labelFeatures(input, state, head, state.stackAt(0), this.#features), scores);
    scores[this.#rootLabel] = -1_000_000_000;
    return argmax(scores, this.#labelCount);
  }
}
