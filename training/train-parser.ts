import { labelFeatures, PARSE_FEATURES, type ParserInput, transitionFeatures } from '../src/language/parser-features.ts';
import { LEFT, ParseState, RIGHT, SHIFT } from '../src/language/transitions.ts';
import type { LinearRows } from '../src/model/index.ts';
import { Oracle } from './oracle.ts';
import { Perceptron, type Rounding } from './perceptron.ts';
import { shuffle } from './random.ts';

/** A sentence prepared for parsing; heads and labels by node, node 0 the root. */
export interface ParseExample {
  readonly input: ParserInput;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
}

/** How often the parser follows its own choice while learning, rather than a right one. */
const EXPLORE = 0.9;

export interface ParserRows {
  readonly transitions: LinearRows;
  readonly labels: LinearRows;
}

/** Learns transitions with a dynamic oracle, and labels of arcs as they are made. */
export function trainParser(
  examples: readonly ParseExample[],
  labelCount: number,
  epochs: number,
  roundings: { readonly transitions: Rounding; readonly labels: Rounding },
  random: () => number,
  report: (epoch: number, rows: () => ParserRows) => void = () => {},
): ParserRows {
  const transitions = new Perceptron(3);
  const labels = new Perceptron(labelCount);
  const features = new Int32Array(PARSE_FEATURES);
  const order = [...examples];
  const rows = () => ({ transitions: transitions.rows(roundings.transitions), labels: labels.rows(roundings.labels) });
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const example of shuffle(order, random)) learnSentence(example, transitions, labels, features, random);
    report(epoch + 1, rows);
  }
  return rows();
}

function learnSentence(
  example: ParseExample,
  transitions: Perceptron,
  labels: Perceptron,
  features: Int32Array,
  random: () => number,
): void {
  const state = new ParseState(example.input.size);
  const oracle = new Oracle(example.heads);
  while (!state.done) {
    const forced = state.depth === 1 ? SHIFT : state.next > state.size ? RIGHT : -1;
    const transition = forced >= 0 ? forced : learnTransition(example.input, state, oracle, transitions, features, random);
    if (transition === SHIFT) state.shift();
    else state.attach(transition, learnLabel(example, state, transition, labels, features));
  }
}

function learnTransition(
  input: ParserInput,
  state: ParseState,
  oracle: Oracle,
  model: Perceptron,
  features: Int32Array,
  random: () => number,
): number {
  const count = transitionFeatures(input, state, features);
  const scores = model.score(features, count);
  model.tick();
  let [chosen, right, cheapest] = [-1, -1, Number.POSITIVE_INFINITY];
  for (const transition of [SHIFT, LEFT, RIGHT])
    if (state.may(transition)) cheapest = Math.min(cheapest, oracle.cost(state, transition));
  for (const transition of [SHIFT, LEFT, RIGHT]) {
    if (!state.may(transition)) continue;
    const score = scores[transition] as number;
    if (chosen < 0 || score > (scores[chosen] as number)) chosen = transition;
    if (oracle.cost(state, transition) === cheapest && (right < 0 || score > (scores[right] as number))) right = transition;
  }
  if (oracle.cost(state, chosen) > cheapest) model.update(features, count, right, chosen);
  return random() < EXPLORE ? chosen : right;
}

/** The label given to the arc: the model's own, after a step where the arc is right. */
function learnLabel(
  example: ParseExample,
  state: ParseState,
  transition: number,
  model: Perceptron,
  features: Int32Array,
): number {
  const head = state.headFor(transition);
  const node = state.stackAt(0);
  const gold = example.labels[node] as number;
  if (head === 0) return gold;
  const count = labelFeatures(example.input, state, head, node, features);
  const scores = model.score(features, count);
  let best = 0;
  for (let label = 1; label < model.classes; label++) if ((scores[label] as number) > (scores[best] as number)) best = label;
  if (example.heads[node] !== head) return best;
  model.tick();
  if (best !== gold) model.update(features, count, gold, best);
  return best;
}
