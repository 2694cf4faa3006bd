/** Groups of texts that are mostly the same words: agency copy that several outlets printed. */

/** Words in a shingle: runs shorter than this are shared by unrelated reports. */
const SHINGLE_WORDS = 4;
/** Numbers kept of a text; those of two texts agree as often as their shingles do. */
const SIGNATURE = 64;
/** Rows of a band: texts whose shingles are half the same or more meet in some band almost surely. */
const BAND_ROWS = 4;
/** Share of equal numbers from which on a text is a copy: about two thirds of the shingles. */
const COPY_SHARE = 0.66;

/** What is kept of a text to find its copies: `SIGNATURE` numbers, a MinHash over its shingles (Broder 1997). Texts of fewer than four
 * words give their one shingle. */
export type CopySignature = readonly number[];

/** The signature of a text, from its letters and digits alone. */
export function copySignature(text: string): CopySignature {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = words.map(hashWord);
  const least = new Uint32Array(SIGNATURE).fill(0xffffffff);
  const last = Math.max(1, hashes.length - SHINGLE_WORDS + 1);
  for (let at = 0; at < last; at++) {
    let shingle = 0;
    for (let next = at; next < Math.min(at + SHINGLE_WORDS, hashes.length); next++)
      shingle = scramble(shingle ^ (hashes[next] ?? 0));
    for (let row = 0; row < SIGNATURE; row++) {
      const value = scramble(shingle + Math.imul(row + 1, 0x9e3779b1)) >>> 0;
      if (value < (least[row] ?? 0)) least[row] = value;
    }
  }
  return [...least];
}

/** The keys under which copies of a text are looked up: two texts that share none are no copies. */
export function copyKeys(signature: CopySignature): readonly string[] {
  const keys: string[] = [];
  for (let row = 0; row < SIGNATURE; row += BAND_ROWS) keys.push(`${row}:${signature.slice(row, row + BAND_ROWS).join('.')}`);
  return keys;
}

/** Whether two texts are near copies. */
export function areCopies(a: CopySignature, b: CopySignature): boolean {
  const same = a.filter((value, row) => value === b[row]).length;
  return same >= COPY_SHARE * SIGNATURE;
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** Spreads the bits of a 32-bit number (the finishing step of MurmurHash3). */
function scramble(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
