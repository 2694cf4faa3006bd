import { useCallback } from 'react';
import { Link } from 'wouter';
import type { CaseIncident } from '../../src/api/index.ts';
import { codeWords, counted, isDeed, listed, periodLabel } from '../../src/wording/index.ts';
import { dayNumber, daysLater, moment } from '../words/days.ts';
import { FILL_CLASSES, fillOf } from '../words/fill.ts';
import type { Lane } from '../words/lanes.ts';
import { toIncident } from '../words/links.ts';
import { type Draw, Figure } from './figure.tsx';
import { lanesHeight, layLanes, plotLanes } from './lane-frame.ts';
import { paint } from './paint.ts';

/** Pixels that a mark takes in a row before the next day's must give way. */
const MARK = 9;

interface Mark {
  readonly incident: CaseIncident;
  readonly lane: number;
  readonly x: Date;
  readonly end: Date;
  /** Downwards, in lanes. */
  readonly y: number;
}

/** Incidents as marks in lanes, deeds in the upper half, words in the lower: a square is a deed, a circle a word, a bar more than a day. */
export function LaneChart({
  lanes,
  from,
  to,
  finding,
}: {
  readonly lanes: readonly Lane[];
  readonly from: string;
  readonly to: string;
  readonly finding: string;
}) {
  const draw = useCallback<Draw>(
    (plot, width) => {
      const { isNarrow, room } = layLanes(width);
      const perDay = room / Math.max(1, dayNumber(to) - dayNumber(from) + 1);
      const marks = lanes.flatMap(({ incidents }, lane) => placed(incidents, lane, perDay, from, to, isNarrow ? 0.18 : 0));
      const lasting = marks.filter(({ x, end }) => end.getTime() - x.getTime() > 86_400_000);
      return plotLanes(plot, {
        ...{ from, to, width },
        names: lanes.map(({ label }) => label),
        marks: [
          plot.link(lasting, {
            x1: 'x',
            x2: 'end',
            y1: 'y',
            y2: 'y',
            stroke: ({ incident }: Mark) => `var(--l${incident.quad})`,
            strokeWidth: 3,
            strokeOpacity: 0.45,
          }),
          ...FILL_CLASSES.map((fill) =>
            plot.dot(
              marks.filter(({ incident }) => fillOf(incident.status) === fill),
              {
                x: 'x',
                y: 'y',
                r: 4,
                symbol: ({ incident }: Mark) => (isDeed(incident.quad) ? 'square' : 'circle'),
                ...paint<Mark>(fill, ({ incident }) => incident.quad),
                href: ({ incident }: Mark) => toIncident(incident.id),
                title: ({ incident }: Mark) => incidentTitle(incident),
              },
            ),
          ),
        ],
      });
    },
    [lanes, from, to],
  );
  return <Figure finding={`${finding}.`} height={lanesHeight(lanes.length)} draw={draw} table={<LaneTable lanes={lanes} />} />;
}

/** Marks of a lane, those of the same days beside each other rather than on top. */
function placed(
  incidents: readonly CaseIncident[],
  lane: number,
  perDay: number,
  from: string,
  to: string,
  /** Room above for the name, in lanes. */
  below: number,
): readonly Mark[] {
  const taken = new Map<string, number>();
  const perRow = Math.max(1, Math.floor(perDay / MARK));
  return incidents.flatMap((incident) => {
    const { day, lastDay, quad } = incident;
    if (day === null || day > to || (lastDay ?? day) < from) return [];
    const start = day < from ? from : day;
    const key = `${start}|${isDeed(quad)}`;
    const nth = taken.get(key) ?? 0;
    taken.set(key, nth + 1);
    const column = nth % perRow;
    const row = Math.floor(nth / perRow) % 2;
    const share = perRow === 1 ? 0.5 : (column + 0.5) / perRow;
    const x = new Date(moment(start).getTime() + share * 86_400_000);
    const y = lane + below + (isDeed(quad) ? 0.3 - row * (below === 0 ? 0.18 : 0) : 0.62 + row * (below === 0 ? 0.18 : 0));
    return [{ incident, lane, x, end: moment(daysLater(lastDay ?? start, 1)), y }];
  });
}

function incidentTitle({ actors, recipients, type, status, day, lastDay, isPublicationDay, places }: CaseIncident): string {
  const names = (of: readonly { readonly name: string }[]) => listed(of.map(({ name }) => name)) || 'nobody named';
  const where = places.length === 0 ? '' : `, ${listed(places.map(({ name }) => name))}`;
  return `${names(actors)} → ${names(recipients)}: ${codeWords(type)} (${status}), ${isPublicationDay ? 'reported ' : ''}${periodLabel(day, lastDay)}${where}`;
}

function LaneTable({ lanes }: { readonly lanes: readonly Lane[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">lane</th>
          <th scope="col">when</th>
          <th scope="col">what</th>
          <th scope="col">status</th>
        </tr>
      </thead>
      <tbody>
        {lanes.flatMap(({ key, label, incidents }) =>
          incidents.slice(0, 100).map((incident) => (
            <tr key={`${key} ${incident.id}`}>
              <th scope="row">{label}</th>
              <td>{periodLabel(incident.day, incident.lastDay)}</td>
              <td>
                <Link href={toIncident(incident.id)}>{codeWords(incident.type)}</Link>
              </td>
              <td>{incident.status}</td>
            </tr>
          )),
        )}
      </tbody>
      <caption className="unseen">{counted(lanes.length, 'lane')}</caption>
    </table>
  );
}
