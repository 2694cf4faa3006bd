import { hashText, type LinearModel, mix, seed } from '../model/index.ts';
import { charKind, isDoubleQuote, LETTER } from './characters.ts';
import type { Abbreviations, Offsets } from './tokenize.ts';

/** Longest sentence, in syntactic words; longer ones are broken. */
export const SENTENCE_MAX = 400;

/** Size of a buffer for the features of one possible sentence end. */
export const END_FEATURES = 48;

/** Surface tokens of one paragraph with what the splitter asks about each. */
export interface ParagraphTokens {
  readonly text: string;
  /** Pairs (start, end). */
  readonly offsets: Offsets;
  /** Index of the paragraph's first token and past its last. */
  readonly from: number;
  readonly to: number;
}

/** What is carried along a paragraph from token to token. */
export interface SplitState {
  /** Tokens since the sentence began. */
  length: number;
  /** Inside straight double quotation marks since the paragraph began. */
  quoted: boolean;
  /** Brackets opened and not closed since the sentence began. */
  brackets: number;
}

/** The state at the start of a paragraph. */
export function startState(): SplitState {
  return { length: 0, quoted: false, brackets: 0 };
}

function form(tokens: ParagraphTokens, at: number): string {
  if (at < tokens.from || at >= tokens.to) return '';
  return tokens.text.slice(tokens.offsets[2 * at], tokens.offsets[2 * at + 1]);
}

/** Takes one token into the state, before its end is judged. */
export function advance(tokens: ParagraphTokens, at: number, state: SplitState): void {
  const token = form(tokens, at);
  state.length++;
  if (isDoubleQuote(token)) state.quoted = token === '"' ? !state.quoted : token === '\u201c' || token === '``';
  if (token === '(' || token === '[') state.brackets++;
  if ((token === ')' || token === ']') && state.brackets > 0) state.brackets--;
}

/** Whether a sentence may end after a token: it holds no letter, or ends in a full stop; and no small letter follows, unless
 * after a full stop or the like that stands alone. */
export function mayEnd(tokens: ParagraphTokens, at: number): boolean {
  const next = at + 1 < tokens.to ? tokens.text.charCodeAt(tokens.offsets[2 * at + 2] as number) : 0;
  if (next >= 97 && next <= 122 && !/^[.?!]+$/.test(form(tokens, at))) return false;
  const [start = 0, end = 0] = [tokens.offsets[2 * at], tokens.offsets[2 * at + 1]];
  const last = tokens.text.charCodeAt(end - 1);
  if (last === 46) return true;
  return charKind(tokens.text.charCodeAt(start)) > 3 && charKind(last) > 3 && last !== 44 && last !== 45;
}

function shape(token: string): number {
  if (token === '') return 0;
  if (charKind(token.charCodeAt(0)) !== LETTER) return /\d/.test(token) ? 1 : 2;
  if (token === token.toLowerCase()) return 3;
  if (token.length === 1) return 4;
  return token === token.toUpperCase() ? 5 : 6;
}

function key(token: string): number {
  return hashText(token.length > 20 ? token.slice(0, 20) : token.toLowerCase());
}

/** Features of a sentence end after token `at`. */
export function endFeatures(tokens: ParagraphTokens, at: number, state: SplitState, out: Int32Array): number {
  const { offsets } = tokens;
  const [before2, before, token] = [form(tokens, at - 2), form(tokens, at - 1), form(tokens, at)];
  const [after, after2, after3] = [form(tokens, at + 1), form(tokens, at + 2), form(tokens, at + 3)];
  const gap = at + 1 < tokens.to && offsets[2 * at + 2] !== offsets[2 * at + 1] ? 1 : 0;
  const gapBefore = at > tokens.from && offsets[2 * at] !== offsets[2 * at - 1] ? 1 : 0;
  const gap2 = at + 2 < tokens.to && offsets[2 * at + 4] !== offsets[2 * at + 3] ? 1 : 0;
  const [w0, w1, w2, v1, v2] = [key(token), key(after), key(after2), key(before), key(before2)];
  const [s0, s1, s2, q1, q2] = [shape(token), shape(after), shape(after2), shape(before), shape(before2)];
  const length = state.length < 4 ? state.length : state.length < 8 ? 4 : state.length < 20 ? 5 : 6;
  const open = (state.quoted ? 1 : 0) + (state.brackets > 0 ? 2 : 0);
  const nextQuote = isDoubleQuote(after) ? 1 + gap : 0;
  let count = 0;
  const put = (a: number, b = 0, c = 0, d = 0) => {
    out[count] = mix(mix(mix(mix(seed(count + 201), a), b), c), d);
    count++;
  };
  put(w0);
  put(w0, s1, gap);
  put(w0, w1, gap);
  put(w0, v1);
  put(w0, v1, s1);
  put(w0, s1, s2, gap);
  put(w0, q1, s1, gap);
  put(w0, q1, q2, s1);
  put(w0, length, s1);
  put(w0, open, s1, gap);
  put(w0, open, w1, gap);
  put(w0, open, nextQuote);
  put(w0, open, nextQuote, s2);
  put(w1, s0);
  put(w1, s1, s2, gap);
  put(w0, w1, w2);
  put(w0, s1, s2, shape(after3));
  put(w0, Math.min(before.length, 5), q1, s1);
  put(w0, v2, v1);
  put(w0, key(token.slice(-2)), s1);
  put(token.length > 1 && token.endsWith('.') ? w0 : 0, s1, gap, w1);
  put(token.length > 1 && token.endsWith('.') ? token.length : 0, s0, s1, key(after.slice(-2)));
  put(w0, gap, gapBefore, gap2);
  put(s0, s1, gap, open);
  put(w0, q1, length, open);
  put(w0, w1, s2, open);
  put(s1, key(after.slice(-3)), w0);
  put(at + 1 === tokens.to ? 1 : 0, w0);
  put(w2, s1, w0);
  put(0);
  return count;
}

/** "at 5 p.m. Monday" goes on. */
const HOUR = /^[ap]\.m\.$/i;
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;

/** Finds sentence ends with a perceptron over tokens. */
export class SentenceSplitter {
  readonly #model: LinearModel;
  readonly #abbreviations: Abbreviations;
  readonly #features = new Int32Array(END_FEATURES);
  readonly #scores = new Int32Array(2);

  constructor(model: LinearModel, abbreviations: Abbreviations) {
    this.#model = model;
    this.#abbreviations = abbreviations;
  }

  /** Appends to `ends` the index past the last token of each sentence; the paragraph's end is always one. */
  split(tokens: ParagraphTokens, ends: number[]): void {
    const state = startState();
    for (let at = tokens.from; at < tokens.to; at++) {
      advance(tokens, at, state);
      if (at + 1 < tokens.to && !(mayEnd(tokens, at) && this.#isEnd(tokens, at, state))) continue;
      ends.push(at + 1);
      state.length = 0;
      state.brackets = 0;
    }
  }

  #isEnd(tokens: ParagraphTokens, at: number, state: SplitState): boolean {
    const token = form(tokens, at);
    if (HOUR.test(token) && WEEKDAY.test(form(tokens, at + 1))) return false;
    if (token.length > 2 && token.endsWith('.') && this.#abbreviations.get(token.slice(0, -1).toLowerCase()) === true)
      return false;
    this.#scores.fill(0);
    this.#model.add(this.#features, endFeatures(tokens, at, state, this.#features), this.#scores);
    return (this.#scores[1] as number) > (this.#scores[0] as number);
  }
}
