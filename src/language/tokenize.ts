import { hashText, type LinearModel, mix, seed } from '../model/index.ts';
import { charKind, DIGIT, LETTER, SPACE } from './characters.ts';

/** Longest stretch without white space looked at as one; longer ones are cut, so that odd input stays linear. */
const CHUNK_MAX = 256;

/** Chunks up to this length are remembered. */
const MEMO_LENGTH = 24;
const MEMO_SIZE = 50_000;

/** Size of a buffer for the features of one possible cut. */
export const CUT_FEATURES = 40;

/** Surface tokens as pairs (start, end) in one array. */
export type Offsets = number[];

/** Whether a token may end before `at`: never inside a run of letters or digits, or between surrogate halves. */
export function mayCut(text: string, at: number): boolean {
  const [left, right] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  const [leftKind, rightKind] = [charKind(left), charKind(right)];
  if (leftKind === rightKind && (leftKind === LETTER || leftKind === DIGIT)) return false;
  return !((left & 0xfc00) === 0xd800 && (right & 0xfc00) === 0xdc00);
}

/** Features of a cut before `at` inside the chunk `from`..`to`. Only the chunk is looked at. */
export function cutFeatures(text: string, from: number, to: number, at: number, sinceCut: number, out: Int32Array): number {
  const char = (offset: number) => {
    const place = at + offset;
    return place < from || place >= to ? 0 : plainCode(text.charCodeAt(place));
  };
  const [l1, l2, l3, r1, r2, r3] = [char(-1), char(-2), char(-3), char(0), char(1), char(2)];
  const [k1, k2, k3] = [kindOf(l1), kindOf(l2), kindOf(l3)];
  const [m1, m2, m3] = [kindOf(r1), kindOf(r2), kindOf(r3)];
  const left = runHash(text, from, at, -1);
  const right = runHash(text, at, to, 1);
  const atStart = hashText(text, Math.max(from, at - 12), at);
  const atEnd = hashText(text, at, Math.min(to, at + 12));
  let count = 0;
  const put = (a: number, b = 0, c = 0, d = 0) => {
    out[count] = mix(mix(mix(mix(seed(count + 101), a), b), c), d);
    count++;
  };
  put(0);
  put(l1);
  put(r1);
  put(l1, r1);
  put(l2, l1, r1);
  put(l1, r1, r2);
  put(l2, l1, r1, r2);
  put(l3, l2, l1, r1);
  put(l1, r1, r2, r3);
  put(k1, m1, m2);
  put(k2, k1, m1, m2);
  put(k3, k2, mix(k1, m1), mix(m2, m3));
  put(k1, r1, m2);
  put(l1, m1, m2);
  put(k2, l1, m1);
  put(k3, k2, l1, r1);
  put(l1, m1, mix(m2, m3));
  put(left, r1);
  put(right, l1);
  put(left, right, l1, r1);
  put(left, l1, r1, m2);
  put(right, l1, r1, k2);
  put(atStart, 1);
  put(atEnd, 2);
  put(atStart, r1);
  put(atEnd, l1);
  put(Math.min(at - from, 6), l1, r1);
  put(Math.min(to - at, 6), l1, r1);
  put(to - at === 1 ? 1 : 0, k1, r1, left);
  put(Math.min(sinceCut, 5), l1, r1);
  put(sinceCut === at - from ? 1 : 0, l1, r1);
  const head = (to - from) * 4 + (text.startsWith('http', from) || text.startsWith('www.', from) ? 1 : 0);
  put(head & 3, l1, r1);
  put(text.startsWith('http', from) || text.startsWith('www.', from) ? 1 : 0, to - at === 1 ? 1 : 0, r1);
  put(contains(text, from, to, 64), l1, r1);
  put(contains(text, from, at, 46), contains(text, at + 1, to, 46), l1, r1);
  put(contains(text, from, at, 45), contains(text, at + 1, to, 45), l1, r1);
  put(charKind(text.charCodeAt(from)), isCapital(text.charCodeAt(from)) ? 1 : 0, l1, r1);
  put(isCapital(l1) ? 1 : 0, k2, r1, isCapital(r2) ? 1 : 0);
  return count;
}

function kindOf(code: number): number {
  return code === 0 ? 0 : charKind(code) * 2 + (isCapital(code) ? 1 : 0);
}

/** Curly single marks count as straight ones. */
function plainCode(code: number): number {
  return code === 0x2019 || code === 0x2018 ? 39 : code;
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** Hash of the run of letters or digits that touches the cut, lower case; at most 16 long. */
function runHash(text: string, from: number, to: number, direction: 1 | -1): number {
  const start = direction > 0 ? from : to - 1;
  const stop = direction > 0 ? Math.min(to, from + 16) : Math.max(from - 1, to - 17);
  let hash = 7;
  for (let at = start; at !== stop; at += direction) {
    const code = text.charCodeAt(at);
    const kind = charKind(code);
    if (kind !== LETTER && kind !== DIGIT) break;
    hash = mix(hash, isCapital(code) ? code + 32 : code);
  }
  return hash;
}

function contains(text: string, from: number, to: number, code: number): number {
  for (let at = from; at < to && at < from + 40; at++) if (text.charCodeAt(at) === code) return 1;
  return 0;
}

/** Marks that always stand alone, however rare in the training data. */
const ALONE = new Set(Array.from('"\u201c\u201d\u201e\u00ab\u00bb()[]{};\u2013\u2014\u2015', (char) => char.charCodeAt(0)));

/** Abbreviations kept whole with their full stop, lower case without the last stop; true where a name or number follows, so
 * that no sentence ends there. */
export type Abbreviations = ReadonlyMap<string, boolean>;

/** Splits white-space chunks into surface tokens with a perceptron over possible cuts. */
export class Tokenizer {
  readonly #model: LinearModel;
  readonly #abbreviations: Abbreviations;
  readonly #memo = new Map<string, readonly number[]>();
  readonly #features = new Int32Array(CUT_FEATURES);
  readonly #scores = new Int32Array(2);

  constructor(model: LinearModel, abbreviations: Abbreviations) {
    this.#model = model;
    this.#abbreviations = abbreviations;
  }

  /** Surface tokens of `text` between `start` and `end`, appended to `out` as (start, end) pairs. */
  tokenize(text: string, start: number, end: number, out: Offsets): void {
    let at = start;
    while (at < end) {
      while (at < end && charKind(text.charCodeAt(at)) === SPACE) at++;
      const from = at;
      while (at < end && charKind(text.charCodeAt(at)) !== SPACE && at - from < CHUNK_MAX) at++;
      if (at > from) this.#chunk(text, from, at, out);
    }
  }

  #chunk(text: string, from: number, to: number, out: Offsets): void {
    let last = from;
    for (const cut of this.#cuts(text, from, to)) {
      out.push(last, from + cut);
      last = from + cut;
    }
    out.push(last, to);
  }

  /** Cuts inside a chunk, counted from its start. */
  #cuts(text: string, from: number, to: number): readonly number[] {
    if (allLetters(text, from, to)) return [];
    if (to - from > MEMO_LENGTH) return this.#findCuts(text, from, to);
    const chunk = text.slice(from, to);
    const known = this.#memo.get(chunk);
    if (known) return known;
    const whole = chunk.endsWith('.') && this.#abbreviations.has(chunk.slice(0, -1).toLowerCase());
    const cuts = whole ? [] : this.#findCuts(text, from, to);
    if (this.#memo.size >= MEMO_SIZE) this.#memo.clear();
    this.#memo.set(chunk, cuts);
    return cuts;
  }

  #findCuts(text: string, from: number, to: number): readonly number[] {
    const cuts: number[] = [];
    let last = from;
    for (let at = from + 1; at < to; at++) {
      if (!mayCut(text, at) || !this.#isCut(text, from, to, at, at - last)) continue;
      cuts.push(at - from);
      last = at;
    }
    return cuts;
  }

  #isCut(text: string, from: number, to: number, at: number, sinceCut: number): boolean {
    if (at - sinceCut > from && sinceCut === 1 && isHyphenBetweenLetters(text, at - 1)) return true;
    if (ALONE.has(text.charCodeAt(at)) || ALONE.has(text.charCodeAt(at - 1))) return !isSmiley(text, at);
    this.#scores.fill(0);
    this.#model.add(this.#features, cutFeatures(text, from, to, at, sinceCut, this.#features), this.#scores);
    return (this.#scores[1] as number) > (this.#scores[0] as number);
  }
}

function allLetters(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (charKind(text.charCodeAt(at)) !== LETTER) return false;
  return true;
}

/** `:)`, `;-)` and the like stay whole. */
function isSmiley(text: string, at: number): boolean {
  const around = text.slice(Math.max(0, at - 2), at + 2);
  return /[:;]-?[()]/.test(around);
}

/** A hyphen that was cut off the word before it stands alone, so that "al-Noor" has three tokens. */
function isHyphenBetweenLetters(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 45) return false;
  return charKind(text.charCodeAt(at - 1)) === LETTER && charKind(text.charCodeAt(at + 1)) === LETTER;
}
