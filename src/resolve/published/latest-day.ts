import { daysBetween, type PlainDate, weekday } from '../../base/index.ts';
import { inZone, type Parsed } from '../../document/index.ts';
import { type Candidates, holds } from './candidates.ts';
import { type Clue, isInBody } from './clues.ts';
import { datedWords, share } from './event-words.ts';
import type { Constraint } from './evidence.ts';
import { daysOfYears, weekdayFrom } from './years.ts';

type Dated = Extract<Clue, { kind: 'month-day' | 'stated' }>;
type Weekday = Extract<Clue, { kind: 'weekday' }>;

/** By how many days the widest gap between the weekdays of a report must be wider than the next for their order to be plain. */
const PLAIN_GAP = 2;
/** So many dates and weekdays of a text are weighed at most; its news stands at its beginning. */
const MOST = 40;
/** Among more years than this every weekday fits several. */
const MANY_YEARS = 30;
/** Longest run of days from a date to the last weekday that is still told as one story. */
const LONGEST_RUN = 4;
/** A day without its year that would lie at most this far ahead shows that the year is wrong. */
const SOON = 180;

/** The day of publication where a report calls one day by its date and by its weekday. Reports use bare weekdays for the week that
 * ends with them, so the last weekday of that week is the day they were written; a date that is one of those weekdays, told of
 * the same happening, says which week it was.
 * Where some years would do, or some weeks, there is no answer. */
export function latestDay(doc: Parsed, clues: readonly Clue[], candidates: Candidates): readonly Constraint[] {
  const weekdays = clues.filter((clue): clue is Weekday => clue.kind === 'weekday' && clue.outlook !== 'future').slice(0, MOST);
  const last = lastWeekday(weekdays);
  if (!last) return [];
  const dates = clues.filter((clue): clue is Dated => isPastDay(clue) && isInBody(doc, clue)).slice(0, MOST);
  const story: Story = { doc, candidates, weekdays, last, dates, happening: rememberHappenings(doc) };
  const found = dates.flatMap((date) => readAnchor(story, date));
  const days = new Set(found.map(({ day }) => day));
  const [first] = found;
  if (!first || days.size !== 1) return [];
  const leaves = [{ from: first.day, to: first.day }];
  return [
    { span: first.date.mention.span, rule: 'published/date-of-weekday', leaves },
    { span: last.mention.span, rule: 'published/last-weekday', leaves },
  ];
}

function isPastDay(clue: Clue): clue is Dated {
  if (clue.outlook === 'future') return false;
  return clue.kind === 'month-day' || (clue.kind === 'stated' && clue.start !== null && clue.start === clue.end);
}

/** What a report tells of its days. */
interface Story {
  readonly doc: Parsed;
  readonly candidates: Candidates;
  readonly weekdays: readonly Weekday[];
  readonly last: Weekday;
  readonly dates: readonly Dated[];
  /** Stems of what a date expression dates. */
  readonly happening: (clue: Clue) => ReadonlySet<string>;
}

function rememberHappenings(doc: Parsed): Story['happening'] {
  const known = new Map<Clue, ReadonlySet<string>>();
  return (clue) => {
    const stems = known.get(clue) ?? datedWords(doc, clue.mention.range);
    known.set(clue, stems);
    return stems;
  };
}

interface Anchor {
  readonly date: Dated;
  readonly day: PlainDate;
}

function readAnchor(story: Story, date: Dated): readonly Anchor[] {
  const { candidates, last, dates } = story;
  const possible = daysOf(date, candidates).filter((day) => couldBe(day, date, candidates));
  if (possible.length > MANY_YEARS) return [];
  const fitting = possible.filter((day) => isNamedWeekday(story, date, weekday(day), possible.length === 1));
  return fitting
    .map((day) => ({ date, day: weekdayFrom(day, last.weekday ?? 0) }))
    .filter(({ day }) => holds(candidates, day) && !dates.some((other) => isJustAfter(other, day)));
}

function daysOf(date: Dated, candidates: Candidates): readonly PlainDate[] {
  if (date.kind === 'month-day') return daysOfYears(date.month, date.day, candidates);
  return date.start === null ? [] : [date.start];
}

/** A candidate lies within the week that the day begins, and the day has the weekday that its own words name. */
function couldBe(day: PlainDate, { weekday: named }: Dated, candidates: Candidates): boolean {
  if (named !== null && named !== weekday(day)) return false;
  return [0, 1, 2, 3, 4, 5, 6].some((ahead) => holds(candidates, weekdayFrom(day, (weekday(day) + ahead) % 7)));
}

/** Whether the day of a date is one of the weekdays told of. @param sure no other year is possible */
function isNamedWeekday({ doc, weekdays, last, happening }: Story, date: Dated, day: number, sure: boolean): boolean {
  const same = weekdays.filter((clue) => clue.weekday === day);
  if (date.weekday !== null && (same.length > 0 || leadsUpTo(day, last, weekdays))) return true;
  if (same.length === 0) return false;
  const isSharedWith = (clue: Clue) => share(happening(date), happening(clue));
  if (same.some(isSharedWith)) return true;
  if (!sure || date.kind === 'stated' || day !== last.weekday) return false;
  return inZone(doc, date.mention.span, 'caption') || weekdays.some(isSharedWith);
}

/** The report begins with the last weekday, and tells of every day from the date to it: "on Sunday ... Saturday ... fell on Friday,
 * April 2". */
function leadsUpTo(day: number, last: Weekday, weekdays: readonly Weekday[]): boolean {
  if (weekdays[0]?.weekday !== last.weekday) return false;
  const told = new Set(weekdays.map((clue) => clue.weekday));
  for (let ahead = 1; ahead <= LONGEST_RUN; ahead++) {
    const next = (day + ahead) % 7;
    if (!told.has(next)) return false;
    if (next === last.weekday) return true;
  }
  return false;
}

/** A past day that would follow the day of publication closely: the year cannot be right. */
function isJustAfter(other: Dated, day: PlainDate): boolean {
  return daysOf(other, [{ from: day, to: day }]).some((date) => date > day && daysBetween(day, date) < SOON);
}

/** The last weekday of the week told of: the one before the longest stretch of days that are not named. Where two stretches are
 * about as long, the last is believed only if the report begins with it. */
function lastWeekday(weekdays: readonly Weekday[]): Weekday | null {
  const days = [...new Set(weekdays.map((clue) => clue.weekday ?? 0))].sort((a, b) => a - b);
  const gaps = days.map((day, index) => ({ day, gap: (days[index + 1] ?? (days[0] ?? 0) + 7) - day }));
  const [widest, next] = gaps.sort((a, b) => b.gap - a.gap);
  if (!widest) return null;
  const plain = !next || widest.gap - next.gap >= PLAIN_GAP || weekdays[0]?.weekday === widest.day;
  return plain ? (weekdays.find((clue) => clue.weekday === widest.day) ?? null) : null;
}
