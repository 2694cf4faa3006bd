import { type PlainDate, type Problem, plainDate } from '../base/index.ts';

/** A code of a PETRARCH or TABARI dictionary with the days it holds, both included; null where open. */
export interface DatedCode {
  /** `AFGGOVMIL`, for agents `~COP`; `---` means that the name is to be passed over. */
  readonly code: string;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/** One entry of a dictionary: a name, its synonyms and its codes. */
export interface DictionaryEntry {
  /** As written, with blanks for underscores; the head first. Agents: singular, then plurals given in braces. */
  readonly names: readonly string[];
  readonly codes: readonly DatedCode[];
  /** Line of the head, 1-based. */
  readonly line: number;
}

/** What a dictionary says and what of it could not be read. */
export interface Dictionary {
  readonly entries: readonly DictionaryEntry[];
  readonly problems: readonly Problem[];
}

/** Longest line that is looked at; no dictionary has one a tenth as long. */
const LONGEST_LINE = 10_000;

/** Reads an actor or agent dictionary in the format of TABARI and PETRARCH: `NAME_ [CODE 010203-040506] ; note`, `+SYNONYM_`, codes on
 * lines of their own, `!SET! = A, B` substitution sets. What cannot be read is told with its line; the rest stands.
 * Source of the format: the header comments of the Open Event Data Alliance's dictionaries. */
export function readDictionary(text: string, file: string): Dictionary {
  const entries: { names: string[]; codes: DatedCode[]; line: number }[] = [];
  const unreadable: { readonly line: number; readonly detail: string }[] = [];
  const sets = new Map<string, readonly string[]>();
  const tell = (line: number, detail: string) => unreadable.push({ line, detail });
  for (const [at, raw] of text.split('\n').entries()) {
    const line = at + 1;
    if (raw.length > LONGEST_LINE) {
      tell(line, `${raw.length} characters long, expected at most ${LONGEST_LINE}`);
      continue;
    }
    const content = withoutNote(raw);
    if (content.trim() === '') continue;
    const set = /^!([A-Z]+)!\s*=(.*)$/.exec(content.trim());
    if (set) {
      sets.set(
        set[1] ?? '',
        (set[2] ?? '').split(',').map((word) => word.trim()),
      );
      continue;
    }
    const { name, plurals, codes, wrong } = partsOf(content);
    for (const detail of wrong) tell(line, detail);
    const last = entries.at(-1);
    if (name === '') {
      if (codes.length === 0 && wrong.length === 0) tell(line, `neither a name nor a code in "${content.trim().slice(0, 60)}"`);
      else if (last) last.codes.push(...codes);
      else tell(line, 'a code before the first name');
    } else if (name.startsWith('+')) {
      if (!last) tell(line, 'a synonym before the first name');
      last?.names.push(...spellings(name.slice(1), sets));
      last?.codes.push(...codes);
    } else entries.push({ names: [...spellings(name, sets), ...plurals], codes: [...codes], line });
  }
  const kept = entries.filter(({ names, codes, line }) => {
    if (names.every((name) => name === '')) tell(line, 'a name without a letter');
    else if (codes.length === 0) tell(line, `no code for "${names[0] ?? ''}"`);
    else return true;
    return false;
  });
  const problems = unreadable
    .sort((a, b) => a.line - b.line)
    .map(({ line, detail }) => ({ code: 'actors/unreadable-line', subject: `${file}:${line}`, detail }));
  return { entries: kept.map((entry) => ({ ...entry, names: entry.names.filter((name) => name !== '') })), problems };
}

/** A line up to its note. A number sign or semicolon begins one. */
function withoutNote(raw: string): string {
  const note = raw.search(/[#;]/);
  return note < 0 ? raw : raw.slice(0, note);
}

interface LineParts {
  readonly name: string;
  readonly plurals: readonly string[];
  readonly codes: readonly DatedCode[];
  readonly wrong: readonly string[];
}

/** Parts a line into the name before the first bracket, plurals in braces, and codes in brackets. */
function partsOf(content: string): LineParts {
  const bracket = content.indexOf('[');
  const head = bracket < 0 ? content : content.slice(0, bracket);
  const brace = head.indexOf('{');
  const name = (brace < 0 ? head : head.slice(0, brace)).trim();
  const plurals =
    brace < 0
      ? []
      : head
          .slice(brace + 1)
          .split(/[},]/)
          .map(plainName)
          .filter((plural) => plural !== '');
  const codes: DatedCode[] = [];
  const wrong: string[] = [];
  for (const piece of bracket < 0 ? [] : content.slice(bracket + 1).split('[')) {
    const end = piece.indexOf(']');
    const code = end < 0 ? null : readCode(piece.slice(0, end));
    if (code) codes.push(code);
    else
      wrong.push(`"[${piece.trim().slice(0, 40)}" is no code, expected [CODE], [CODE <date], [CODE >date] or [CODE date-date]`);
  }
  return { name, plurals, codes, wrong };
}

function readCode(text: string): DatedCode | null {
  const found = /^(~?[A-Z0-9]{2,24}|~?---)~? ?(?:([<>]) ?(\d{6,8})|(\d{6,8}) ?- ?(\d{6,8}))?$/.exec(
    text.trim().replace(/\s+/g, ' '),
  );
  if (!found) return null;
  const [, code = '', sign, bound, first, last] = found;
  if (first !== undefined && last !== undefined) {
    const [from, to] = [readDay(first), readDay(last)];
    return from && to && from <= to ? { code, from, to } : null;
  }
  if (bound === undefined) return { code, from: null, to: null };
  const day = readDay(bound);
  if (!day) return null;
  return sign === '<' ? { code, from: null, to: day } : { code, from: day, to: null };
}

/** Two-digit years from here on are of the last century. */
const CENTURY_TURN = 30;

/** `YYMMDD` or `YYYYMMDD`; null where there is no such day. */
function readDay(digits: string): PlainDate | null {
  if (digits.length !== 6 && digits.length !== 8) return null;
  const short = digits.length === 6;
  const year = Number(digits.slice(0, -4));
  const full = !short ? year : year < CENTURY_TURN ? 2000 + year : 1900 + year;
  return plainDate(full, Number(digits.slice(-4, -2)), Number(digits.slice(-2)));
}

/** All spellings of a name that holds a substitution set ("FISHER!PERSON!"); just the name where it holds none that is known. */
function spellings(name: string, sets: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found = /!([A-Z]+)!/.exec(name);
  const words = found ? (sets.get(found[1] ?? '') ?? []) : [];
  if (!found || words.length === 0) return [plainName(name)];
  const [before, after] = [name.slice(0, found.index), name.slice(found.index + found[0].length)];
  return words.map((word) => plainName(before + word + after));
}

/** Blanks for underscores, bracketed short forms left out: "ADEN_ISLAMIC_ARMY_(AIAA)_" -> "ADEN ISLAMIC ARMY". */
function plainName(name: string): string {
  return name
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[_\s]+/g, ' ')
    .trim();
}
