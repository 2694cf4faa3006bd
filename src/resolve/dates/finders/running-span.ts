import { beside, type Finder, inferred } from '../finder.ts';
import { UNIT_NAMES } from '../patterns.ts';
import { addUnits, UNKNOWN_PERIOD } from '../periods.ts';

/** "the past six months", "the last 24 hours", "the next two weeks": counted back or on from publication. */
export const runningSpan: Finder = {
  id: 'dates/running-span',
  patterns: ['past|last|previous COUNT UNIT', 'next|coming|following COUNT UNIT'],
  accepts: (match, context) =>
    match.values.COUNT !== 0 &&
    !/^(?:his|her|its|their)$/.test(beside(match, context, -1)) &&
    beside(match, context, 1) !== 'of',
  read: ({ values, from }, { published, atoms }) => {
    if (!published) return inferred(UNKNOWN_PERIOD, 'span');
    const ahead = /^(?:next|coming|following)$/.test(atoms[from]?.lower ?? '');
    const other = addUnits(published, (ahead ? 1 : -1) * (values.COUNT ?? 0), UNIT_NAMES[values.UNIT ?? -1] ?? 'day');
    return inferred(ahead ? { start: published, end: other } : { start: other, end: published }, 'span');
  },
};

/** "within 48 hours", "in three weeks' time", "two days from now": from publication on. */
export const deadline: Finder = {
  id: 'dates/deadline',
  patterns: ['within the? next? COUNT DASH? UNIT', "in COUNT UNIT ’|' time", 'COUNT UNIT from now'],
  accepts: (match, context) => !/^(?:of|after|before)$/.test(beside(match, context, 1)),
  read: ({ values, from }, { published, atoms }) => {
    if (!published) return inferred(UNKNOWN_PERIOD, 'span');
    const end = addUnits(published, values.COUNT ?? 0, UNIT_NAMES[values.UNIT ?? -1] ?? 'day');
    return inferred({ start: atoms[from]?.lower === 'within' ? published : end, end }, 'span');
  },
};
