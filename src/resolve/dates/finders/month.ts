import { addDays, type PlainDate } from '../../../base/index.ts';
import { atomBeside, beside, type DateContext, type Finder, inferred, stated } from '../finder.ts';
import { MONTHS, type PatternMatch, SEASONS, WEEKDAYS } from '../patterns.ts';
import { addMonths, edgeOf, monthsPeriod, type Period, UNKNOWN_PERIOD, yearMonth } from '../periods.ts';

/** "March 2015", "early March 2015", "the end of May, 2014". */
export const monthYear: Finder = {
  id: 'dates/month-year',
  patterns: ['MONTH .? ,? YEAR', 'MONTH of YEAR', 'EDGE DASH? of|in? MONTH .? ,? YEAR'],
  accepts: (match, context) => !/^%$/.test(beside(match, context, 1)),
  read: ({ values }) => {
    const whole = monthsPeriod(values.YEAR ?? 0, values.MONTH ?? 0);
    return stated(values.EDGE === undefined ? whole : edgeOf(whole, values.EDGE), values.EDGE === undefined ? 'month' : 'span');
  },
};

/** Words before a bare month that show it is one even where it could be a name or a verb. */
const MONTH_CUE =
  /^(?:in|since|until|till|of|by|from|to|through|during|before|after|for|between|and|or|throughout|around|next|last|this|about|late|early|mid)$/;
/** Months that are also names, verbs or adjectives. */
const UNSURE_MONTH = new Set(['march', 'may', 'august', 'april', 'june', 'mar', 'jan', 'dec', 'sep']);

/** "January", "last March", "early May", "June this year". */
export const month: Finder = {
  id: 'dates/month',
  patterns: ['MONTH', 'REL MONTH', 'MONTH of? REL year', 'EDGE DASH? of|in? MONTH', 'EDGE DASH? of|in? REL MONTH'],
  accepts: (match, context) => !isInName(match, context) && (isSureMonth(match, context) || hasCue(match, context)),
  read: (match, context) => {
    const whole = bareMonth(match, context);
    const edge = match.values.EDGE;
    return inferred(edge === undefined ? whole : edgeOf(whole, edge), edge === undefined ? 'month' : 'span');
  },
};

/** "the first week of August", "the last week of May 2014", "the second half of July". */
export const partOfMonth: Finder = {
  id: 'dates/part-of-month',
  patterns: [
    'ORDINAL week|half of MONTH .? ,? YEAR?',
    'last week of MONTH .? ,? YEAR?',
    'first|last days of MONTH .? ,? YEAR?',
    'ORDINAL week|half of REL month',
    'last week of REL month',
  ],
  accepts: ({ values, from, to }, { atoms }) =>
    (values.ORDINAL ?? 1) <= (atoms.slice(from, to).some(({ lower }) => lower === 'half') ? 2 : 4),
  read: (match, context) => {
    const { YEAR: named, MONTH: number = 0, ORDINAL: ordinal, REL: relative } = match.values;
    const words = context.atoms.slice(match.from, match.to).map((atom) => atom.lower);
    const whole = named === undefined ? monthMeant(match, context, relative) : monthsPeriod(named, number);
    const { start, end } = whole;
    const part =
      !start || !end
        ? UNKNOWN_PERIOD
        : words.includes('days')
          ? fewDays(start, end, words[0] === 'first')
          : partOf(start, end, words.includes('half'), ordinal);
    return named === undefined ? inferred(part, 'span') : stated(part, 'span');
  },
};

function monthMeant(match: PatternMatch, context: DateContext, relative: number | undefined): Period {
  if (relative === undefined) return bareMonth(match, context);
  if (!context.published) return UNKNOWN_PERIOD;
  const { year, month: number } = yearMonth(context.published);
  return monthsPeriod(year, number + relative);
}

/** "the first days of March": no more than about five. */
function fewDays(start: PlainDate, end: PlainDate, isFirst: boolean): Period {
  return isFirst ? { start, end: addDays(start, 4) } : { start: addDays(end, -4), end };
}

/** @param ordinal which week or half; the last week where left out */
function partOf(start: PlainDate, end: PlainDate, isHalf: boolean, ordinal: number | undefined): Period {
  if (isHalf) return ordinal === 1 ? { start, end: addDays(start, 14) } : { start: addDays(start, 15), end };
  if (ordinal === undefined) return { start: addDays(end, -6), end };
  const first = addDays(start, 7 * (ordinal - 1));
  return { start: first, end: addDays(first, 6) };
}

function hasCue(match: PatternMatch, context: DateContext): boolean {
  return match.to - match.from > 1 || MONTH_CUE.test(beside(match, context, -1));
}

function isSureMonth(match: PatternMatch, { atoms }: DateContext): boolean {
  return !UNSURE_MONTH.has(atoms[match.from]?.lower ?? '');
}

/** "Theresa May", "April Adams": a capitalised neighbour that is no date word. */
function isInName(match: PatternMatch, context: DateContext): boolean {
  const before = atomBeside(match, context, -1);
  const after = atomBeside(match, context, 1);
  const isNameWord = (text: string) => /^\p{Lu}\p{Ll}/u.test(text) && !isDateWord(text.toLowerCase());
  if (before && !before.first && isNameWord(before.text) && !MONTH_CUE.test(before.lower)) return true;
  if (before?.first && before.token.upos === 'PROPN' && isNameWord(before.text)) return true;
  return after !== null && isNameWord(after.text) && !MONTH_CUE.test(beside(match, context, -1)) && match.to - match.from === 1;
}

function isDateWord(word: string): boolean {
  return MONTHS.has(word) || WEEKDAYS.has(word) || SEASONS.has(word);
}

function bareMonth(match: PatternMatch, context: DateContext): Period {
  const { published, atoms } = context;
  if (!published) return UNKNOWN_PERIOD;
  const { MONTH: number = 0, REL: relative } = match.values;
  const now = yearMonth(published);
  const ofYear = atoms[match.to - 1]?.lower === 'year';
  if (relative !== undefined && ofYear) return monthsPeriod(now.year + relative, number);
  if (relative === 0) return monthsPeriod(now.year, number);
  if (relative === -1) return monthsPeriod(number < now.month ? now.year : now.year - 1, number);
  if (relative === 1) return monthsPeriod(number > now.month ? now.year : now.year + 1, number);
  const outlook = context.outlook(match.from);
  if (outlook === 'future') return monthsPeriod(number >= now.month ? now.year : now.year + 1, number);
  if (outlook === 'unclear' && number === yearMonth(addMonths(published, 1)).month)
    return monthsPeriod(number >= now.month ? now.year : now.year + 1, number);
  return monthsPeriod(number <= now.month ? now.year : now.year - 1, number);
}
