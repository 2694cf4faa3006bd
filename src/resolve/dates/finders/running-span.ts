import { beside, type DateContext, type Finder, inferred } from '../finder.ts';
import { type PatternMatch, UNIT_NAMES } from '../patterns.ts';
import { addUnits, UNKNOWN_PERIOD } from '../periods.ts';

/** What "a few" and "recent" are taken to reach back or on: seldom more. */
const FEW = 5;

/** "the past six months", "the last 24 hours", "the next two weeks": counted back or on from publication. */
export const runningSpan: Finder = {
  id: 'dates/running-span',
  patterns: [
    'past|last|previous COUNT UNIT',
    'next|coming|following COUNT UNIT',
    'past|last|next|coming few UNIT',
    'recent hours|days|weeks',
  ],
  accepts: (match, context) =>
    match.values.COUNT !== 0 &&
    !/^(?:his|her|its|their)$/.test(beside(match, context, -1)) &&
    beside(match, context, 1) !== 'of',
  read: ({ values, from, to }, { published, atoms }) => {
    if (!published) return inferred(UNKNOWN_PERIOD, 'span');
    const ahead = /^(?:next|coming|following)$/.test(atoms[from]?.lower ?? '');
    const unit = UNIT_NAMES[values.UNIT ?? -1] ?? (atoms[to - 1]?.lower === 'weeks' ? 'week' : 'day');
    const other = addUnits(published, (ahead ? 1 : -1) * (values.COUNT ?? FEW), unit);
    return inferred(ahead ? { start: published, end: other } : { start: other, end: published }, 'span');
  },
};

/** "within 48 hours", "in three weeks' time", "two days from now": from publication on. */
export const deadline: Finder = {
  id: 'dates/deadline',
  patterns: ['within the? next? COUNT DASH? UNIT', "in COUNT UNIT ’|' time", 'COUNT UNIT from now', 'in COUNT UNIT'],
  accepts: (match, context) =>
    !/^(?:of|after|before)$/.test(beside(match, context, 1)) && (!isBareIn(match, context) || liesAhead(match, context)),
  read: ({ values, from }, { published, atoms }) => {
    if (!published) return inferred(UNKNOWN_PERIOD, 'span');
    const end = addUnits(published, values.COUNT ?? 0, UNIT_NAMES[values.UNIT ?? -1] ?? 'day');
    return inferred({ start: atoms[from]?.lower === 'within' ? published : end, end }, 'span');
  },
};

function isBareIn({ from, to }: PatternMatch, { atoms }: DateContext): boolean {
  return atoms[from]?.lower === 'in' && !/^(?:time|now)$/.test(atoms[to - 1]?.lower ?? '');
}

/** "will be held in two weeks." speaks of a day; "fell in two weeks", "the third in two weeks" tell how long it took. */
function liesAhead(match: PatternMatch, context: DateContext): boolean {
  return context.outlook(match.from) === 'future' && /^[.,;]?$/.test(beside(match, context, 1)) && match.values.UNIT !== 0;
}
