import type { Quad, RibbonCount } from '../../src/api/index.ts';
import { counted, dayLabel, isDeed, isFact, numeral } from '../../src/wording/index.ts';
import { binEnd, binOf, dayNumber, type Unit } from './days.ts';
import { FILL_CLASSES, type Fill, fillOf } from './fill.ts';

/** A box of the ribbon: moves of one stretch of time, kind and fill. */
export interface RibbonCell {
  readonly start: string;
  readonly end: string;
  readonly quad: Quad;
  readonly fill: Fill;
  readonly count: number;
  /** Stacked, deeds up from 0, words down. */
  readonly from: number;
  readonly to: number;
}

/** Share of the moves that may lie before what is drawn: old background must not squeeze the days the case is about. */
const BACKGROUND = 0.06;

/** The days the ribbon is drawn over, and how many moves lie before them. */
export function mainSpan(counts: readonly Pick<RibbonCount, 'day' | 'count'>[]): {
  readonly from: string;
  readonly to: string;
  readonly before: number;
} {
  const sorted = [...counts].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  const to = sorted.at(-1)?.day ?? '1970-01-01';
  let before = 0;
  let start = 0;
  for (const { count } of sorted) {
    if (before + count > total * BACKGROUND) break;
    before += count;
    start++;
  }
  const from = sorted[start]?.day ?? to;
  const first = sorted[0]?.day ?? to;
  // Leave it out only where it would take more room than the rest.
  if (dayNumber(to) - dayNumber(first) < 2 * (dayNumber(to) - dayNumber(from)) + 14) return { from: first, to, before: 0 };
  return { from, to, before: sorted.filter(({ day }) => day < from).reduce((sum, { count }) => sum + count, 0) };
}

/** Moves as stacked boxes, by stretch of time, kind and fill. */
export function stackRibbon(counts: readonly RibbonCount[], unit: Unit): readonly RibbonCell[] {
  const sums = new Map<string, { start: string; quad: Quad; fill: Fill; count: number }>();
  for (const { day, quad, status, count } of counts) {
    const [start, fill] = [binOf(day, unit), fillOf(status)];
    const key = `${start}|${quad}|${fill}`;
    sums.set(key, { start, quad, fill, count: (sums.get(key)?.count ?? 0) + count });
  }
  // Material conflict next to the line, then the others; facts nearer to it than claims.
  const order = ({ quad, fill }: { quad: Quad; fill: Fill }) => (4 - quad) * 10 + FILL_CLASSES.indexOf(fill);
  const heights = new Map<string, number>();
  return [...sums.values()]
    .sort((a, b) => order(a) - order(b))
    .map((sum) => {
      const side = `${sum.start}|${isDeed(sum.quad)}`;
      const base = heights.get(side) ?? 0;
      heights.set(side, base + sum.count);
      const sign = isDeed(sum.quad) ? 1 : -1;
      return { ...sum, end: binEnd(sum.start, unit), from: sign * base, to: sign * (base + sum.count) };
    })
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.quad - b.quad));
}

/** What the ribbon shows, in a sentence: where it peaks, and how much of it is not held to be a fact. */
export function ribbonFinding(counts: readonly RibbonCount[]): string {
  const sum = (fits: (count: RibbonCount) => boolean) => counts.filter(fits).reduce((total, { count }) => total + count, 0);
  const byDay = new Map<string, number>();
  for (const { day, count } of counts) byDay.set(day, (byDay.get(day) ?? 0) + count);
  const [peak] = [...byDay].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (!peak) return 'No move has a date';
  const [deeds, words, unsure] = [
    sum(({ quad }) => isDeed(quad)),
    sum(({ quad }) => !isDeed(quad)),
    sum(({ status }) => !isFact(status)),
  ];
  return `${counted(deeds, 'deed')} and ${counted(words, 'word')}, most on ${dayLabel(peak[0])}; ${numeral(unsure)} not held to be facts`;
}
