/** Coarse kinds of characters the tokeniser and the word shapes tell apart. */
export const LETTER = 1;
export const DIGIT = 2;
export const SPACE = 3;
export const OTHER = 4;

const kinds = new Uint8Array(65536);
for (let code = 0; code < 65536; code++) {
  if (code >= 0xd800 && code <= 0xdfff) kinds[code] = OTHER;
  else {
    const char = String.fromCharCode(code);
    if (/\s/.test(char) || code === 0x200b) kinds[code] = SPACE;
    else if (/[\p{L}\p{M}]/u.test(char)) kinds[code] = LETTER;
    else kinds[code] = /\p{Nd}/u.test(char) ? DIGIT : OTHER;
  }
}

/** The kind of a UTF-16 code unit; each half of a surrogate pair is `OTHER`. */
export function charKind(code: number): number {
  return kinds[code] ?? OTHER;
}

const QUOTES = '"\u201c\u201d\u201e\u00ab\u00bb';

/** Whether a token is a double quotation mark (straight, curly, low, angle, or the two-character typewriter forms). */
export function isDoubleQuote(form: string): boolean {
  return (form.length === 1 && QUOTES.includes(form)) || form === '``' || form === "''";
}

/** Curly marks as straight ones, dashes as hyphens' long form: how forms are compared with the training data. */
export function plainMarks(form: string): string {
  return form
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d\u201e]/g, '"')
    .replace(/[\u2013\u2014\u2015]/g, '--')
    .replace(/\u2026/g, '...');
}
