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

/** "the 19th century", "the early twentieth century": from the first year of the hundred to its last. */
export const century: Finder = {
  id: 'dates/century',
  patterns: ['CENTURY century', 'EDGE DASH? CENTURY DASH? century', 'CENTURY DASH century'],
  accepts: ({ values }) => (values.CENTURY ?? 0) >= 1 && (values.CENTURY ?? 0) <= 21,
  read: ({ values }) => {
    const first = 100 * ((values.CENTURY ?? 1) - 1) + 1;
    const [from, to] = CENTURY_PARTS[values.EDGE ?? -1] ?? [0, 99];
    return stated(yearsPeriod(first + from, first + to), 'span');
  },
};

/** Years of a century by edge: early, middle, late, its opening, its close. */
const CENTURY_PARTS: readonly (readonly [number, number])[] = [
  [0, 32],
  [33, 66],
  [67, 99],
  [0, 24],
  [75, 99],
];

function isFourDigits(value: number | undefined): boolean {
  return value !== undefined && value >= 1800;
}

/** Early: years 0-3, middle: 4-6, late: 7-9. */
function decadePart(first: number, edge: number | undefined): Period {
  if (edge === undefined) return yearsPeriod(first, first + 9);
  if (edge === 1) return yearsPeriod(first + 4, first + 6);
  return edge === 0 || edge === 3 ? yearsPeriod(first, first + 3) : yearsPeriod(first + 7, first + 9);
}
