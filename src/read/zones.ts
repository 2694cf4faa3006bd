import { contains, type PlainDate, type Span } from '../base/index.ts';
import type { Zone } from '../document/index.ts';
import { readDateLine, readFullDate } from './date-line.ts';

/** What the layout of a text says: its zones, and the publication date where a line of its own gives it in full. */
export interface Layout {
  /** Ordered, not overlapping. */
  readonly zones: readonly Zone[];
  readonly published: PlainDate | null;
}

/** A line with something on it, white space at its ends left out. */
interface Line extends Span {
  readonly text: string;
  /** Whether an empty line stands before it. */
  readonly opensParagraph: boolean;
}

/** Lines from the top that can be headline, byline or date. */
const HEAD_LINES = 8;
/** Longest headline, in code units. */
const HEADLINE_LENGTH = 160;

/** Finds headline, byline, dateline, captions and credits. A single-line text is all body, but for its dateline and credits.
 * @param marked zones known from the format, in order; the lines inside them are not looked at */
export function readLayout(text: string, marked: readonly Zone[] = []): Layout {
  const all = splitLines(text);
  const lines = all.filter((line) => !marked.some(({ span }) => contains(span, line)));
  const isWhole = lines.length === all.length;
  const zones: Zone[] = [...marked];
  let published: PlainDate | null = null;
  let isBody = false;
  for (const [number, line] of lines.entries()) {
    const day = isBody || number >= HEAD_LINES ? null : readDateLine(line.text);
    if (day !== null) {
      zones.push({ kind: 'dateline', span: spanOf(line) });
      published ??= day;
    } else if (!isBody && number < HEAD_LINES && isByline(line.text)) zones.push({ kind: 'byline', span: spanOf(line) });
    else if (isWhole && number === 0 && lines.length > 1 && isHeadline(line, lines))
      zones.push({ kind: 'headline', span: spanOf(line) });
    else {
      const credit = creditZones(line);
      zones.push(...credit);
      if (credit.length === 0 && !isBody) {
        isBody = true;
        const dateline = findDateline(line);
        if (dateline) {
          zones.push({ kind: 'dateline', span: dateline.span });
          published ??= dateline.published;
        }
      }
    }
  }
  return { zones: zones.sort((a, b) => a.span.start - b.span.start), published };
}

function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let opensParagraph = true;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const raw = text.slice(start, end);
    const content = raw.trim();
    if (content === '') opensParagraph = true;
    else {
      const from = start + raw.length - raw.trimStart().length;
      lines.push({ start: from, end: from + content.length, text: content, opensParagraph });
      opensParagraph = false;
    }
    start = end + 1;
  }
  return lines;
}

function spanOf({ start, end }: Line): Span {
  return { start, end };
}

/** A first line that is short, has no full stop, and is not the first of a paragraph broken into lines. */
function isHeadline(line: Line, lines: readonly Line[]): boolean {
  const { text } = line;
  if (text.length > HEADLINE_LENGTH || /[.;:,]["'”’)]?$/.test(text) || creditZones(line).length > 0) return false;
  if (!/\p{L}/u.test(text) || /[.!?]['"”’]?\s\(/.test(text) || findDateline(line)) return false;
  const next = lines[1];
  return (
    next !== undefined &&
    (next.opensParagraph || isByline(next.text) || readDateLine(next.text) !== null || /^\p{Lu}/u.test(next.text))
  );
}

/** Small words of a byline: what stands in names, and what reporters are called where they are not named. */
const BYLINE_WORD =
  /^(?:and|in|for|of|de|van|von|bin|al|el|the|with|a|an|our|own|special|staff|diplomatic|political|foreign|defence|defense|correspondents?|reporters?|writers?|editors?|bureau|desk|agencies|agency|monitoring|[\w-]+@\S+)$/;

/** "By Jane Doe", "By JANE DOE and John Roe, Staff Writer", "By our correspondent": names and callings only, no sentence. */
function isByline(text: string): boolean {
  if (text.length > 120 || !/^by:? \p{L}/iu.test(text)) return false;
  if (/[.!?:]["”]?$/.test(text.replace(/\b\p{Lu}\.$|\bJr\.$/u, ''))) return false;
  const words = text.split(/[\s,/|]+/).slice(1);
  return words.every((word) => !/^\p{Ll}/u.test(word) || BYLINE_WORD.test(word));
}

/** Agency or photographer in brackets at the end of a caption: "(Jane Doe/Agency)", "(AP Photo)", "[Reuters]". */
const BRACKET_CREDIT = /[([](?<credit>[^()[\]\n]{2,80})[)\]]\.?$/;
/** A line that is a credit as a whole: "Photo: Jane Doe / Agency". */
const CREDIT_LINE = /^(?:photo(?:graph)?s?|image|picture|credit|photo credit|file photo)(?: by)?\s*[:/-]\s*\S.{1,80}$/i;
const AGENCY =
  /^(?:(?:AP|AFP|EPA|Reuters|Getty(?: Images)?|Associated Press|Agence France-Presse|Xinhua|Anadolu|File)(?: (?:photo|file photo|images?))?)$/i;

/** Longest caption, in code units; an agency's sign-off can also stand under a long paragraph of the report. */
const CAPTION_LENGTH = 500;

function creditZones({ text, start, end }: Line): readonly Zone[] {
  if (CREDIT_LINE.test(text) && !/[.!?]$/.test(text)) return [{ kind: 'credit', span: { start, end } }];
  const found = BRACKET_CREDIT.exec(text.slice(-90));
  const credit = found?.groups?.credit ?? '';
  if (!found || !isCredit(credit)) return [];
  const open = end - found[0].length;
  const caption = text.slice(0, open - start).trimEnd();
  const zone: Zone = { kind: 'credit', span: { start: open, end } };
  return caption === '' || caption.length > CAPTION_LENGTH || AGENCY.test(credit)
    ? [zone]
    : [{ kind: 'caption', span: { start, end: start + caption.length } }, zone];
}

/** "Name Name/Agency", "AP Photo/Name Name", an agency alone. */
function isCredit(text: string): boolean {
  if (AGENCY.test(text)) return true;
  const [name = '', ...rest] = text.split(/\s?\/\s?/);
  return rest.length > 0 && rest.length <= 3 && [name, ...rest].every((part) => /^\p{Lu}[\p{L}\p{M}.'’ -]*$/u.test(part));
}

/** Longest opening looked at for a dateline, in code units. */
const DATELINE_LENGTH = 120;
const OPENING = /^(?<head>[^\n—–]{2,100}?)\s?(?:—|–|--?(?=\s)|:(?=\s))/u;
const IN_BRACKETS = /\s?\([^()]{2,40}\)/;
const PLACE_IN_CAPITALS = /^\p{Lu}[\p{Lu}\p{M}.'’ -]+(?:\/\p{Lu}[\p{Lu}.'’ -]+)?$/u;
const PLACE = /^\p{Lu}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+){0,3}$/u;
const REGION = /^\p{Lu}[\p{L}\p{M}.'’ -]*$/u;

/** "KABUL, Afghanistan (Reuters) -", "PESHAWAR, Feb. 17 —", "Geneva (AFP), 3 March 2014 –", "KARACHI:": a place in capitals, or with
 * date or agency, up to a dash or colon at the start of the body. */
function findDateline({ text, start }: Line): { readonly span: Span; readonly published: PlainDate | null } | null {
  const found = OPENING.exec(text.slice(0, DATELINE_LENGTH));
  const head = found?.groups?.head;
  if (!found || head === undefined) return null;
  const bare = head.replace(IN_BRACKETS, '');
  const [place = '', ...rest] = bare.trim().split(/,\s*/);
  const date = trailingDate(rest);
  const isMarked = bare !== head || date !== null;
  if (!(PLACE_IN_CAPITALS.test(place) || (isMarked && PLACE.test(place)))) return null;
  if (!rest.slice(0, date ? -date.parts : undefined).every((part) => REGION.test(part))) return null;
  return { span: { start, end: start + found[0].length }, published: date?.published ?? null };
}

/** The date at the end of a dateline's parts: how many parts it takes, and the day where the year is given. */
function trailingDate(parts: readonly string[]): { readonly parts: number; readonly published: PlainDate | null } | null {
  for (const count of [2, 1]) {
    if (parts.length < count) continue;
    const text = parts.slice(-count).join(', ').trim();
    const published = readFullDate(text);
    if (published !== null) return { parts: count, published };
    if (count === 1 && readFullDate(`${text}, 2000`) !== null) return { parts: 1, published: null };
  }
  return null;
}
