import { atomBeside, beside, type DateContext, type Finder, inferred, stated } from '../finder.ts';
import type { Outlook } from '../outlook.ts';
import type { PatternMatch } from '../patterns.ts';
import { edgeOf, type Period, seasonPeriod, UNKNOWN_PERIOD, yearMonth } from '../periods.ts';

/** "spring of 2015", "winter 2010". A winter is the one that begins in the year. */
export const seasonYear: Finder = {
  id: 'dates/season-year',
  patterns: ['SEASON of? YEAR', 'EDGE SEASON of? YEAR'],
  accepts: (match, context) => !isNamed(match, context),
  read: ({ values }) => {
    const whole = seasonPeriod(values.YEAR ?? 0, values.SEASON ?? 0);
    return values.EDGE === undefined ? stated(whole, 'season') : stated(edgeOf(whole, values.EDGE), 'span');
  },
};

/** "last spring", "next winter", "spring of last year", "in the summer". */
export const season: Finder = {
  id: 'dates/season',
  patterns: ['REL SEASON', 'SEASON', 'SEASON of? REL year', 'EDGE REL SEASON', 'EDGE SEASON'],
  accepts: (match, context) => !isNamed(match, context) && !isOtherWord(match, context),
  read: (match, context) => {
    const whole = nearSeason(match, context);
    const { EDGE: edge } = match.values;
    return edge === undefined ? inferred(whole, 'season') : inferred(edgeOf(whole, edge), 'span');
  },
};

/** "Prague Spring", "Arab Spring 2011". */
function isNamed(match: PatternMatch, context: DateContext): boolean {
  const before = atomBeside(match, context, -1);
  const own = context.atoms[match.from];
  return /^\p{Lu}/u.test(own?.text ?? '') && !own?.first && before !== null && /^\p{Lu}/u.test(before.text);
}

/** The verbs "spring" and "fall", springs of water, falls of cities: only "in/since/this... (the) SEASON" is a time. */
function isOtherWord(match: PatternMatch, context: DateContext): boolean {
  if (match.values.REL !== undefined) return false;
  const after = beside(match, context, 1);
  if (/^(?:of|in)$/.test(after)) return true;
  if (beside(match, context, -1) !== 'the') return !/^(?:in|by|since|until|during)$/.test(beside(match, context, -1));
  return !/^(?:in|by|since|until|during|over|through|throughout|for)$/.test(beside(match, context, -2));
}

function nearSeason(match: PatternMatch, context: DateContext): Period {
  const { published } = context;
  if (!published) return UNKNOWN_PERIOD;
  const { SEASON: first = 0, REL: relative } = match.values;
  const { year } = yearMonth(published);
  if (relative !== undefined && context.atoms[match.to - 1]?.lower === 'year') return seasonPeriod(year + relative, first);
  const around = [year - 2, year - 1, year, year + 1].map((each) => seasonPeriod(each, first));
  const past = around.filter(({ end }) => end !== null && end < published).at(-1);
  const begun = around.filter(({ start }) => start !== null && start <= published).at(-1);
  const coming = around.find(({ start }) => start !== null && start > published);
  if (relative === -1) return past ?? UNKNOWN_PERIOD;
  if (relative === 1) return coming ?? UNKNOWN_PERIOD;
  if (relative === 0) return thisSeason(around, begun, published, context.outlook(match.from)) ?? UNKNOWN_PERIOD;
  return (context.outlook(match.from) === 'future' ? (coming ?? begun) : begun) ?? UNKNOWN_PERIOD;
}

/** "this winter": the one that is on, else the one of the year, unless the clause looks back over the turn of the year. */
function thisSeason(
  around: readonly Period[],
  begun: Period | undefined,
  published: string,
  outlook: Outlook,
): Period | undefined {
  if (begun?.end && begun.end >= published) return begun;
  const ofYear = around.find(({ start }) => start?.startsWith(published.slice(0, 4)));
  return outlook === 'past' && ofYear?.start && ofYear.start > published ? begun : ofYear;
}
