import { addDays, weekday } from '../../base/index.ts';
import { ANY_DAY, type DayRange, united } from './candidates.ts';
import type { Clue } from './clues.ts';
import type { Constraint } from './evidence.ts';
import { daysOfYears } from './years.ts';

/** A day named without its year lies less than a year back, or less than a year ahead. */
const YEAR = 364;
/** Where the clause does not tell, it is hardly half a year ahead. */
const HALF_YEAR = 183;

/** "Friday, February 17": only some years have such a day. */
export function weekdayDates(clues: readonly Clue[]): readonly Constraint[] {
  return clues.flatMap((clue) => {
    if (clue.kind !== 'month-day' || clue.weekday === null) return [];
    const fitting = daysOfYears(clue.month, clue.day, ANY_DAY).filter((date) => weekday(date) === clue.weekday);
    const around = fitting.map((date): DayRange => {
      const ahead = clue.outlook === 'past' ? 0 : clue.outlook === 'future' ? YEAR : HALF_YEAR;
      return { from: addDays(date, -ahead), to: addDays(date, clue.outlook === 'future' ? 0 : YEAR) };
    });
    return [{ span: clue.mention.span, rule: 'published/weekday-of-date', leaves: united(around) }];
  });
}
