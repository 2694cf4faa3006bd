import { beside, type Finder, inferred, type Reading } from '../finder.ts';
import { UNIT_NAMES, type UnitName } from '../patterns.ts';
import { addUnits, periodAround, UNKNOWN_PERIOD } from '../periods.ts';

/** "three days ago", "a decade ago", "ten years back". */
export const ago: Finder = {
  id: 'dates/ago',
  patterns: [
    'COUNT DASH? UNIT ago',
    'COUNT UNIT back',
    'half a year ago',
    'half? a century ago',
    'COUNT century|centuries ago',
  ],
  accepts: (match, context) =>
    !/^(?:dozen|hundred|thousand|-)$/.test(beside(match, context, -1)) &&
    (context.atoms[match.to - 1]?.lower !== 'back' || /^[.,;]?$/.test(beside(match, context, 1))),
  read: ({ values, from, to }, { published, atoms }) => {
    const words = atoms.slice(from, to).map((atom) => atom.lower);
    if (words.includes('century') || words.includes('centuries')) {
      const decades = words.includes('half') ? 5 : 10 * (values.COUNT ?? 1);
      return inferred(published ? periodAround(addUnits(published, -decades, 'decade'), 'decade') : UNKNOWN_PERIOD, 'span');
    }
    const unit = UNIT_NAMES[values.UNIT ?? -1] ?? 'day';
    const granularity = granularityOf(unit);
    if (!published) return inferred(UNKNOWN_PERIOD, granularity);
    if (values.COUNT === undefined) return inferred(periodAround(addUnits(published, -6, 'month'), 'month'), 'month');
    return inferred(periodAround(addUnits(published, -values.COUNT, unit), unit), granularity);
  },
};

/** How fine a distance counted in some unit is. */
export function granularityOf(unit: UnitName): Reading['granularity'] {
  if (unit === 'hour') return 'day';
  return unit === 'fortnight' ? 'week' : unit;
}
