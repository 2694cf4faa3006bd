/** A text as it is stored, and how to get there from the text as it was given. */
export interface CleanText {
  readonly text: string;
  /** The offset in `text` of an offset in the given text; one inside something dropped moves to what follows it. */
  toClean(offset: number): number;
}

/** Characters dropped: carriage return before line feed, soft hyphen, zero-width characters, direction marks, byte order mark. */
const DROPPED = /\r(?=\n)|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** Control characters other than tab and line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g;

/** The stored text of a given one. Line ends become `\n`, every other white space but tab a plain space, control characters spaces;
 * invisible characters go. Quotation marks and dashes stay as they were printed, lone surrogates become U+FFFD. Nothing is
 * trimmed, so offsets into a plain file stay true unless it holds something invisible. */
export function cleanText(given: string): CleanText {
  const dropped: number[] = [];
  const text = given
    .toWellFormed()
    .replace(DROPPED, (found, offset: number) => {
      for (let index = 0; index < found.length; index++) dropped.push(offset + index);
      return '';
    })
    .replace(/[\r\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\S\n\t]/g, ' ')
    .replace(CONTROLS, ' ');
  return { text, toClean: (offset) => offset - countBelow(dropped, offset) };
}

/** How many of the ascending numbers are below a bound. */
function countBelow(numbers: readonly number[], bound: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? bound) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
