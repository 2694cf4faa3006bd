import { charKind, LETTER, SPACE } from '../src/language/characters.ts';
import { advance, END_FEATURES, endFeatures, mayEnd, startState } from '../src/language/sentences.ts';
import { CUT_FEATURES, cutFeatures, mayCut } from '../src/language/tokenize.ts';
import type { LinearRows } from '../src/model/index.ts';
import type { RawDocument } from './corpora.ts';
import { Perceptron, type Rounding } from './perceptron.ts';
import { shuffle } from './random.ts';

/** One document, as written or with curly quotation marks, taken in by a model. */
type Learn = (document: RawDocument, variant: string, model: Perceptron, features: Int32Array) => void;

function trainOver(
  documents: readonly RawDocument[],
  epochs: number,
  rounding: Rounding,
  random: () => number,
  featureCount: number,
  learn: Learn,
): LinearRows {
  const model = new Perceptron(2);
  const features = new Int32Array(featureCount);
  const order = shuffle([...documents], random);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const document of order)
      for (const variant of [document.text, curly(document.text)]) learn(document, variant, model, features);
    shuffle(order, random);
  }
  return model.rows(rounding);
}

/** Learns where white-space chunks are cut into surface tokens. */
export function trainTokenizer(
  documents: readonly RawDocument[],
  epochs: number,
  rounding: Rounding,
  random: () => number,
): LinearRows {
  return trainOver(documents, epochs, rounding, random, CUT_FEATURES, learnCuts);
}

/** The same text, as long, with typographic single and double marks. */
function curly(text: string): string {
  return text
    .replace(/'/g, '\u2019')
    .replace(/(^|\s)"/g, '$1\u201c')
    .replace(/"/g, '\u201d');
}

function learnCuts(document: RawDocument, text: string, model: Perceptron, features: Int32Array): void {
  const starts = new Set<number>();
  for (const offsets of document.offsets) for (let at = 0; at < offsets.length; at += 2) starts.add(offsets[at] as number);
  let from = 0;
  while (from < text.length) {
    if (charKind(text.charCodeAt(from)) === SPACE) {
      from++;
      continue;
    }
    let to = from;
    let letters = true;
    for (; to < text.length && charKind(text.charCodeAt(to)) !== SPACE; to++)
      letters &&= charKind(text.charCodeAt(to)) === LETTER;
    let last = from;
    for (let at = from + 1; !letters && at < to; at++) {
      if (!mayCut(text, at)) continue;
      const count = cutFeatures(text, from, to, at, at - last, features);
      const cut = starts.has(at) ? 1 : 0;
      learn(model, features, count, cut);
      if (cut === 1) last = at;
    }
    from = to;
  }
}

/** One perceptron step on a yes-or-no example. */
function learn(model: Perceptron, features: Int32Array, count: number, answer: 0 | 1): void {
  const [no = 0, yes = 0] = model.score(features, count);
  model.tick();
  if ((yes > no ? 1 : 0) !== answer) model.update(features, count, answer, 1 - answer);
}

/** Learns where sentences end inside paragraphs. */
export function trainSplitter(
  documents: readonly RawDocument[],
  epochs: number,
  rounding: Rounding,
  random: () => number,
): LinearRows {
  return trainOver(documents, epochs, rounding, random, END_FEATURES, learnEnds);
}

function learnEnds(document: RawDocument, text: string, model: Perceptron, features: Int32Array): void {
  const { sentences, paragraphs } = document;
  for (const [number, first] of paragraphs.entries()) {
    const past = paragraphs[number + 1] ?? sentences.length;
    const offsets: number[] = [];
    const ends = new Set<number>();
    for (let sentence = first; sentence < past; sentence++) {
      offsets.push(...(document.offsets[sentence] ?? []));
      ends.add(offsets.length / 2 - 1);
    }
    const tokens = { text, offsets, from: 0, to: offsets.length / 2 };
    const state = startState();
    for (let at = 0; at < tokens.to; at++) {
      advance(tokens, at, state);
      const end = ends.has(at);
      if (at + 1 < tokens.to && mayEnd(tokens, at))
        learn(model, features, endFeatures(tokens, at, state, features), end ? 1 : 0);
      if (!end) continue;
      state.length = 0;
      state.brackets = 0;
    }
  }
}
