import type { Atom } from './atoms.ts';

/** Month names and their usual shortenings, to 1..12. */
export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...'january february march april may june july august september october november december'
    .split(' ')
    .map((name, index): [string, number] => [name, index + 1]),
  ...'jan feb mar apr _ jun jul aug sep oct nov dec'.split(' ').map((name, index): [string, number] => [name, index + 1]),
  ['sept', 9],
]);

/** Day names, to 0 (Sunday) .. 6. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ...'sunday monday tuesday wednesday thursday friday saturday'
    .split(' ')
    .map((name, index): [string, number] => [name, index]),
  ...'sundays mondays tuesdays wednesdays thursdays fridays saturdays'.split(' ').map((name): [string, number] => [name, -1]),
]);

/** Shortened day names; they count only beside a date ("Sun., Feb. 3"). */
export const SHORT_WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ['sun', 0],
  ['mon', 1],
  ['tue', 2],
  ['tues', 2],
  ['wed', 3],
  ['thu', 4],
  ['thur', 4],
  ['thurs', 4],
  ['fri', 5],
  ['sat', 6],
]);

/** Seasons, to their first month; northern hemisphere. */
export const SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 3],
  ['springtime', 3],
  ['summer', 6],
  ['summertime', 6],
  ['autumn', 9],
  ['fall', 9],
  ['winter', 12],
  ['wintertime', 12],
]);

/** Units of time, to their place in {@link UNIT_NAMES}. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ['hour', 0],
  ['hours', 0],
  ['day', 1],
  ['days', 1],
  ['week', 2],
  ['weeks', 2],
  ['fortnight', 3],
  ['fortnights', 3],
  ['month', 4],
  ['months', 4],
  ['year', 5],
  ['years', 5],
  ['decade', 6],
  ['decades', 6],
]);

/** Which of its kind, seen from the publication date: -1 last, 0 this, 1 next. */
const RELATIVES: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
  ['coming', 1],
]);

/** What a UNIT value means. */
export const UNIT_NAMES = ['hour', 'day', 'week', 'fortnight', 'month', 'year', 'decade'] as const;
export type UnitName = (typeof UNIT_NAMES)[number];

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
/** Number words up to ninety; tens may be followed by a hyphen and a unit. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...SMALL.split(' ').map((word, value): [string, number] => [word, value]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index): [string, number] => [word, (index + 2) * 10]),
]);

/** Ordinal words, to 1..10. */
export const ORDINAL_WORDS: ReadonlyMap<string, number> = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .map((word, index): [string, number] => [word, index + 1]),
);

/** Further ordinal words, to 11..20; centuries have them. */
const TEENTH_WORDS: ReadonlyMap<string, number> = new Map(
  'eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map((word, index): [string, number] => [word, index + 11]),
);

/** Parts of a period: 0 early, 1 middle, 2 late, 3 opening, 4 close. */
const EDGES: ReadonlyMap<string, number> = new Map([
  ['early', 0],
  ['mid', 1],
  ['middle', 1],
  ['late', 2],
  ['beginning', 3],
  ['start', 3],
  ['end', 4],
]);

const DAY_PARTS: ReadonlyMap<string, number> = new Map(
  'morning afternoon evening night noon midday midnight dawn'.split(' ').map((word, index): [string, number] => [word, index]),
);

const TENS_NAMES: ReadonlyMap<string, number> = new Map(
  'twenties thirties forties fifties sixties seventies eighties nineties'
    .split(' ')
    .map((word, index): [string, number] => [word, index + 2]),
);

/** A class match: how many atoms it takes and what it is worth. */
interface ClassMatch {
  readonly length: number;
  readonly value: number;
}
type ClassMatcher = (atoms: readonly Atom[], at: number) => ClassMatch | null;

const inTable =
  (table: ReadonlyMap<string, number>): ClassMatcher =>
  (atoms, at) => {
    const value = table.get(atoms[at]?.lower ?? '');
    return value === undefined ? null : { length: 1, value };
  };

const isCapital = (text: string) => /^\p{Lu}/u.test(text);

const month: ClassMatcher = (atoms, at) => {
  const atom = atoms[at];
  const value = MONTHS.get(atom?.lower ?? '');
  if (!atom || value === undefined || !isCapital(atom.text)) return null;
  const misread =
    /^(?:MD|VB.?)$/.test(atom.token.xpos) && !/^(?:in|since|of|until|early|late|last)$/.test(atoms[at - 1]?.lower ?? '');
  if (misread && !isNumeric(atoms[at + 1]) && !isNumeric(atoms[at - 1])) return null;
  return { length: 1, value };
};

const weekdayName: ClassMatcher = (atoms, at) => {
  const atom = atoms[at];
  const value = WEEKDAYS.get(atom?.lower ?? '');
  return atom && value !== undefined && value >= 0 && isCapital(atom.text) ? { length: 1, value } : null;
};

const shortWeekday: ClassMatcher = (atoms, at) => {
  const atom = atoms[at];
  const value = SHORT_WEEKDAYS.get(atom?.lower ?? '');
  return atom && value !== undefined && isCapital(atom.text) ? { length: 1, value } : null;
};

function isNumeric(atom: Atom | undefined): boolean {
  return atom !== undefined && /^\d/.test(atom.text);
}

const day: ClassMatcher = (atoms, at) => {
  const found = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(atoms[at]?.text ?? '');
  const value = Number(found?.[1] ?? 0);
  return value >= 1 && value <= 31 ? { length: 1, value } : null;
};

/** The earliest and the latest year a bare four-digit number may be. */
const [YEAR_MIN, YEAR_MAX] = [1000, 2100];
const year: ClassMatcher = (atoms, at) => {
  const text = atoms[at]?.text ?? '';
  const value = Number(text);
  return /^\d{4}$/.test(text) && value >= YEAR_MIN && value <= YEAR_MAX ? { length: 1, value } : null;
};

const shortYear: ClassMatcher = (atoms, at) => {
  const text = atoms[at]?.text ?? '';
  return /^\d\d$/.test(text) ? { length: 1, value: Number(text) } : null;
};

/** A day of the month written as an ordinal: "20th". */
const ordinalDay: ClassMatcher = (atoms, at) => (/\p{L}/u.test(atoms[at]?.text ?? '') ? day(atoms, at) : null);

/** A century's number: "19th", "nineteenth", "twenty-first". */
const century: ClassMatcher = (atoms, at) => {
  const figures = ordinalDay(atoms, at);
  if (figures) return figures;
  const lower = atoms[at]?.lower ?? '';
  const value = ORDINAL_WORDS.get(lower) ?? TEENTH_WORDS.get(lower);
  if (value !== undefined) return { length: 1, value };
  return lower === 'twenty' && /^[-‑]$/.test(atoms[at + 1]?.text ?? '') && atoms[at + 2]?.lower === 'first'
    ? { length: 3, value: 21 }
    : null;
};

const decade: ClassMatcher = (atoms, at) => {
  const found = /^(\d{3}0)s$/.exec(atoms[at]?.lower ?? '');
  if (found) return { length: 1, value: Number(found[1]) };
  const tens = TENS_NAMES.get(atoms[at]?.lower ?? '');
  if (tens !== undefined) return { length: 1, value: 1900 + tens * 10 };
  const short = /^(\d0)s$/.exec(atoms[at + 1]?.lower ?? '');
  return short && /^['’‘]$/.test(atoms[at]?.text ?? '') ? { length: 2, value: 1900 + Number(short[1]) } : null;
};

/** A count of units: "3", "three", "twenty-one", "a", "an", "a couple of". */
const count: ClassMatcher = (atoms, at) => {
  const atom = atoms[at];
  if (!atom) return null;
  if (/^\d{1,4}$/.test(atom.text)) return { length: 1, value: Number(atom.text) };
  if (atom.lower === 'a' || atom.lower === 'an') {
    if (atoms[at + 1]?.lower === 'couple' && atoms[at + 2]?.lower === 'of') return { length: 3, value: 2 };
    return { length: 1, value: 1 };
  }
  const value = NUMBER_WORDS.get(atom.lower);
  if (value === undefined || value === 0) return null;
  const unit = NUMBER_WORDS.get(atoms[at + 2]?.lower ?? '') ?? 0;
  if (value >= 20 && atoms[at + 1]?.text === '-' && unit > 0 && unit < 10) return { length: 3, value: value + unit };
  return { length: 1, value };
};

const iso: ClassMatcher = (atoms, at) => {
  const text = atoms[at]?.text ?? '';
  const found = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  return found ? { length: 1, value: Number(found[1]) * 10000 + Number(found[2]) * 100 + Number(found[3]) } : null;
};

/** "19/02/2017" or "02/19/2017", where only one reading is a date; "19.02.2017", which has the day first. */
const slashed: ClassMatcher = (atoms, at) => {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(atoms[at]?.text ?? '');
  if (dotted) return { length: 1, value: Number(dotted[3]) * 10000 + Number(dotted[2]) * 100 + Number(dotted[1]) };
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(atoms[at]?.text ?? '');
  if (!found) return null;
  const [a, b, y] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (a > 12 && b <= 12) return { length: 1, value: y * 10000 + b * 100 + a };
  if ((b > 12 && a <= 12) || a === b) return { length: 1, value: y * 10000 + a * 100 + b };
  return null;
};

/** What an atom must look like for a class to match there: one of the words, a figure, or an apostrophe. */
interface Opening {
  readonly words: Iterable<string>;
  readonly figures?: boolean;
  readonly apostrophe?: boolean;
}

const FIGURES: Opening = { words: [], figures: true };
const opening = (table: ReadonlyMap<string, number>): Opening => ({ words: table.keys() });

/** Openings of the classes; a matcher is never asked elsewhere at the start of a pattern. */
const OPENINGS: Readonly<Record<string, () => Opening>> = {
  MONTH: () => opening(MONTHS),
  MONTH2: () => opening(MONTHS),
  WEEKDAY: () => opening(WEEKDAYS),
  SHORTDAY: () => opening(SHORT_WEEKDAYS),
  DAY: () => FIGURES,
  DAY2: () => FIGURES,
  DAYTH: () => FIGURES,
  CENTURY: () => ({ words: [...ORDINAL_WORDS.keys(), ...TEENTH_WORDS.keys(), 'twenty'], figures: true }),
  YEAR: () => FIGURES,
  YEAR2: () => FIGURES,
  YY: () => FIGURES,
  DECADE: () => ({ words: TENS_NAMES.keys(), figures: true, apostrophe: true }),
  COUNT: () => ({ words: [...NUMBER_WORDS.keys(), 'a', 'an'], figures: true }),
  ISO: () => FIGURES,
  SLASHED: () => FIGURES,
  UNIT: () => opening(UNITS),
  REL: () => opening(RELATIVES),
  SEASON: () => opening(SEASONS),
  ORDINAL: () => opening(ORDINAL_WORDS),
  EDGE: () => opening(EDGES),
  PART: () => opening(DAY_PARTS),
};

/** The classes a pattern may name, in capitals. */
const CLASSES: Readonly<Record<string, ClassMatcher>> = {
  MONTH: month,
  MONTH2: month,
  WEEKDAY: weekdayName,
  SHORTDAY: shortWeekday,
  DAY: day,
  DAY2: day,
  DAYTH: ordinalDay,
  CENTURY: century,
  YEAR: year,
  YEAR2: year,
  YY: shortYear,
  DECADE: decade,
  COUNT: count,
  ISO: iso,
  SLASHED: slashed,
  UNIT: inTable(UNITS),
  REL: inTable(RELATIVES),
  SEASON: inTable(SEASONS),
  ORDINAL: inTable(ORDINAL_WORDS),
  EDGE: inTable(EDGES),
  PART: inTable(DAY_PARTS),
};

interface Element {
  /** Class name, or the empty text for literals. */
  readonly name: string;
  readonly optional: boolean;
  readonly opening: Opening;
  readonly match: ClassMatcher;
}
/** A compiled pattern. */
export type Pattern = readonly Element[];

/** Compiles a pattern: space-separated elements; capitals name a class, other words stand for themselves, `|` separates
 * alternatives, a closing `?` makes optional. `DASH` is any hyphen or dash.
 * @throws RangeError on an unknown class */
export function compilePattern(pattern: string): Pattern {
  return pattern.split(' ').map((part) => {
    const optional = part.length > 1 && part.endsWith('?');
    const body = optional ? part.slice(0, -1) : part;
    if (!/^[A-Z]{2}[A-Z0-9]*$/.test(body)) return literalElement(body.split('|'), optional);
    if (body === 'DASH') return literalElement(['-', '–', '—', '‑'], optional);
    const match = CLASSES[body];
    const opens = OPENINGS[body];
    if (!match || !opens)
      throw new RangeError(`pattern "${pattern}": no class ${body}, only ${Object.keys(CLASSES).join(', ')}`);
    return { name: body, optional, opening: opens(), match };
  });
}

function literalElement(words: readonly string[], optional: boolean): Element {
  return { name: '', optional, opening: { words }, match: literal(words) };
}

/** Things by what the patterns that lead to them may begin with, so that most words of a text are passed over at once. */
export class PatternStarts<T> {
  readonly #byWord = new Map<string, T[]>();
  readonly #byFigure: T[] = [];
  readonly #byApostrophe: T[] = [];

  add(pattern: Pattern, value: T): void {
    for (const element of pattern) {
      const { words, figures, apostrophe } = element.opening;
      for (const word of words) this.#addWord(word, value);
      if (figures && !this.#byFigure.includes(value)) this.#byFigure.push(value);
      if (apostrophe && !this.#byApostrophe.includes(value)) this.#byApostrophe.push(value);
      if (!element.optional) break;
    }
  }

  #addWord(word: string, value: T): void {
    const list = this.#byWord.get(word);
    if (!list) this.#byWord.set(word, [value]);
    else if (!list.includes(value)) list.push(value);
  }

  /** What may begin at an atom, in the order in which it was added. */
  at({ lower }: Atom): readonly T[] {
    const first = lower.charCodeAt(0);
    if (first >= 48 && first <= 57) return this.#byFigure;
    return this.#byWord.get(lower) ?? (/^['’‘]$/.test(lower) ? this.#byApostrophe : []);
  }
}

function literal(words: readonly string[]): ClassMatcher {
  const wanted = new Set(words);
  return (atoms, at) => (wanted.has(atoms[at]?.lower ?? '') ? { length: 1, value: 0 } : null);
}

/** Where a pattern matched: atoms `from` up to, not including, `to`, and the values of its classes. */
export interface PatternMatch {
  readonly from: number;
  readonly to: number;
  readonly values: Readonly<Record<string, number>>;
}

/** The longest match of a pattern that starts at an atom and stays in its sentence, or null. */
export function matchPattern(pattern: Pattern, atoms: readonly Atom[], at: number): PatternMatch | null {
  const sentence = atoms[at]?.token.sentence;
  const step = (element: number, position: number, values: Readonly<Record<string, number>>): PatternMatch | null => {
    const wanted = pattern[element];
    if (!wanted) return position > at ? { from: at, to: position, values } : null;
    const here = atoms[position]?.token.sentence === sentence ? wanted.match(atoms, position) : null;
    const taken =
      here && step(element + 1, position + here.length, wanted.name ? { ...values, [wanted.name]: here.value } : values);
    return taken ?? (wanted.optional ? step(element + 1, position, values) : null);
  };
  const found = step(0, at, {});
  return found && trimMarks(found, atoms);
}

/** A comma or full stop that an optional element took at the end is no part of the expression. */
function trimMarks(match: PatternMatch, atoms: readonly Atom[]): PatternMatch | null {
  let { to } = match;
  while (to > match.from && /^[.,]$/.test(atoms[to - 1]?.text ?? '')) to--;
  return to > match.from ? { ...match, to } : null;
}
