import type { Span } from '../base/index.ts';

/** Characters a stretch in single quotation marks may be long; beyond it the marks are taken for apostrophes. */
const LENGTH = 600;

/** Stretches in single quotation marks ('...' or ‘...’), inside one paragraph. A mark between letters is an apostrophe, one before
 * a decade or a clipped word ('90s, 'em) as well, and one behind a plural may be ("the rebels' camp"). */
export function findSingleQuoted(text: string): readonly { span: Span; inner: Span; open: boolean }[] {
  const found: { span: Span; inner: Span; open: boolean }[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!opens(text, at)) continue;
    const end = closerAfter(text, at);
    if (end < 0) continue;
    found.push({ span: { start: at, end: end + 1 }, inner: { start: at + 1, end }, open: false });
    at = end;
  }
  return found;
}

function opens(text: string, at: number): boolean {
  const char = text[at];
  if (char !== "'" && char !== '‘') return false;
  const before = text[at - 1] ?? ' ';
  if (!/[\s(["“—–-]/.test(before) || text[at + 1] === char) return false;
  return /^(?!\d0s|(?:em|til|tis|twas|cause|n)\b)[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 7));
}

/** The mark that closes: the first one that ends a word, unless it ends a plural and a later one closes before anything opens. */
function closerAfter(text: string, opener: number): number {
  const closing = text[opener] === '‘' ? '’' : "'";
  let possessive = -1;
  for (let at = opener + 2; at < Math.min(text.length, opener + LENGTH); at++) {
    if (text[at] === '\n' && text[at + 1] === '\n') break;
    if (at > opener + 1 && opens(text, at)) break;
    if (text[at] !== closing || /[\s(]/.test(text[at - 1] ?? ' ') || /[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ')) continue;
    const mayBePossessive = /s/.test(text[at - 1] ?? '') && /^ \p{Ll}/u.test(text.slice(at + 1, at + 3));
    if (!mayBePossessive) return at;
    if (possessive < 0) possessive = at;
  }
  return possessive;
}
