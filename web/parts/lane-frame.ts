import { timeAxis } from './time-axis.ts';

type Plot = typeof import('@observablehq/plot');

/** Pixels of a lane. */
const LANE = 48;
/** Room for names left of the lanes, where there is room. */
const NAME = 208;
/** Margins above and below the lanes together. */
const EDGES = 48;
const RIGHT = 16;
/** Below this width, in pixels, names stand in the lanes. */
const NARROW = 600;

/** How high a picture of so many lanes is, in pixels. */
export function lanesHeight(count: number): number {
  return count * LANE + EDGES;
}

/** How lanes lie in a picture of some width. */
export interface LaneLayout {
  /** Names stand in the lanes. */
  readonly isNarrow: boolean;
  /** Pixels that the days have. */
  readonly room: number;
}

export function layLanes(width: number): LaneLayout {
  const isNarrow = width < NARROW;
  return { isNarrow, room: width - (isNarrow ? 16 : NAME) - RIGHT };
}

/** Lanes over days with their names, and what is drawn in them. */
export function plotLanes(
  plot: Plot,
  {
    names,
    from,
    to,
    width,
    marks,
  }: {
    readonly names: readonly string[];
    readonly from: string;
    readonly to: string;
    readonly width: number;
    /** Vertically in lanes, downwards. */
    readonly marks: import('@observablehq/plot').Markish[];
  },
): ReturnType<Plot['plot']> {
  const { isNarrow } = layLanes(width);
  return plot.plot({
    width,
    height: lanesHeight(names.length),
    marginLeft: isNarrow ? 8 : NAME,
    marginRight: RIGHT,
    marginTop: 8,
    marginBottom: 32,
    x: timeAxis(from, to, width),
    y: { axis: null, domain: [names.length, 0] },
    marks: [
      plot.ruleY(names, { y: (_, index) => index + 1, stroke: 'var(--rule)' }),
      ...marks,
      plot.text(names, {
        y: (_: string, index: number) => index + (isNarrow ? 0.15 : 0.5),
        text: (name: string) => name,
        frameAnchor: 'left',
        dx: isNarrow ? 0 : -NAME + 4,
        textAnchor: 'start',
        fill: 'currentColor',
        fontSize: 12,
        lineWidth: isNarrow ? 24 : 16,
        textOverflow: 'ellipsis',
      }),
    ],
    symbol: { type: 'identity' },
  });
}
