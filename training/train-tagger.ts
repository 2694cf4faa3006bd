import { guideTags, NO_TAG, TAG_FEATURES, type TagSet, tagFeatures, universalFeatures } from '../src/language/tagger.ts';
import type { LinearRows } from '../src/model/index.ts';
import { Perceptron, type Rounding } from './perceptron.ts';
import { shuffle } from './random.ts';

/** A sentence prepared for tagging: atoms of its words and the numbers of its gold tags. */
export interface TagExample {
  readonly atoms: readonly Int32Array[];
  readonly xpos: Uint8Array;
  readonly upos: Uint8Array;
}

/** Learns Penn tags, walking each sentence with the model's own tags. */
export function trainXpos(
  examples: readonly TagExample[],
  tagSet: TagSet,
  epochs: number,
  rounding: Rounding,
  random: () => number,
): LinearRows {
  const model = new Perceptron(tagSet.xpos.length);
  const guides = guideTags(tagSet);
  const features = new Int32Array(TAG_FEATURES);
  const order = [...examples];
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { atoms, xpos } of shuffle(order, random)) {
      const tags = new Uint8Array(atoms.length);
      for (let index = 0; index < atoms.length; index++) {
        const count = tagFeatures(atoms, index, tags, guides, features);
        tags[index] = learn(model, features, count, xpos[index] as number);
      }
    }
  }
  return model.rows(rounding);
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
  const features = new Int32Array(TAG_FEATURES);
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
