import { foldName } from '../../base/index.ts';

/** A run of letters or of digits inside a token: the unit names are compared in, whatever the tokenizer does with
 * hyphens, full stops and apostrophes ("al-Qaeda", "U.S.", "People's"). */
export interface Piece {
  readonly folded: string;
  /** As written. */
  readonly raw: string;
  /** Position of its token. */
  readonly token: number;
  readonly startsToken: boolean;
  readonly endsToken: boolean;
}

/** The pieces of a sequence of token forms, in order. */
export function piecesOf(forms: readonly string[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const [token, form] of forms.entries()) {
    const raws = form.match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
    for (const [position, raw] of raws.entries())
      pieces.push({
        folded: foldName(raw),
        raw,
        token,
        startsToken: position === 0,
        endsToken: position === raws.length - 1,
      });
  }
  return pieces;
}

/** Whether a word is written with a capital (or has no letter case at all, like a digit). */
export function isCapitalised(raw: string): boolean {
  const first = raw.charAt(0);
  return first === first.toUpperCase();
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['people', 'people'],
  ['police', 'police'],
  ['media', 'media'],
  ['news', 'news'],
  ['wives', 'wife'],
  ['thieves', 'thief'],
  ['chiefs', 'chief'],
  ['congress', 'congress'],
  ['press', 'press'],
  ['forces', 'force'],
  ['families', 'family'],
]);

/** Singular of an English noun in lower case, by spelling; good enough to compare two spellings with each other. */
export function singular(word: string): string {
  const known = IRREGULAR.get(word);
  if (known !== undefined) return known;
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) {
    if (word.endsWith('men') && word.length > 4) return `${word.slice(0, -3)}man`;
    if (word.endsWith('women')) return `${word.slice(0, -5)}woman`;
    return word;
  }
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|ch|sh|z)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
