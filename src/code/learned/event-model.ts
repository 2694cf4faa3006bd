import { EVENT_TYPES, type EventType } from '../../codebook/index.ts';
import { ByteReader, ByteWriter, KeyIndex, packSections, readKeys, unpackSections, writeKeys } from '../../model/index.ts';

const SECTION = 'events';

/** Whose habits scores follow. */
export const HEADS = ['plover', 'cameo'] as const;
export type Head = (typeof HEADS)[number];

/** A network with one hidden layer over hashed features, weights rounded to a byte; two answers share the hidden layer. */
export interface EventRows {
  /** Width of the hidden layer. */
  readonly hidden: number;
  /** Ascending, none 0. */
  readonly keys: Uint32Array;
  /** One row of `hidden` a key, times `scale` the weight. */
  readonly rows: Int8Array;
  readonly scale: number;
  /** `hidden` entries. */
  readonly bias: Float32Array;
  /** For each head and each type of EVENT_TYPES a row of `hidden` and a bias. */
  readonly output: Float32Array;
  /** Divides the scores of each head so that their softmax is a calibrated probability. */
  readonly temperatures: readonly [number, number];
}

/** Scores the types of a question from its features. Additions and multiplications only, so every machine computes the same. */
export class EventModel {
  readonly #rows: EventRows;
  readonly #index: KeyIndex;

  constructor(rows: EventRows) {
    this.#rows = rows;
    this.#index = new KeyIndex(rows.keys.length);
    rows.keys.forEach((key, row) => {
      this.#index.set(key | 0, row * rows.hidden);
    });
  }

  /** A score a type in the order of EVENT_TYPES, larger for likelier: logits, whose softmax is a calibrated probability. */
  score(features: Int32Array, head: Head): Float32Array {
    const { hidden: width, output, temperatures } = this.#rows;
    const hidden = this.#hidden(features);
    const which = HEADS.indexOf(head);
    const scores = new Float32Array(EVENT_TYPES.length);
    for (let type = 0; type < scores.length; type++) {
      let cell = (which * EVENT_TYPES.length + type) * (width + 1);
      let sum = output[cell + width] ?? 0;
      for (const value of hidden) sum += value * (output[cell++] ?? 0);
      scores[type] = sum / (temperatures[which] ?? 1);
    }
    return scores;
  }

  #hidden(features: Int32Array): Float64Array {
    const { hidden: width, rows, scale, bias } = this.#rows;
    const sums = new Int32Array(width);
    for (const key of features) {
      const from = this.#index.get(key);
      if (from < 0) continue;
      for (let unit = 0; unit < width; unit++) sums[unit] = (sums[unit] ?? 0) + (rows[from + unit] ?? 0);
    }
    return Float64Array.from(sums, (sum, unit) => Math.max(0, sum * scale + (bias[unit] ?? 0)));
  }
}

/** Packs a model into a weights file. */
export function encodeEventModel(model: EventRows): Uint8Array {
  const writer = new ByteWriter();
  writer.unsigned(model.hidden);
  writer.float(model.scale);
  for (const value of [...model.temperatures, ...model.bias, ...model.output]) writer.float(value);
  writeKeys(writer, model.keys);
  writer.raw(new Uint8Array(model.rows.buffer, model.rows.byteOffset, model.rows.length));
  return packSections(new Map([[SECTION, writer.finish()]]));
}

/** Opens weights/events.bin. @throws RangeError where the bytes are no such file or are cut short */
export function loadEventModel(bytes: Uint8Array): EventModel {
  const section = unpackSections(bytes).get(SECTION);
  if (!section) throw new RangeError(`weights have no section "${SECTION}"`);
  const reader = new ByteReader(section);
  const hidden = reader.unsigned();
  const scale = reader.float();
  const floats = (count: number) => Float32Array.from({ length: count }, () => reader.float());
  const [plover = 1, cameo = 1] = floats(HEADS.length);
  const bias = floats(hidden);
  const output = floats(HEADS.length * EVENT_TYPES.length * (hidden + 1));
  const keys = readKeys(reader);
  const raw = reader.raw(keys.length * hidden);
  const rows = new Int8Array(raw.buffer, raw.byteOffset, raw.length);
  return new EventModel({ hidden, scale, bias, output, keys, rows, temperatures: [plover, cameo] });
}

/** The type with the highest score and the softmax of all scores. */
export function probabilities(scores: Float32Array): ReadonlyMap<EventType, number> {
  const highest = Math.max(...scores);
  const powers = Array.from(scores, (score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return new Map(EVENT_TYPES.map((type, index) => [type, (powers[index] ?? 0) / sum]));
}
