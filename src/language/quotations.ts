import type { Span, TokenRange } from '../base/index.ts';
import { type Quotation, type Token, tokensInSpan } from '../document/index.ts';
import { findSingleQuoted } from './single-quotes.ts';

const OPENING = '“„«';
const CLOSING = '”»';
const STRAIGHT = '"';

/** A mark of the text: where it stands, how many characters it has, and which way it can turn. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Stretches inside quotation marks, in text order, nested ones behind the one that holds them. Straight, curly, angled and doubled
 * single marks; single marks where they are no apostrophes. A mark without a partner before its paragraph ends leaves its quotation
 * open there; inch marks (6") and marks that only close are passed over. Words quoted to show distance are found like any other. */
export function findQuotations(
  text: string,
  tokens: readonly Token[],
  _sentences: readonly TokenRange[],
): readonly Quotation[] {
  const double = paragraphsOf(text).flatMap((paragraph) => doubleQuoted(text, paragraph));
  return [...double, ...findSingleQuoted(text)]
    .map((quotation) => ({ ...quotation, range: tokensInSpan(tokens, quotation.inner) }))
    .filter(({ range }) => range.to > range.from)
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** Paragraphs end at a blank line, and at a line end behind which a quotation opens. */
function paragraphsOf(text: string): readonly Span[] {
  const paragraphs: Span[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== '\n') continue;
    const next = text[at + 1] ?? '';
    if (next !== '\n' && next !== STRAIGHT && !OPENING.includes(next)) continue;
    paragraphs.push({ start, end: at });
    start = at + 1;
  }
  paragraphs.push({ start, end: text.length });
  return paragraphs;
}

function doubleQuoted(text: string, paragraph: Span): readonly { span: Span; inner: Span; open: boolean }[] {
  const found: { span: Span; inner: Span; open: boolean }[] = [];
  let opener: Mark | null = null;
  for (const mark of marksOf(text, paragraph)) {
    if (!opener) {
      if (mark.opens) opener = mark;
    } else if (mark.closes) {
      found.push(makeQuotation(text, opener, mark.start, mark.end, false));
      opener = null;
    } else opener = mark;
  }
  if (opener) found.push(makeQuotation(text, opener, paragraph.end, paragraph.end, true));
  return found;
}

function makeQuotation(text: string, opener: Mark, innerEnd: number, end: number, open: boolean) {
  let [from, to] = [opener.end, innerEnd];
  while (from < to && isSpace(text[from])) from++;
  while (to > from && isSpace(text[to - 1])) to--;
  return { span: { start: opener.start, end }, inner: { start: from, end: to }, open };
}

function marksOf(text: string, paragraph: Span): readonly Mark[] {
  const marks: Mark[] = [];
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const char = text[at] ?? '';
    const doubled = (char === "'" || char === '`') && text[at + 1] === char;
    if (doubled) marks.push({ start: at, end: at + 2, opens: char === '`' || opensAt(text, at, at + 2), closes: char === "'" });
    else if (OPENING.includes(char)) marks.push({ start: at, end: at + 1, opens: true, closes: false });
    else if (CLOSING.includes(char)) marks.push({ start: at, end: at + 1, opens: false, closes: true });
    else if (char === STRAIGHT) marks.push(straightMark(text, at));
    if (doubled) at++;
  }
  return marks;
}

/** A straight mark behind a digit is an inch or second mark while nothing is open; with white space before it and a word behind it,
 * it only opens. */
function straightMark(text: string, at: number): Mark {
  const opens = opensAt(text, at, at + 1);
  return { start: at, end: at + 1, opens: opens || !/[\d\p{L}.,!?]/u.test(text[at - 1] ?? ' '), closes: !opens };
}

function opensAt(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ' ';
  return (isSpace(before) || '([—–-‘'.includes(before)) && /[\p{L}\p{N}‘'[(…$£€]/u.test(text[end] ?? ' ');
}

function isSpace(char: string | undefined): boolean {
  return char !== undefined && /\s/.test(char);
}
