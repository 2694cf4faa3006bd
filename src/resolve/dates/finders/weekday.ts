import { addDays, type PlainDate } from '../../../base/index.ts';
import { atomBeside, beside, type DateContext, type Finder, inferred } from '../finder.ts';
import type { PatternMatch } from '../patterns.ts';
import { calendarWeek, dayPeriod, weekdayAfter, weekdayBefore } from '../periods.ts';

/** "Friday", "last Friday", "next Monday", "Thursday afternoon", "Tuesday of last week". */
export const weekdayName: Finder = {
  id: 'dates/weekday',
  patterns: [
    'WEEKDAY PART?',
    'REL WEEKDAY PART?',
    'WEEKDAY of? REL week',
    'WEEKDAY , the? day before yesterday',
    'this past|coming WEEKDAY',
    'past|coming WEEKDAY',
  ],
  accepts: (match, context) => !isNamed(match, context),
  read: (match, context) => inferred(dayPeriod(whichDay(match, context)), 'day'),
};

/** What is named after a day: "Sunday school", "the Sunday Times". */
const NAMED_AFTER =
  /^(?:mosques?|markets?|schools?|times|telegraph|mirror|express|mail|herald|tribune|star|post|club|group|league)$/;

/** "Black Friday", "Bloody Sunday", "Good Friday", "Friday Mosque", "every Friday". */
function isNamed(match: PatternMatch, context: DateContext): boolean {
  const before = atomBeside(match, context, -1);
  if (before && /^(?:every|each|bloody|black|good|holy|easter|palm|ash|super|per|any|some)$/.test(before.lower)) return true;
  return NAMED_AFTER.test(beside(match, context, 1)) && before?.lower !== 'on';
}

function whichDay(match: PatternMatch, context: DateContext): PlainDate | null {
  const { published, atoms } = context;
  if (!published) return null;
  const { WEEKDAY: day = 0, REL: relative } = match.values;
  const words = atoms.slice(match.from, match.to).map((atom) => atom.lower);
  if (words.includes('week') && relative !== undefined) {
    const week = calendarWeek(addDays(published, 7 * relative));
    return week.start && weekdayAfter(week.start, day, false);
  }
  if (words.includes('past')) return weekdayBefore(published, day, true);
  if (words.includes('coming')) return weekdayAfter(published, day, true);
  if (relative === -1) return weekdayBefore(published, day, true);
  if (relative === 1) return weekdayAfter(published, day, true);
  const ahead = context.outlook(match.from) === 'future';
  if (ahead || (relative === 0 && context.outlook(match.from) !== 'past')) return weekdayAfter(published, day, false);
  return weekdayBefore(published, day, false);
}
