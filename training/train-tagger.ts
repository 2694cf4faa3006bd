import { NO_TAG, TAG_ATOMS, type TagSet, tagAtoms } from '../src/language/tagger.ts';
import { UNIVERSAL_FEATURES, universalFeatures } from '../src/language/universal-tagger.ts';
import type { LinearRows, MlpRows } from '../src/model/index.ts';
import { FeatureCounter, type MlpSettings, MlpTrainer } from './mlp.ts';
import { Perceptron, type Rounding } from './perceptron.ts';
import { shuffle } from './random.ts';

/** A sentence prepared for tagging: atoms of its words and the numbers of its gold tags. */
export interface TagExample {
  readonly atoms: readonly Int32Array[];
  readonly xpos: Uint8Array;
  readonly upos: Uint8Array;
}

/** How the tagging network learns. */
export interface TaggerMlpSettings extends MlpSettings {
  readonly epochs: number;
  /** Features seen less often get no row. */
  readonly leastCount: number;
}

/** Learns Penn tags with a network, walking each sentence with its own tags. */
export function trainXpos(
  examples: readonly TagExample[],
  tagSet: TagSet,
  settings: TaggerMlpSettings,
  random: () => number,
  report: (epoch: number, rounded: () => MlpRows) => void = () => {},
): MlpRows {
  const features = new Int32Array(TAG_ATOMS);
  const counter = new FeatureCounter();
  for (const { atoms, xpos } of examples)
    for (let index = 0; index < atoms.length; index++) counter.add(features, tagAtoms(atoms, index, xpos, features));
  const model = new MlpTrainer(counter.keys(settings.leastCount), tagSet.xpos.length, settings, random);
  const order = [...examples];
  const total = settings.epochs * examples.length;
  let seen = 0;
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (const { atoms, xpos } of shuffle(order, random)) {
      model.rate = settings.rate * (1 - (0.95 * seen++) / total);
      const tags = new Uint8Array(atoms.length);
      for (let index = 0; index < atoms.length; index++) {
        model.read(features, tagAtoms(atoms, index, tags, features));
        tags[index] = learnClass(model, 0, model.outputs, xpos[index] as number);
        model.finish();
      }
    }
    report(epoch + 1, () => model.rounded());
  }
  return model.rounded();
}

/** A softmax step towards `gold` among the outputs `from` to `to`; returns the best output before it. */
export function learnClass(model: MlpTrainer, from: number, to: number, gold: number): number {
  const { logits, gradient } = model;
  model.compute(from, to);
  let best = from;
  for (let at = from; at < to; at++) if ((logits[at] as number) > (logits[best] as number)) best = at;
  const top = logits[best] as number;
  let all = 0;
  for (let at = from; at < to; at++) all += Math.exp((logits[at] as number) - top);
  for (let at = from; at < to; at++) gradient[at] = Math.exp((logits[at] as number) - top) / all;
  gradient[from + gold] = (gradient[from + gold] as number) - 1;
  model.learn(from, to);
  return best - from;
}

/** Learns universal tags on top of Penn tags that a tagger assigned to text it was not trained on.
 * @param assigned those tags, by sentence */
export function trainUpos(
  examples: readonly TagExample[],
  assigned: readonly Uint8Array[],
  tagSet: TagSet,
  epochs: number,
  rounding: Rounding,
  random: () => number,
): LinearRows {
  const model = new Perceptron(tagSet.upos.length);
  const features = new Int32Array(UNIVERSAL_FEATURES);
  const order = examples.map((example, at) => ({ example, xpos: assigned[at] ?? example.xpos }));
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { example, xpos } of shuffle(order, random)) {
      let before = NO_TAG;
      for (let index = 0; index < example.atoms.length; index++) {
        const count = universalFeatures(example.atoms, index, xpos, before, features);
        before = learn(model, features, count, example.upos[index] as number);
      }
    }
  }
  return model.rows(rounding);
}

/** One perceptron step; returns the model's answer before it. */
function learn(model: Perceptron, features: Int32Array, count: number, gold: number): number {
  const scores = model.score(features, count);
  let best = 0;
  for (let label = 1; label < model.classes; label++) if ((scores[label] as number) > (scores[best] as number)) best = label;
  model.tick();
  if (best !== gold) model.update(features, count, gold, best);
  return best;
}
