import { ByteReader, ByteWriter, hashText, KeyIndex, mix, readKeys, writeKeys } from '../model/index.ts';
import { charKind, DIGIT, LETTER, plainMarks } from './characters.ts';

/** Fields of a form's atoms: what the features know about a word by itself, each a 32-bit hash. */
export const WORD = 0;
export const LOWER = 1;
/** Suffixes of length 1 to 5 of the lower-case form, then prefixes of length 1 to 4. */
export const SUFFIX = 2;
export const PREFIX = 7;
export const SHAPE = 11;
/** Class of the tags the form had in training; for an unknown form a hash of its shape and ending. */
export const AMBIGUITY = 12;
/** 1 where the form was changed from a title or capitals. */
export const RECASED = 13;
export const ATOMS = 14;

/** Atoms of the places before and after a sentence. */
export const BEFORE: Int32Array = new Int32Array(ATOMS).fill(-11);
export const AFTER: Int32Array = new Int32Array(ATOMS).fill(-12);

/** How a word is mostly written inside sentences, learned from the training data. */
export const CASE_UNKNOWN = 0;
export const CASE_LOWER = 1;
export const CASE_CAPITAL = 2;

/** What training knows about lower-case forms: their tags and how they are written. */
export interface WordLexicon {
  /** Ascending hashes of lower-case forms. */
  readonly keys: Uint32Array;
  /** Number of the ambiguity class of each key, 0 where it is too rare. */
  readonly ambiguity: Uint16Array;
  /** `CASE_…` of each key. */
  readonly casing: Uint8Array;
}

export function encodeWords(lexicon: WordLexicon): Uint8Array {
  const writer = new ByteWriter();
  writeKeys(writer, lexicon.keys);
  for (const value of lexicon.ambiguity) writer.unsigned(value);
  writer.raw(lexicon.casing);
  return writer.finish();
}

export function decodeWords(bytes: Uint8Array): WordLexicon {
  const reader = new ByteReader(bytes);
  const keys = readKeys(reader);
  return {
    keys,
    ambiguity: Uint16Array.from(keys, () => reader.unsigned()),
    casing: reader.raw(keys.length).slice(),
  };
}

/** How the letters of a stretch of text are written. */
export type Casing = 'mixed' | 'title' | 'capitals';

/** Endings that names seldom have. */
const COMMON_ENDING = /.{3}(?:ing|ed|tion|tions|ment|ments|ness|ly|able|ism|ists?)$/;

const MEMO_SIZE = 50_000;

/** Looks forms up and computes their atoms; remembers them. */
export class Words {
  readonly #index: KeyIndex;
  readonly #lexicon: WordLexicon;
  readonly #memo = new Map<string, Int32Array>();
  readonly #recased = new Map<string, Int32Array>();

  constructor(lexicon: WordLexicon) {
    this.#lexicon = lexicon;
    this.#index = new KeyIndex(lexicon.keys.length);
    for (const [at, key] of lexicon.keys.entries()) this.#index.set(key | 0, at);
  }

  /** Atoms of a form; in a title or in capitals the form is first written as inside a sentence. */
  atoms(form: string, casing: Casing): Int32Array {
    const memo = casing === 'mixed' ? this.#memo : this.#recased;
    const known = memo.get(form);
    if (known) return known;
    const atoms = this.#compute(casing === 'mixed' ? form : this.recase(form, casing));
    if (casing !== 'mixed') atoms[RECASED] = 1;
    if (memo.size >= MEMO_SIZE) memo.clear();
    if (form.length <= 40) memo.set(form, atoms);
    return atoms;
  }

  /** A word of a title or of a line in capitals as it would stand inside a sentence. */
  recase(form: string, casing: Casing): string {
    if (casing === 'mixed' || charKind(form.charCodeAt(0)) !== LETTER) return form;
    const lower = form.toLowerCase();
    const found = this.#index.get(hashText(plainMarks(lower)) || 1);
    const usual = found < 0 ? CASE_UNKNOWN : this.#lexicon.casing[found];
    if (usual === CASE_LOWER || (usual === CASE_UNKNOWN && COMMON_ENDING.test(lower))) return lower;
    if (casing === 'capitals' && form.length > 3) return form.slice(0, 1) + lower.slice(1);
    return form;
  }

  #compute(form: string): Int32Array {
    const atoms = new Int32Array(ATOMS);
    const plain = plainMarks(form.length > 60 ? form.slice(0, 60) : form);
    const lower = plain.toLowerCase();
    atoms[WORD] = hashText(plain);
    atoms[LOWER] = hashText(lower);
    for (let length = 1; length <= 5; length++)
      atoms[SUFFIX + length - 1] = hashText(lower, Math.max(0, lower.length - length));
    for (let length = 1; length <= 4; length++) atoms[PREFIX + length - 1] = hashText(lower, 0, Math.min(lower.length, length));
    atoms[SHAPE] = shapeHash(plain);
    const found = this.#index.get(hashText(lower) || 1);
    const ambiguity = found < 0 ? 0 : (this.#lexicon.ambiguity[found] as number);
    atoms[AMBIGUITY] = ambiguity || mix(mix(77, atoms[SHAPE]), atoms[SUFFIX + 1] as number);
    return atoms;
  }
}

/** Runs of capitals, small letters, digits; other characters as they are. At most ten runs. */
function shapeHash(form: string): number {
  let hash = 3;
  let last = 0;
  let runs = 0;
  for (let at = 0; at < form.length && runs < 10; at++) {
    const code = form.charCodeAt(at);
    const kind = charKind(code);
    const char = form[at] ?? '';
    const now = kind === LETTER ? (char === char.toLowerCase() ? 1 : 2) : kind === DIGIT ? 3 : code;
    if (now === last) continue;
    hash = mix(hash, now);
    last = now;
    runs++;
  }
  return mix(hash, form.length === 1 ? 1 : 0);
}

/** The casing of a sentence: a title where nearly all longer words are capitalised, capitals where all letters are.
 * @param forms the words in order */
export function casingOf(forms: readonly string[]): Casing {
  let [long, capitalised, upper, letters, lowerLong] = [0, 0, 0, 0, 0];
  for (const form of forms) {
    if (charKind(form.charCodeAt(0)) !== LETTER) continue;
    letters++;
    const lower = form.toLowerCase();
    const isUpper = form === form.toUpperCase() && form !== lower;
    if (isUpper) upper++;
    if (form.length < 4) continue;
    long++;
    if (form.charAt(0) !== lower.charAt(0)) capitalised++;
    else lowerLong++;
  }
  if (letters >= 3 && upper >= letters * 0.8 && lowerLong === 0) return 'capitals';
  if (long >= 3 && capitalised >= long * 0.8 && lowerLong <= 1) return 'title';
  return 'mixed';
}
