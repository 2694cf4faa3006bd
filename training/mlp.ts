import { HIDDEN_SCALE, KeyIndex, type MlpRows, OUTPUT_SCALE } from '../src/model/index.ts';

/** How a network learns. */
export interface MlpSettings {
  readonly hidden: number;
  /** Shares of features and hidden units left out of each example. */
  readonly dropFeatures: number;
  readonly dropHidden: number;
  /** First step size of AdaGrad (Duchi et al. 2011); falls linearly to a twentieth. */
  readonly rate: number;
}

/** Trains a network with one hidden layer over hashed features: sparse rows in, one AdaGrad accumulator a row. */
export class MlpTrainer {
  readonly outputs: number;
  readonly logits: Float64Array;
  /** Gradient of the loss by output, to be set by the caller before {@link learn}; only listed outputs are read. */
  readonly gradient: Float64Array;
  rate: number;
  readonly #settings: MlpSettings;
  readonly #random: () => number;
  readonly #keys: Uint32Array;
  readonly #index: KeyIndex;
  readonly #rows: Float32Array;
  readonly #rowSquares: Float32Array;
  readonly #bias: Float32Array;
  readonly #biasSquare: Float32Array;
  readonly #output: Float32Array;
  readonly #outputSquares: Float32Array;
  readonly #hidden: Float64Array;
  readonly #kept: Uint8Array;
  readonly #back: Float64Array;
  readonly #active: Int32Array;
  #activeCount = 0;

  /** @param keys features that get a row, ascending unsigned */
  constructor(keys: Uint32Array, outputs: number, settings: MlpSettings, random: () => number) {
    const width = settings.hidden;
    this.outputs = outputs;
    this.logits = new Float64Array(outputs);
    this.gradient = new Float64Array(outputs);
    this.rate = settings.rate;
    this.#settings = settings;
    this.#random = random;
    this.#keys = keys;
    this.#index = new KeyIndex(keys.length);
    for (const [row, key] of keys.entries()) this.#index.set(key | 0, row);
    this.#rows = Float32Array.from({ length: keys.length * width }, () => (random() - 0.5) * 0.2);
    this.#rowSquares = new Float32Array(keys.length).fill(1e-4);
    this.#bias = new Float32Array(width);
    this.#biasSquare = new Float32Array(1).fill(1e-4);
    this.#output = Float32Array.from({ length: outputs * (width + 1) }, () => (random() - 0.5) * 0.2);
    this.#outputSquares = new Float32Array(outputs).fill(1e-4);
    this.#hidden = new Float64Array(width);
    this.#kept = new Uint8Array(width);
    this.#back = new Float64Array(width);
    this.#active = new Int32Array(1024);
  }

  /** The hidden layer for an example, with dropout. */
  read(features: Int32Array, count: number): void {
    const { hidden: width, dropFeatures, dropHidden } = this.#settings;
    const [hidden, rows, kept, active] = [this.#hidden, this.#rows, this.#kept, this.#active];
    hidden.fill(0);
    let used = 0;
    for (let at = 0; at < count; at++) {
      const row = this.#index.get(features[at] as number);
      if (row < 0 || this.#random() < dropFeatures) continue;
      active[used++] = row;
      for (let unit = 0, cell = row * width; unit < width; unit++, cell++)
        hidden[unit] = (hidden[unit] as number) + (rows[cell] as number);
    }
    this.#activeCount = used;
    const [more, moreHidden] = [1 / (1 - dropFeatures), 1 / (1 - dropHidden)];
    for (let unit = 0; unit < width; unit++) {
      const sum = (hidden[unit] as number) * more + (this.#bias[unit] as number);
      const on = sum > 0 && this.#random() >= dropHidden;
      kept[unit] = on ? 1 : 0;
      hidden[unit] = on ? sum * moreHidden : 0;
    }
    this.#back.fill(0);
  }

  /** Computes the outputs `from` to `to` (exclusive) into `logits`. */
  compute(from: number, to: number): void {
    const width = this.#settings.hidden;
    const [hidden, output] = [this.#hidden, this.#output];
    for (let at = from; at < to; at++) {
      let cell = at * (width + 1);
      let sum = output[cell + width] as number;
      for (let unit = 0; unit < width; unit++) sum += (hidden[unit] as number) * (output[cell++] as number);
      this.logits[at] = sum;
    }
  }

  /** Takes `gradient` of the outputs `from` to `to` into the output weights, and keeps its share for the rows. */
  learn(from: number, to: number): void {
    const width = this.#settings.hidden;
    const [hidden, output, back] = [this.#hidden, this.#output, this.#back];
    for (let at = from; at < to; at++) {
      const slope = this.gradient[at] as number;
      if (Math.abs(slope) < 1e-4) continue;
      let square = slope * slope;
      for (let unit = 0; unit < width; unit++) square += (slope * (hidden[unit] as number)) ** 2 / width;
      this.#outputSquares[at] = (this.#outputSquares[at] as number) + square;
      const step = (this.rate * slope) / Math.sqrt(this.#outputSquares[at] as number);
      let cell = at * (width + 1);
      for (let unit = 0; unit < width; unit++, cell++) {
        const weight = output[cell] as number;
        back[unit] = (back[unit] as number) + slope * weight;
        output[cell] = weight - step * (hidden[unit] as number);
      }
      output[cell] = (output[cell] as number) - step;
    }
  }

  /** Passes what {@link learn} kept on to the rows of the example's features. */
  finish(): void {
    const { hidden: width, dropFeatures, dropHidden } = this.#settings;
    const [back, rows] = [this.#back, this.#rows];
    const scale = 1 / (1 - dropHidden);
    let square = 0;
    for (let unit = 0; unit < width; unit++) {
      const slope = this.#kept[unit] === 1 ? (back[unit] as number) * scale : 0;
      back[unit] = slope;
      square += slope * slope;
    }
    if (square < 1e-8) return;
    this.#step(this.#bias, 0, this.#biasSquare, 0, square / width, 1);
    const more = 1 / (1 - dropFeatures);
    for (let at = 0; at < this.#activeCount; at++) {
      const row = this.#active[at] as number;
      this.#step(rows, row * width, this.#rowSquares, row, (square * more * more) / width, more);
    }
  }

  #step(weights: Float32Array, from: number, squares: Float32Array, at: number, square: number, scale: number): void {
    const width = this.#settings.hidden;
    const back = this.#back;
    squares[at] = (squares[at] as number) + square;
    const step = (this.rate * scale) / Math.sqrt(squares[at] as number);
    for (let unit = 0, cell = from; unit < width; unit++, cell++)
      weights[cell] = (weights[cell] as number) - step * (back[unit] as number);
  }

  /** The weights, rounded. */
  rounded(): MlpRows {
    const round = (weights: Float32Array, scale: number) =>
      Int16Array.from(weights, (weight) => Math.max(-32768, Math.min(32767, Math.round(weight * scale))));
    return {
      hidden: this.#settings.hidden,
      outputs: this.outputs,
      keys: this.#keys,
      rows: round(this.#rows, HIDDEN_SCALE),
      bias: round(this.#bias, HIDDEN_SCALE),
      output: round(this.#output, OUTPUT_SCALE),
    };
  }
}

/** Counts how often features occur, and lists those that occur often enough. */
export class FeatureCounter {
  readonly #counts = new Map<number, number>();

  add(features: Int32Array, count: number): void {
    for (let at = 0; at < count; at++) {
      const key = (features[at] as number) >>> 0;
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    }
  }

  /** Keys seen at least `least` times, ascending. */
  keys(least: number): Uint32Array {
    return Uint32Array.from([...this.#counts].filter(([key, count]) => count >= least && key !== 0).map(([key]) => key)).sort();
  }
}

/** One network that computes the sum of the outputs of several over the same features: their hidden layers side by side. */
export function joinNetworks(networks: readonly MlpRows[]): MlpRows {
  const [first] = networks;
  if (!first) throw new RangeError('no network to join');
  const hidden = networks.reduce((sum, network) => sum + network.hidden, 0);
  const sideBySide = (pick: (network: MlpRows) => Int16Array, count: number) => {
    const joined = new Int16Array(count * hidden);
    for (let row = 0; row < count; row++) {
      let at = row * hidden;
      for (const network of networks) {
        joined.set(pick(network).subarray(row * network.hidden, (row + 1) * network.hidden), at);
        at += network.hidden;
      }
    }
    return joined;
  };
  const output = new Int16Array(first.outputs * (hidden + 1));
  for (let row = 0; row < first.outputs; row++) {
    let at = row * (hidden + 1);
    let bias = 0;
    for (const network of networks) {
      const from = row * (network.hidden + 1);
      for (let unit = 0; unit < network.hidden; unit++) output[at++] = network.output[from + unit] as number;
      bias += network.output[from + network.hidden] as number;
    }
    output[at] = bias;
  }
  return {
    hidden,
    outputs: first.outputs,
    keys: first.keys,
    rows: sideBySide((network) => network.rows, first.keys.length),
    bias: sideBySide((network) => network.bias, 1),
    output,
  };
}
