import { useCallback } from 'react';
import { Link } from 'wouter';
import { type CaseDyad, QUADS, type Quad } from '../../src/api/index.ts';
import { counted, numeral, periodLabel, quadLabel } from '../../src/wording/index.ts';
import { binEnd, daysLater, moment, type Unit } from '../words/days.ts';
import { toIncidents } from '../words/links.ts';
import { type Draw, Figure } from './figure.tsx';
import { lanesHeight, plotLanes } from './lane-frame.ts';

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
  const draw = useCallback<Draw>(
    (plot, width) => {
      const most = Math.max(1, ...dyads.flatMap(({ bins }) => bins.map(({ moves }) => moves)));
      const cells = dyads.flatMap((dyad, lane) => dyad.bins.flatMap((bin) => stack(dyad, lane, bin, most)));
      return plotLanes(plot, {
        ...{ from, to, width },
        names: dyads.map(nameOf),
        marks: [
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
              `${nameOf(dyad)}, ${periodLabel(start, daysLater(binEnd(start, unit), -1))}: ${count} × ${quadLabel(quad)}`,
          }),
        ],
      });
    },
    [dyads, unit, from, to],
  );
  return <Figure finding={`${finding}.`} height={lanesHeight(dyads.length)} draw={draw} table={<BinTable dyads={dyads} />} />;
}

function nameOf({ actor, recipient }: CaseDyad): string {
  return `${actor.name} → ${recipient.name}`;
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
              {quadLabel(quad)}
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
