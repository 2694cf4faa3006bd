import { type PlainDate, plainDate } from '../../../base/index.ts';
import { beside, type DateContext, type Finder, inferred, type Reading } from '../finder.ts';
import { type PatternMatch, UNIT_NAMES } from '../patterns.ts';
import { addUnits, dayPeriod, edgeOf, monthsPeriod, type Period, periodAround, UNKNOWN_PERIOD, yearMonth } from '../periods.ts';
import { granularityOf } from './ago.ts';

/** "three years later", "two days earlier", "a week after that": reckoned from the date named before. */
export const countedFrom: Finder = {
  id: 'dates/counted-from',
  patterns: [
    'COUNT UNIT later|earlier|afterwards|afterward|beforehand|previously',
    'COUNT UNIT after|before that',
    'COUNT UNIT on',
  ],
  accepts: (match, context) => {
    if (context.atoms[match.to - 1]?.lower === 'on')
      return beside(match, context, -1) === '' && beside(match, context, 1) === ',';
    return !/^(?:than|to)$/.test(beside(match, context, 1));
  },
  read: ({ values, to, from }, { atoms, published }, previous) => {
    const unit = UNIT_NAMES[values.UNIT ?? -1] ?? 'day';
    const words = atoms.slice(from, to).map((atom) => atom.lower);
    const back = words.some((word) => /^(?:earlier|beforehand|previously|before)$/.test(word));
    const anchor = anchorOf(previous) ?? (back ? published : null);
    if (!anchor) return null;
    return inferred(
      periodAround(addUnits(anchor, back ? -(values.COUNT ?? 0) : (values.COUNT ?? 0), unit), unit),
      granularityOf(unit),
    );
  },
};

/** "the same day", "the previous month", "the following year", "that week", "the next day". */
export const neighbour: Finder = {
  id: 'dates/neighbour',
  patterns: [
    'the? previous|preceding|following UNIT',
    'the? same UNIT',
    'that same? UNIT',
    'the next UNIT',
    'the day before|after',
    'the? previous|following night|evening|morning',
    'the next night|evening|morning',
    'later|earlier that same? UNIT',
    'EDGE that same? UNIT',
  ],
  accepts: isNeighbour,
  read: readNeighbour,
};

function isNeighbour(match: PatternMatch, context: DateContext): boolean {
  const words = context.atoms.slice(match.from, match.to).map((atom) => atom.lower);
  const last = words.at(-1) ?? '';
  if (/^(?:before|after)$/.test(last)) return /^(?:[.,;)"”]|)$/.test(beside(match, context, 1));
  const unit = UNIT_NAMES[match.values.UNIT ?? 1];
  return (
    !last.endsWith('s') &&
    unit !== 'hour' &&
    !(words[0] === 'that' && /^(?:in|by|after|before|since|on|of|)$/.test(beside(match, context, -1)) === false)
  );
}

function readNeighbour(match: PatternMatch, { atoms, published }: DateContext, previous: Period | null): Reading | null {
  const words = atoms.slice(match.from, match.to).map((atom) => atom.lower);
  const unit = UNIT_NAMES[match.values.UNIT ?? 1] ?? 'day';
  const has = (...wanted: readonly string[]) => words.some((word) => wanted.includes(word));
  const step = has('previous', 'preceding', 'before') ? -1 : has('following', 'next', 'after') ? 1 : 0;
  const anchor = anchorOf(previous) ?? (step < 0 ? published : null);
  if (!anchor) return step < 0 ? inferred(UNKNOWN_PERIOD, granularityOf(unit)) : null;
  const whole = periodAround(addUnits(anchor, step, unit), unit);
  const period = match.values.EDGE === undefined ? whole : edgeOf(whole, match.values.EDGE);
  return inferred(unit === 'decade' ? UNKNOWN_PERIOD : period, granularityOf(unit));
}

/** "March of that year", "2 May that year", "in June the same year": in the year of the date named before. */
export const inThatYear: Finder = {
  id: 'dates/in-that-year',
  patterns: ['MONTH of? that|the same? year', 'DAY of? MONTH of? that|the same? year', 'MONTH .? DAY of? that|the same? year'],
  accepts: ({ from, to, values }, { atoms }) => {
    const words = atoms.slice(from, to).map((atom) => atom.lower);
    const isSame = words.includes('that') || words.includes('same');
    return isSame && (values.DAY === undefined || plainDate(2000, values.MONTH ?? 0, values.DAY) !== null);
  },
  read: ({ values }, _context, previous) => {
    const anchor = anchorOf(previous);
    if (!anchor) return inferred(UNKNOWN_PERIOD, values.DAY === undefined ? 'month' : 'day');
    const { year } = yearMonth(anchor);
    if (values.DAY === undefined) return inferred(monthsPeriod(year, values.MONTH ?? 0), 'month');
    return inferred(dayPeriod(plainDate(year, values.MONTH ?? 0, values.DAY)), 'day');
  },
};

function anchorOf(previous: Period | null): PlainDate | null {
  return previous?.start ?? previous?.end ?? null;
}
