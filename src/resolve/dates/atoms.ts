import type { TokenRange } from '../../base/index.ts';
import type { Parsed, Token } from '../../document/index.ts';

/** A word, number or mark as written, finer than a token: "11-year" is three atoms however the tokenizer cuts it. */
export interface Atom {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** The token it begins in. */
  readonly token: Token;
  /** The token it ends in; another one only where the tokenizer cut a number. */
  readonly lastToken: Token;
  /** No space between it and the atom before it. */
  readonly glued: boolean;
  /** First atom of its sentence. */
  readonly first: boolean;
}

const ATOM =
  /\d{4}-\d{2}-\d{2}(?!\d)|\d{1,4}\/\d{1,2}\/\d{1,4}|\d+(?:st|nd|rd|th|s)(?!\p{L})|\d+(?:[.,:]\d+)*|\p{L}[\p{L}\p{M}]*|\S/gu;

/** Cuts the whole text into atoms, in order. Characters outside every token are left out. */
export function readAtoms(doc: Parsed): readonly Atom[] {
  const atoms: Atom[] = [];
  let cursor = 0;
  for (const found of doc.text.matchAll(ATOM)) {
    const [text] = found;
    const start = found.index;
    while ((doc.tokens[cursor]?.end ?? Number.POSITIVE_INFINITY) <= start) cursor++;
    const token = doc.tokens[cursor];
    if (!token) break;
    if (token.start >= start + text.length) continue;
    const previous = atoms.at(-1);
    let last = cursor;
    while ((doc.tokens[last + 1]?.start ?? Number.POSITIVE_INFINITY) < start + text.length) last++;
    atoms.push({
      text,
      lower: text.toLowerCase(),
      start,
      end: start + text.length,
      token,
      lastToken: doc.tokens[last] ?? token,
      glued: previous?.end === start,
      first: previous?.token.sentence !== token.sentence,
    });
  }
  return atoms;
}

/** Tokens touched by the atoms `from` up to, not including, `to`. @throws RangeError on an empty or impossible range */
export function atomTokens(atoms: readonly Atom[], from: number, to: number): TokenRange {
  const first = atoms[from];
  const last = atoms[to - 1];
  if (!first || !last || to <= from) throw new RangeError(`atoms ${from}..${to} are empty or outside 0..${atoms.length}`);
  return { from: first.token.index, to: last.lastToken.index + 1 };
}
