import { labelStart } from '../src/language/parser.ts';
import { ATOM_FEATURES, atomicFeatures } from '../src/language/parser-features.ts';
import type { ParserInput } from '../src/language/parser-input.ts';
import { LEFT, ParseState, RIGHT, SHIFT } from '../src/language/transitions.ts';
import type { MlpRows } from '../src/model/index.ts';
import { FeatureCounter, joinNetworks, type MlpSettings, MlpTrainer } from './mlp.ts';
import { Oracle } from './oracle.ts';
import { shuffle } from './random.ts';
import { learnClass } from './train-tagger.ts';

/** A sentence prepared for parsing; heads and labels by node, node 0 the root. */
export interface ParseExample {
  readonly input: ParserInput;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
}

/** How often the parser follows its own choice while learning, rather than a right one. */
const EXPLORE = 0.9;

/** How the parser learns. */
export interface ParserSettings extends MlpSettings {
  readonly epochs: number;
  /** Features seen less often along gold derivations get no row. */
  readonly leastCount: number;
  /** Networks trained from different random starts, whose outputs are added. */
  readonly networks: number;
}

/** Learns transitions with a dynamic oracle, and labels of the arcs as they are made; see `labelStart` for the outputs. */
export function trainParser(
  examples: readonly ParseExample[],
  labelCount: number,
  settings: ParserSettings,
  random: () => number,
  report: (network: number, epoch: number) => void = () => {},
): MlpRows {
  const features = new Int32Array(ATOM_FEATURES);
  const keys = countFeatures(examples, features).keys(settings.leastCount);
  const networks: MlpRows[] = [];
  for (let network = 0; network < settings.networks; network++) {
    const model = new MlpTrainer(keys, 3 + 2 * labelCount, settings, random);
    const total = settings.epochs * examples.length;
    const order = [...examples];
    let seen = 0;
    for (let epoch = 0; epoch < settings.epochs; epoch++) {
      for (const example of shuffle(order, random)) {
        model.rate = settings.rate * (1 - (0.95 * seen++) / total);
        learnSentence(example, model, labelCount, features, random);
      }
      report(network + 1, epoch + 1);
    }
    networks.push(model.rounded());
  }
  return joinNetworks(networks);
}

function countFeatures(examples: readonly ParseExample[], features: Int32Array): FeatureCounter {
  const counter = new FeatureCounter();
  for (const { input, heads, labels } of examples) {
    const state = new ParseState(input.size);
    const oracle = new Oracle(heads);
    while (!state.done) {
      if (forcedTransition(state) < 0) counter.add(features, atomicFeatures(input, state, features));
      const transition = cheapest(state, oracle).find((cost) => cost.best)?.transition ?? SHIFT;
      if (transition === SHIFT) state.shift();
      else state.attach(transition, labels[state.stackAt(0)] as number);
    }
  }
  return counter;
}

/** The only transition allowed where there is no choice and no arc to label; -1 otherwise. */
function forcedTransition(state: ParseState): number {
  return state.depth === 1 ? SHIFT : -1;
}

function cheapest(state: ParseState, oracle: Oracle): readonly { transition: number; best: boolean }[] {
  const allowed = [SHIFT, LEFT, RIGHT].filter((transition) => state.may(transition));
  const costs = allowed.map((transition) => oracle.cost(state, transition));
  const least = Math.min(...costs);
  return allowed.map((transition, at) => ({ transition, best: costs[at] === least }));
}

function learnSentence(
  example: ParseExample,
  model: MlpTrainer,
  labelCount: number,
  features: Int32Array,
  random: () => number,
): void {
  const { input, heads, labels } = example;
  const state = new ParseState(input.size);
  const oracle = new Oracle(heads);
  while (!state.done) {
    if (forcedTransition(state) === SHIFT) {
      state.shift();
      continue;
    }
    model.read(features, atomicFeatures(input, state, features));
    const transition = learnTransition(state, oracle, model, random);
    const node = state.stackAt(0);
    for (const arc of [LEFT, RIGHT]) {
      if (!state.may(arc) || state.headFor(arc) !== heads[node]) continue;
      const from = labelStart(arc, labelCount);
      learnClass(model, from, from + labelCount, labels[node] as number);
    }
    if (transition === SHIFT) {
      model.finish();
      state.shift();
      continue;
    }
    const from = labelStart(transition, labelCount);
    model.compute(from, from + labelCount);
    let best = 0;
    for (let label = 1; label < labelCount; label++)
      if ((model.logits[from + label] as number) > (model.logits[from + best] as number)) best = label;
    model.finish();
    state.attach(transition, state.headFor(transition) === 0 ? (labels[node] as number) : best);
  }
}

/** A step towards the set of cheapest transitions; returns the one to follow. */
function learnTransition(state: ParseState, oracle: Oracle, model: MlpTrainer, random: () => number): number {
  const { logits, gradient } = model;
  const choices = cheapest(state, oracle);
  model.compute(0, 3);
  const top = Math.max(...choices.map(({ transition }) => logits[transition] as number));
  const weight = (transition: number) => Math.exp((logits[transition] as number) - top);
  let [all, good] = [0, 0];
  for (const { transition, best } of choices) {
    all += weight(transition);
    if (best) good += weight(transition);
  }
  gradient[SHIFT] = gradient[LEFT] = gradient[RIGHT] = 0;
  let [chosen, right] = [-1, -1];
  for (const { transition, best } of choices) {
    gradient[transition] = weight(transition) / all - (best ? weight(transition) / good : 0);
    if (chosen < 0 || (logits[transition] as number) > (logits[chosen] as number)) chosen = transition;
    if (best && (right < 0 || (logits[transition] as number) > (logits[right] as number))) right = transition;
  }
  if (choices.length > 1) model.learn(0, 3);
  return random() < EXPLORE ? chosen : right;
}
