import { beside, type Finder, stated } from '../finder.ts';
import { type Period, yearsPeriod } from '../periods.ts';

/** "1980s", "the late 1990s", "the '80s", "the eighties". */
export const decade: Finder = {
  id: 'dates/decade',
  patterns: ['DECADE', 'EDGE DASH? of? the? DECADE'],
  accepts: (match, context) =>
    /^(?:the|of|early|mid|late|-)$/.test(beside(match, context, -1)) ||
    match.to - match.from > 1 ||
    isFourDigits(match.values.DECADE),
  read: ({ values }) => stated(decadePart(values.DECADE ?? 0, values.EDGE), values.EDGE === undefined ? 'decade' : 'span'),
};

function isFourDigits(value: number | undefined): boolean {
  return value !== undefined && value >= 1800;
}

/** Early: years 0-3, middle: 4-6, late: 7-9. */
function decadePart(first: number, edge: number | undefined): Period {
  if (edge === undefined) return yearsPeriod(first, first + 9);
  if (edge === 1) return yearsPeriod(first + 4, first + 6);
  return edge === 0 || edge === 3 ? yearsPeriod(first, first + 3) : yearsPeriod(first + 7, first + 9);
}
