import { useCallback, useMemo } from 'react';
import { Link } from 'wouter';
import { QUADS, type RibbonCount } from '../../src/api/index.ts';
import { counted, dayLabel, numeral, periodLabel, quadLabel } from '../../src/wording/index.ts';
import { dayNumber, daysLater, moment, type Unit, unitFor } from '../words/days.ts';
import { FILL_CLASSES } from '../words/fill.ts';
import { toIncidents } from '../words/links.ts';
import { mainSpan, type RibbonCell, ribbonFinding, stackRibbon } from '../words/ribbon.ts';
import { type Draw, Figure } from './figure.tsx';
import { paint } from './paint.ts';
import { timeAxis } from './time-axis.ts';

const HEIGHT = 176;

/** Moves over time: deeds above the line, words below, by kind, hollow where they are not facts. */
export function Ribbon({ counts }: { readonly counts: readonly RibbonCount[] }) {
  const { from, to, before } = useMemo(() => mainSpan(counts), [counts]);
  const unit = unitFor(dayNumber(to) - dayNumber(from));
  const cells = useMemo(() => stackRibbon(counts, unit), [counts, unit]);
  const shown = useMemo(() => cells.filter(({ end }) => end > from), [cells, from]);
  const draw = useCallback<Draw>(
    (plot, width) =>
      plot.plot({
        width,
        height: HEIGHT,
        marginLeft: 8,
        marginRight: 8,
        marginTop: 16,
        marginBottom: 32,
        x: timeAxis(from, to, width),
        y: { axis: null },
        marks: [
          ...FILL_CLASSES.map((fill) =>
            plot.rect(
              shown.filter((cell) => cell.fill === fill),
              {
                x1: ({ start }: RibbonCell) => moment(start),
                x2: ({ end }: RibbonCell) => moment(end),
                y1: 'from',
                y2: 'to',
                inset: 0.75,
                ...paint<RibbonCell>(fill, ({ quad }) => quad),
                href: ({ start, end }: RibbonCell) => toIncidents({ from: start, to: daysLater(end, -1) }),
                title: (cell: RibbonCell) =>
                  `${stretch(cell)}: ${numeral(cell.count)} × ${quadLabel(cell.quad)}${fill === 'fact' ? '' : `, ${FILL_NAME[fill]}`}`,
              },
            ),
          ),
          plot.ruleY([0], { stroke: 'currentColor', strokeWidth: 1 }),
          plot.text(['deeds'], { frameAnchor: 'top-left', dy: -14, fill: 'var(--soft)' }),
          plot.text(['words'], { frameAnchor: 'bottom-left', dy: -4, fill: 'var(--soft)' }),
        ],
      }),
    [shown, from, to],
  );
  return (
    <>
      <Figure finding={ribbonFinding(counts)} height={HEIGHT} draw={draw} table={<RibbonTable cells={cells} unit={unit} />} />
      {before > 0 && (
        <p className="soft small">
          <Link href={toIncidents({ to: daysLater(from, -1) })}>{counted(before, 'move')} told as background</Link>, before{' '}
          {dayLabel(from)}, are in the table.
        </p>
      )}
    </>
  );
}

const FILL_NAME = {
  fact: '',
  hollow: 'only alleged',
  struck: 'denied',
  dotted: 'threatened, demanded, planned or supposed',
} as const;

function stretch({ start, end }: Pick<RibbonCell, 'start' | 'end'>): string {
  return periodLabel(start, daysLater(end, -1));
}

function RibbonTable({ cells, unit }: { readonly cells: readonly RibbonCell[]; readonly unit: Unit }) {
  const starts = [...new Set(cells.map(({ start }) => start))];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{unit}</th>
          {QUADS.map((quad) => (
            <th key={quad} scope="col" className="n">
              {quadLabel(quad)}
            </th>
          ))}
          <th scope="col" className="n">
            of them not facts
          </th>
        </tr>
      </thead>
      <tbody>
        {starts.map((start) => {
          const row = cells.filter((cell) => cell.start === start);
          const sum = (fits: (cell: RibbonCell) => boolean) => row.filter(fits).reduce((total, { count }) => total + count, 0);
          const end = row[0]?.end ?? start;
          return (
            <tr key={start}>
              <th scope="row">
                <Link href={toIncidents({ from: start, to: daysLater(end, -1) })}>{stretch({ start, end })}</Link>
              </th>
              {QUADS.map((quad) => (
                <td key={quad} className="n">
                  {sum((cell) => cell.quad === quad) || ''}
                </td>
              ))}
              <td className="n">{sum((cell) => cell.fill !== 'fact') || ''}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
