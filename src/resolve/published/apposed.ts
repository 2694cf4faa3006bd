import { addDays, cover, dateParts, type PlainDate, plainDate } from '../../base/index.ts';
import type { Parsed } from '../../document/index.ts';
import { ANY_DAY, type DayRange, united } from './candidates.ts';
import type { Clue } from './clues.ts';
import type { Constraint } from './evidence.ts';
import { daysOfYears } from './years.ts';

/** What may stand between two names of one time: "yesterday, 16 February", "last year (in 2015)". */
const JOINT = /^ ?(?:,|\(|–|—|-)? ?(?:on|in)? ?$/;

/** Two names of the same time side by side, one of them counted from publication: "yesterday, 16 February", "last year, in 2015". */
export function apposedDates(doc: Parsed, clues: readonly Clue[]): readonly Constraint[] {
  return clues.slice(1).flatMap((second, index) => {
    const first = clues[index];
    if (!first || !JOINT.test(doc.text.slice(first.mention.span.end, second.mention.span.start))) return [];
    const leaves = publishedBy(first, second) ?? publishedBy(second, first);
    const span = cover(first.mention.span, second.mention.span);
    return leaves ? [{ span, rule: 'published/two-names-of-a-time', leaves: united(leaves) }] : [];
  });
}

function publishedBy(relative: Clue, named: Clue): readonly DayRange[] | null {
  switch (relative.kind) {
    case 'days-from-now':
      return daysNamed(named)?.map((day) => oneDay(addDays(day, -relative.days))) ?? null;
    case 'months-from-now':
      return monthsNamed(named)?.map(([year, month]) => monthOf(year, month - relative.months)) ?? null;
    case 'years-from-now': {
      const year = yearNamed(named);
      return year === null ? null : [yearOf(year - relative.years)];
    }
    default:
      return null;
  }
}

function daysNamed(named: Clue): readonly PlainDate[] | null {
  if (named.kind === 'month-day') return daysOfYears(named.month, named.day, ANY_DAY);
  return named.kind === 'stated' && named.start && named.start === named.end ? [named.start] : null;
}

function monthsNamed(named: Clue): readonly (readonly [year: number, month: number])[] | null {
  if (named.kind === 'month') return daysOfYears(named.month, 1, ANY_DAY).map((day) => yearAndMonth(day));
  if (named.kind !== 'stated' || named.mention.granularity !== 'month' || !named.start) return null;
  return [yearAndMonth(named.start)];
}

function yearAndMonth(day: PlainDate): readonly [number, number] {
  const parts = dateParts(day);
  return [parts?.year ?? 0, parts?.month ?? 0];
}

function yearNamed(named: Clue): number | null {
  if (named.kind !== 'stated' || named.mention.granularity !== 'year' || !named.start) return null;
  return dateParts(named.start)?.year ?? null;
}

function oneDay(day: PlainDate): DayRange {
  return { from: day, to: day };
}

/** @param month may lie outside 1..12 */
function monthOf(year: number, month: number): DayRange {
  const first = firstOfMonth(year, month);
  return { from: first, to: addDays(firstOfMonth(year, month + 1), -1) };
}

function firstOfMonth(year: number, month: number): PlainDate {
  const months = year * 12 + month - 1;
  return plainDate(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 1) ?? '0001-01-01';
}

function yearOf(year: number): DayRange {
  return { from: firstOfMonth(year, 1), to: addDays(firstOfMonth(year + 1, 1), -1) };
}
