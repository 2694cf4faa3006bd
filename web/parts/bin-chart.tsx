import { useCallback } from 'react';
import { Link } from 'wouter';
import type { CaseDyad, Quad } from '../../src/api/index.ts';
import { binEnd, daysLater, moment, type Unit } from '../words/days.ts';
import { QUAD_LABELS, QUADS } from '../words/grammar.ts';
import { counted, numeral, periodLabel } from '../words/labels.ts';
import { toIncidents } from '../words/links.ts';
import { type Draw, Figure } from './figure.tsx';

const LANE = 48;
const EDGES = 48;
const NAME = 208;

interface Cell {
  readonly dyad: CaseDyad;
  readonly start: string;
  readonly quad: Quad;
  readonly count: number;
  readonly y1: number;
  readonly y2: number;
}

/** Moves of many pairs as stacks by stretch of time: for more of them than can be drawn one by one. */
export function BinChart({
  dyads,
  unit,
  from,
  to,
  finding,
}: {
  readonly dyads: readonly CaseDyad[];
  readonly unit: Unit;
  readonly from: string;
  readonly to: string;
  readonly finding: string;
}) {
  const height = dyads.length * LANE + EDGES;
  const draw = useCallback<Draw>(
    (plot, width) => {
      const isNarrow = width < 600;
      const most = Math.max(1, ...dyads.flatMap(({ bins }) => bins.map(({ moves }) => moves)));
      const cells = dyads.flatMap((dyad, lane) => dyad.bins.flatMap((bin) => stack(dyad, lane, bin, most)));
      return plot.plot({
        width,
        height,
        marginLeft: isNarrow ? 8 : NAME,
        marginRight: 16,
        marginTop: 8,
        marginBottom: 32,
        x: {
          type: 'utc',
          domain: [moment(from), moment(daysLater(to, 1))],
          label: null,
          ticks: Math.max(2, Math.floor(width / 130)),
        },
        y: { axis: null, domain: [dyads.length, 0] },
        marks: [
          plot.ruleY(dyads, { y: (_, index) => index + 1, stroke: 'var(--rule)' }),
          plot.rect(cells, {
            x1: ({ start }: Cell) => moment(start),
            x2: ({ start }: Cell) => moment(binEnd(start, unit)),
            y1: 'y1',
            y2: 'y2',
            insetLeft: 0.5,
            insetRight: 0.5,
            clip: true,
            fill: ({ quad }: Cell) => `var(--f${quad})`,
            href: ({ dyad, start }: Cell) =>
              toIncidents({
                actor: dyad.actor.id,
                recipient: dyad.recipient.id,
                from: start,
                to: daysLater(binEnd(start, unit), -1),
              }),
            title: ({ dyad, start, quad, count }: Cell) =>
              `${dyad.actor.name} → ${dyad.recipient.name}, ${periodLabel(start, daysLater(binEnd(start, unit), -1))}: ${count} × ${QUAD_LABELS[quad]}`,
          }),
          plot.text(dyads, {
            y: (_: CaseDyad, index: number) => index + (isNarrow ? 0.16 : 0.6),
            text: ({ actor, recipient }: CaseDyad) => `${actor.name} → ${recipient.name}`,
            frameAnchor: 'left',
            dx: isNarrow ? 0 : -NAME + 4,
            textAnchor: 'start',
            fill: 'currentColor',
            fontSize: 12,
            lineWidth: isNarrow ? 24 : 16,
            textOverflow: 'ellipsis',
          }),
        ],
      });
    },
    [dyads, unit, from, to, height],
  );
  return <Figure finding={`${finding}.`} height={height} draw={draw} table={<BinTable dyads={dyads} />} />;
}

function stack(dyad: CaseDyad, lane: number, { start, byQuad }: CaseDyad['bins'][number], most: number): readonly Cell[] {
  let base = lane + 0.98;
  // Material conflict at the bottom, where heights compare best.
  return [...QUADS].reverse().flatMap((quad) => {
    const count = byQuad[quad];
    if (count === 0) return [];
    const [y1, y2] = [base, base - (0.9 * count) / most];
    base = y2;
    return [{ dyad, start, quad, count, y1, y2 }];
  });
}

function BinTable({ dyads }: { readonly dyads: readonly CaseDyad[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">who → whom</th>
          {QUADS.map((quad) => (
            <th key={quad} scope="col" className="n">
              {QUAD_LABELS[quad]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {dyads.map(({ actor, recipient, bins, moves }) => (
          <tr key={`${actor.id} ${recipient.id}`}>
            <th scope="row">
              <Link href={toIncidents({ actor: actor.id, recipient: recipient.id })}>
                {actor.name} → {recipient.name}: {counted(moves, 'move')}
              </Link>
            </th>
            {QUADS.map((quad) => (
              <td key={quad} className="n">
                {numeral(bins.reduce((sum, { byQuad }) => sum + byQuad[quad], 0))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
