/** First parts of words that are written with a hyphen wherever the line breaks. */
const KEPT = /(?:^|[^\p{L}])(?:anti|co|counter|cross|ex|ill|mid|non|pro|self|so|then|two|three|vice|well)-$/iu;

/** Joins the lines of a paragraph by spaces, and a word parted by a hyphen at the end of a line to one. The hyphen stays where the document has
 * the word with it elsewhere, or where it belongs to the word's first part.
 * @param words of the document, in lower case */
export function joinHyphenated(lines: readonly string[], words: ReadonlySet<string>): string {
  let text = '';
  for (const line of lines) {
    if (text === '') text = line;
    else if (/\p{L}\u00ad$/u.test(text.slice(-3))) text = text.slice(0, -1) + line;
    else if (/\p{L}[-\u2010]$/u.test(text.slice(-3)) && /^\p{L}/u.test(line)) text = joinWord(text, line, words);
    else text += ` ${line}`;
  }
  return text;
}

function joinWord(text: string, line: string, words: ReadonlySet<string>): string {
  const first = /[\p{L}-]{1,60}$/u.exec(text.slice(-61, -1))?.[0].toLowerCase() ?? '';
  const second = /^[\p{L}-]{1,60}/u.exec(line)?.[0].toLowerCase() ?? '';
  const isOneWord = words.has(first + second);
  const isKept = words.has(`${first}-${second}`) || KEPT.test(`${text.slice(-20, -1)}-`) || /^\p{Lu}/u.test(line);
  return isKept && !isOneWord ? text + line : text.slice(0, -1) + line;
}
