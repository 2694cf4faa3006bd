import type { EventRows } from '../../src/code/learned/index.ts';
import { HEADS } from '../../src/code/learned/index.ts';
import { EVENT_TYPES } from '../../src/codebook/index.ts';
import { seededRandom, shuffle } from '../random.ts';
import type { Example } from './examples.ts';
import type { EVENT_SETTINGS } from './settings.ts';

type Settings = { readonly [name in keyof typeof EVENT_SETTINGS]: number };

const OUTPUTS = HEADS.length * EVENT_TYPES.length;
/** Keeps Adagrad's first steps small. */
const EPSILON = 1e-6;

/** Sparse features to a hidden layer of rectified units to two softmaxes; trained by Adagrad, one example at a time. */
class EventNetwork {
  readonly #settings: Settings;
  readonly #rowOf = new Map<number, number>();
  readonly #keys: Uint32Array;
  readonly #rows: Float32Array;
  readonly #rowSquares: Float32Array;
  readonly #bias: Float32Array;
  readonly #biasSquares: Float32Array;
  readonly #output: Float32Array;
  readonly #outputSquares: Float32Array;
  readonly #random: () => number;

  constructor(examples: readonly Example[], settings: Settings) {
    this.#settings = settings;
    this.#random = seededRandom(settings.seed);
    this.#keys = keptKeys(examples, settings);
    for (const [row, key] of this.#keys.entries()) this.#rowOf.set(key | 0, row);
    const { hidden } = settings;
    this.#rows = Float32Array.from({ length: this.#keys.length * hidden }, () => (this.#random() - 0.5) * 0.12);
    this.#rowSquares = new Float32Array(this.#rows.length);
    this.#bias = new Float32Array(hidden).fill(0.1);
    this.#biasSquares = new Float32Array(hidden);
    this.#output = Float32Array.from({ length: OUTPUTS * (hidden + 1) }, () => (this.#random() - 0.5) * 0.4);
    this.#outputSquares = new Float32Array(this.#output.length);
  }

  /** Goes through the examples for the set number of epochs. */
  train(examples: readonly Example[]): void {
    const order = examples.map((_, index) => index);
    for (let epoch = 0; epoch < this.#settings.epochs; epoch++) {
      shuffle(order, this.#random);
      const rate = this.#settings.learningRate * (1 - (0.9 * epoch) / this.#settings.epochs);
      for (const index of order) {
        const example = examples[index];
        if (example) this.#learn(example, rate);
      }
    }
  }

  #visibleRows(example: Example): readonly number[] {
    const { featureDropout, framesDropout } = this.#settings;
    const hideFrames = this.#random() < framesDropout;
    const rows: number[] = [];
    for (const key of example.features) {
      if (hideFrames && example.ofFrames.has(key)) continue;
      if (this.#random() < featureDropout) continue;
      const row = this.#rowOf.get(key);
      if (row !== undefined) rows.push(row);
    }
    return rows;
  }

  #learn(example: Example, rate: number): void {
    const { hidden: width } = this.#settings;
    const rows = this.#visibleRows(example);
    const hidden = this.#hidden(rows);
    const slopes = new Float32Array(width);
    for (const [head, answer] of example.answers.entries()) {
      const powers = this.#softmax(hidden, head);
      for (let type = 0; type < EVENT_TYPES.length; type++) {
        const slope = (powers[type] ?? 0) - (type === answer ? 1 : 0);
        if (Math.abs(slope) < 1e-4) continue;
        const from = (head * EVENT_TYPES.length + type) * (width + 1);
        for (let unit = 0; unit < width; unit++) {
          slopes[unit] = (slopes[unit] ?? 0) + slope * (this.#output[from + unit] ?? 0);
          step(this.#output, this.#outputSquares, from + unit, slope * (hidden[unit] ?? 0), rate);
        }
        step(this.#output, this.#outputSquares, from + width, slope, rate);
      }
    }
    for (let unit = 0; unit < width; unit++) {
      if ((hidden[unit] ?? 0) <= 0) slopes[unit] = 0;
      else step(this.#bias, this.#biasSquares, unit, slopes[unit] ?? 0, rate);
    }
    const { l2 } = this.#settings;
    const weights = this.#rows;
    const squares = this.#rowSquares;
    for (const row of rows) {
      const from = row * width;
      for (let unit = 0; unit < width; unit++) {
        const slope = (slopes[unit] as number) + l2 * (weights[from + unit] as number);
        if (slope === 0) continue;
        const square = (squares[from + unit] as number) + slope * slope;
        squares[from + unit] = square;
        weights[from + unit] = (weights[from + unit] as number) - (rate * slope) / Math.sqrt(square + EPSILON);
      }
    }
  }

  #hidden(rows: readonly number[]): Float32Array {
    const { hidden: width } = this.#settings;
    const hidden = this.#bias.slice();
    const weights = this.#rows;
    for (const row of rows) {
      const from = row * width;
      for (let unit = 0; unit < width; unit++) hidden[unit] = (hidden[unit] as number) + (weights[from + unit] as number);
    }
    for (let unit = 0; unit < width; unit++) hidden[unit] = Math.max(0, hidden[unit] as number);
    return hidden;
  }

  #scores(hidden: Float32Array, head: number): Float32Array {
    const { hidden: width } = this.#settings;
    return Float32Array.from(EVENT_TYPES, (_, type) => {
      const from = (head * EVENT_TYPES.length + type) * (width + 1);
      let sum = this.#output[from + width] ?? 0;
      for (let unit = 0; unit < width; unit++) sum += (hidden[unit] as number) * (this.#output[from + unit] as number);
      return sum;
    });
  }

  #softmax(hidden: Float32Array, head: number): Float32Array {
    return softmax(this.#scores(hidden, head), 1);
  }

  get keys(): Uint32Array {
    return this.#keys;
  }

  get rows(): Float32Array {
    return this.#rows;
  }

  get bias(): Float32Array {
    return this.#bias;
  }

  get output(): Float32Array {
    return this.#output;
  }
}

/** Trains the set number of networks from different seeds and makes one of them: hidden layers side by side, outputs averaged, the
 * first layer rounded to bytes. */
export function trainTogether(examples: readonly Example[], settings: Settings): EventRows {
  const networks = Array.from({ length: settings.members }, (_, member) => {
    const network = new EventNetwork(examples, { ...settings, seed: settings.seed + 101 * member });
    network.train(examples);
    return network;
  });
  return merge(networks, settings.hidden);
}

function merge(networks: readonly EventNetwork[], width: number): EventRows {
  const hidden = width * networks.length;
  const keys = networks[0]?.keys ?? new Uint32Array();
  const scale = Math.max(...networks.map(({ rows }) => highestWeight(rows))) / 127;
  const rows = new Int8Array(keys.length * hidden);
  const bias = new Float32Array(hidden);
  const output = new Float32Array(OUTPUTS * (hidden + 1));
  for (const [member, network] of networks.entries()) {
    const shift = member * width;
    bias.set(network.bias, shift);
    for (let key = 0; key < keys.length; key++)
      for (let unit = 0; unit < width; unit++)
        rows[key * hidden + shift + unit] = toByte((network.rows[key * width + unit] ?? 0) / scale);
    for (let type = 0; type < OUTPUTS; type++) {
      const [from, to] = [type * (width + 1), type * (hidden + 1)];
      for (let unit = 0; unit < width; unit++) output[to + shift + unit] = (network.output[from + unit] ?? 0) / networks.length;
      output[to + hidden] = (output[to + hidden] ?? 0) + (network.output[from + width] ?? 0) / networks.length;
    }
  }
  return { hidden, keys, rows, scale, bias, output, temperatures: [1, 1] };
}

/** The largest weight but for a few outliers, which are cut off. */
function highestWeight(rows: Float32Array): number {
  const sorted = rows.map(Math.abs).sort();
  return sorted[Math.floor(sorted.length * 0.9998)] ?? 1;
}

function toByte(value: number): number {
  return Math.max(-127, Math.min(127, Math.round(value)));
}

/** Probabilities of scores divided by a temperature. */
export function softmax(scores: Float32Array, temperature: number): Float32Array {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - highest) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function step(values: Float32Array, squares: Float32Array, at: number, slope: number, rate: number): void {
  const square = (squares[at] ?? 0) + slope * slope;
  squares[at] = square;
  values[at] = (values[at] ?? 0) - (rate * slope) / Math.sqrt(square + EPSILON);
}

/** Features that enough lines or sentences have, the commonest where there are too many; ascending. */
function keptKeys(examples: readonly Example[], { minLines, minSentences, maxKeys }: Settings): Uint32Array {
  const lines = new Map<number, { last: number; count: number; sentences: number }>();
  for (const { features, line } of examples) {
    for (const key of features) {
      const seen = lines.get(key);
      if (!seen) lines.set(key, { last: line, count: 1, sentences: 1 });
      else {
        seen.sentences++;
        if (seen.last !== line) seen.count++;
        seen.last = line;
      }
    }
  }
  const kept = [...lines]
    .filter(([, { count, sentences }]) => count >= minLines || sentences >= minSentences)
    .sort((a, b) => b[1].count - a[1].count || b[1].sentences - a[1].sentences || a[0] - b[0]);
  return Uint32Array.from(kept.slice(0, maxKeys), ([key]) => key >>> 0).sort();
}
