import { useCallback, useMemo } from 'react';
import type { CaseDispute } from '../../src/api/index.ts';
import { boundsLabel, dayLabel, numeral } from '../../src/wording/index.ts';
import { figuresOf, type GivenFigure } from '../words/spread.ts';
import { type Draw, Figure } from './figure.tsx';

const ROW = 24;

/** How far the numbers of a dispute lie apart, and whose each is: a dot, or a whisker from low to high, with an arrow where it is open. */
export function SpreadChart({ of }: { readonly of: CaseDispute }) {
  const figures = useMemo(() => figuresOf(of), [of]);
  const height = figures.length * ROW + 40;
  const draw = useCallback<Draw>(
    (plot, width) => {
      const most = Math.max(...figures.map(({ low, high }) => Math.max(low, high ?? low)));
      const end = most * 1.12 + 1;
      const open = figures.filter(({ high }) => high === null);
      return plot.plot({
        width,
        height,
        marginLeft: Math.min(200, width / 2.5),
        marginRight: 24,
        marginTop: 8,
        marginBottom: 24,
        x: { domain: [0, end], label: null, ticks: Math.max(2, Math.floor(width / 100)), nice: true },
        y: { axis: null, domain: [figures.length, 0] },
        marks: [
          plot.ruleY(figures, { y: (_, index) => index + 0.5, stroke: 'var(--rule)' }),
          plot.link(
            figures.filter(({ low, high }) => high !== null && high > low),
            { x1: 'low', x2: 'high', y1: rowOf(figures), y2: rowOf(figures), stroke: 'currentColor', strokeWidth: 3 },
          ),
          plot.link(open, {
            x1: 'low',
            x2: () => end,
            y1: rowOf(figures),
            y2: rowOf(figures),
            stroke: 'currentColor',
            strokeDasharray: '2 3',
            markerEnd: 'arrow',
          }),
          plot.dot(figures, {
            x: 'low',
            y: rowOf(figures),
            r: 4,
            fill: 'currentColor',
            title: ({ who, low, high, day }: GivenFigure) =>
              `${who}: ${boundsLabel({ low, high })}${day === null ? '' : `, ${dayLabel(day)}`}`,
          }),
          plot.text(figures, {
            y: rowOf(figures),
            frameAnchor: 'left',
            dx: -Math.min(200, width / 2.5) + 2,
            textAnchor: 'start',
            text: ({ who }: GivenFigure) => who,
            fontSize: 12,
            lineWidth: 15,
            textOverflow: 'ellipsis',
            fill: 'currentColor',
          }),
        ],
      });
    },
    [figures, height],
  );
  if (figures.length === 0) return null;
  const lows = figures.map(({ low }) => low);
  const highs = figures.map(({ low, high }) => high ?? low);
  return (
    <Figure
      finding={`From ${numeral(Math.min(...lows))} to ${numeral(Math.max(...highs))}.`}
      height={height}
      draw={draw}
      table={
        <table>
          <thead>
            <tr>
              <th scope="col">who says</th>
              <th scope="col" className="n">
                how many
              </th>
              <th scope="col">first printed</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <tr key={`${figure.side} ${figure.who}`}>
                <th scope="row">{figure.who}</th>
                <td className="n">{boundsLabel(figure)}</td>
                <td>{figure.day === null ? '' : dayLabel(figure.day)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}

function rowOf(figures: readonly GivenFigure[]): (figure: GivenFigure) => number {
  return (figure) => figures.indexOf(figure) + 0.5;
}
