import { type PlainDate, plainDate } from '../../base/index.ts';
import { type DataFiles, readTable } from '../../knowledge/index.ts';
import type { Atom } from './atoms.ts';
import { atomBeside, type DateContext, type Finder, inferred, type Proposal, stated } from './finder.ts';
import { chooseYear } from './finders/month-day.ts';
import type { PatternMatch } from './patterns.ts';
import { dayPeriod } from './periods.ts';

interface Holiday {
  /** Its words and marks, lower case, apostrophes straight. */
  readonly words: readonly string[];
  readonly month: number;
  readonly day: number;
  /** Where the name means one day of history. */
  readonly year: number | null;
}

/** Days with a name, by the first word of it, the longest first. */
export type Holidays = ReadonlyMap<string, readonly Holiday[]>;

export const NO_HOLIDAYS: Holidays = new Map();

/** Reads data/dates/holidays.tsv. @throws RangeError naming file and line of an impossible day */
export function loadHolidays(files: DataFiles): Holidays {
  const holidays = new Map<string, Holiday[]>();
  for (const row of readTable(files, 'dates/holidays.tsv')) {
    const [month, day, year] = [Number(row.cell('month')), Number(row.cell('day')), Number(row.cell('year') || 0) || null];
    if (plainDate(year ?? 2000, month, day) === null)
      throw new RangeError(`${row.file}:${row.line}: there is no day ${row.cell('month')}/${row.cell('day')}`);
    const words = row.cell('name').match(/\p{L}+|\d+|\S/gu) ?? [];
    const [first = ''] = words;
    holidays.set(first, [...(holidays.get(first) ?? []), { words, month, day, year }]);
  }
  for (const list of holidays.values()) list.sort((a, b) => b.words.length - a.words.length);
  return holidays;
}

/** "Christmas Day", "New Year's Eve 2016", "9/11". */
const holiday: Finder = {
  id: 'dates/holiday',
  patterns: [],
  read: ({ values, from }, context) => {
    const { MONTH: month = 0, DAY: day = 0, YEAR: year } = values;
    if (year !== undefined) return stated(dayPeriod(plainDate(year, month, day)), 'day');
    return inferred(dayPeriod(nearest(context, month, day, from)), 'day');
  },
};

/** The next such day where the clause looks ahead, else the last one. */
function nearest(context: DateContext, month: number, day: number, at: number): PlainDate | null {
  const outlook = context.outlook(at) === 'future' ? 'future' : 'past';
  return context.published && chooseYear(context.published, month, day, outlook);
}

/** Proposes every named day of a text. */
export function findHolidays(context: DateContext, holidays: Holidays): readonly Proposal[] {
  if (holidays.size === 0) return [];
  return context.atoms.flatMap((atom, at) => {
    const found = holidays.get(atom.lower)?.find(({ words }) => standsAt(words, context.atoms, at));
    if (!found) return [];
    const match = matchOf(found, context.atoms, at);
    return isNamed(found, match, context) ? [{ finder: holiday, match }] : [];
  });
}

function standsAt(words: readonly string[], atoms: readonly Atom[], at: number): boolean {
  const sentence = atoms[at]?.token.sentence;
  return words.every((word, offset) => {
    const atom = atoms[at + offset];
    return atom?.token.sentence === sentence && atom?.lower.replace(/[’‘]/g, "'") === word;
  });
}

/** With a year right after it, past a comma: "New Year's Eve, 2016". */
function matchOf({ words, month, day, year }: Holiday, atoms: readonly Atom[], at: number): PatternMatch {
  const end = at + words.length;
  const next = atoms[end]?.text === ',' ? end + 1 : end;
  const named = /^(?:19|20)\d\d$/.test(atoms[next]?.text ?? '') ? Number(atoms[next]?.text) : null;
  const meant = year ?? named;
  const to = year === null && named !== null ? next + 1 : end;
  return { from: at, to, values: { MONTH: month, DAY: day, ...(meant !== null && { YEAR: meant }) } };
}

const OF_TIME = /^(?:on|at|by|before|after|since|until|till|around|over|this|last|next|for)$/;

/** Written with capitals; a single word only as a time: "at Christmas", not "Christmas cards". */
function isNamed({ words }: Holiday, match: PatternMatch, context: DateContext): boolean {
  const first = context.atoms[match.from];
  if (/^\p{Ll}/u.test(first?.text ?? '')) return false;
  if (words.length > 1) return true;
  const after = atomBeside(match, context, 1);
  return OF_TIME.test(atomBeside(match, context, -1)?.lower ?? '') && !/^(?:NOUN|PROPN|ADJ)$/.test(after?.token.upos ?? '');
}
