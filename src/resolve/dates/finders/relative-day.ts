import { addDays } from '../../../base/index.ts';
import { atomBeside, beside, type DateContext, type Finder, inferred } from '../finder.ts';
import { MONTHS, type PatternMatch, WEEKDAYS } from '../patterns.ts';
import { dayPeriod, UNKNOWN_PERIOD } from '../periods.ts';

/** "today", "yesterday evening", "last night", "the day after tomorrow". */
export const relativeDay: Finder = {
  id: 'dates/relative-day',
  patterns: [
    'today',
    'tonight',
    'yesterday PART?',
    'tomorrow PART?',
    'this morning|afternoon|evening',
    'last night',
    'the? day before yesterday',
    'the? day after tomorrow',
    'earlier|later today',
    'overnight',
  ],
  accepts: (match, context) => (isOvernight(match, context) ? !isOtherNight(match, context) : !isTitle(match, context)),
  read: (match, context) => {
    const { published } = context;
    if (isOvernight(match, context))
      return inferred(published ? { start: addDays(published, -1), end: published } : UNKNOWN_PERIOD, 'span');
    return inferred(dayPeriod(published && addDays(published, dayOffset(match, context))), 'day');
  },
};

function isOvernight({ from }: PatternMatch, { atoms }: DateContext): boolean {
  return atoms[from]?.lower === 'overnight';
}

/** "an overnight raid" may be any night's; "overnight on Friday" has its day beside it. */
function isOtherNight(match: PatternMatch, context: DateContext): boolean {
  const [before, after, next] = [-1, 1, 2].map((offset) => atomBeside(match, context, offset));
  const isDay = (atom: typeof after) => WEEKDAYS.has(atom?.lower ?? '') || MONTHS.has(atom?.lower ?? '');
  if (isDay(before) || isDay(after) || isDay(next)) return true;
  return (
    /^(?:an?|the|-)$/.test(before?.lower ?? '') || /^(?:NOUN|PROPN|ADJ)$/.test(after?.token.upos ?? '') || after?.text === '-'
  );
}

/** "USA Today", "Russia Today", "Afghanistan Today". */
function isTitle(match: PatternMatch, context: DateContext): boolean {
  const own = context.atoms[match.from];
  return (
    own !== undefined && /^\p{Lu}/u.test(own.text) && !own.first && !/^(?:["“‘'«(:;—–-]|)$/.test(beside(match, context, -1))
  );
}

function dayOffset(match: PatternMatch, { atoms }: DateContext): number {
  const words = atoms.slice(match.from, match.to).map((atom) => atom.lower);
  if (words.includes('yesterday')) return words.includes('before') ? -2 : -1;
  if (words.includes('tomorrow')) return words.includes('after') ? 2 : 1;
  return words.includes('last') ? -1 : 0;
}
