import { addDays, type PlainDate, weekday } from '../../base/index.ts';
import { inZone, type Parsed } from '../../document/index.ts';
import { type Candidates, holds } from './candidates.ts';
import type { Clue } from './clues.ts';
import type { Constraint } from './evidence.ts';
import { daysOfYears } from './years.ts';

/** In so few years at most the weekdays of a report are believed to tell which is meant; among many, some would fit by chance. */
const FEW_YEARS = 7;

/** "KABUL, March 9 (Agency) -": the day of a date line that leaves out its year, where the other evidence leaves one year, or where
 * in one year alone the first weekday of the report is that day or the day before. */
export function dateLineDay(doc: Parsed, clues: readonly Clue[], candidates: Candidates): readonly Constraint[] {
  const line = clues.find((clue) => clue.kind === 'month-day' && inZone(doc, clue.mention.span, 'dateline'));
  if (line?.kind !== 'month-day') return [];
  const days = daysOfYears(line.month, line.day, candidates).filter((day) => holds(candidates, day));
  const [only, another] = days;
  const told = { span: line.mention.span, rule: 'published/date-line' };
  if (only && !another) return [{ ...told, leaves: [{ from: only, to: only }] }];
  const first = clues.find((clue) => clue.kind === 'weekday' && clue.outlook === 'past');
  if (!first || days.length > FEW_YEARS) return [];
  const [fitting, second] = days.filter((day) => isFresh(day, first.weekday ?? 0));
  if (!fitting || second) return [];
  const leaves = [{ from: fitting, to: fitting }];
  return [
    { ...told, leaves },
    { span: first.mention.span, rule: 'published/first-weekday', leaves },
  ];
}

/** Whether the weekday is the day itself or the one before: what a date line's first sentence tells. */
function isFresh(day: PlainDate, named: number): boolean {
  return weekday(day) === named || weekday(addDays(day, -1)) === named;
}
