import { addDays } from '../../../base/index.ts';
import { beside, type DateContext, type Finder, inferred } from '../finder.ts';
import type { PatternMatch } from '../patterns.ts';
import { dayPeriod } from '../periods.ts';

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
  ],
  accepts: (match, context) => !isTitle(match, context),
  read: (match, context) =>
    inferred(dayPeriod(context.published && addDays(context.published, dayOffset(match, context))), 'day'),
};

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
