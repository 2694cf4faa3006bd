import { useCallback } from 'react';
import { Link } from 'wouter';
import type { CaseIncident } from '../../src/api/index.ts';
import { dayNumber, daysLater, moment } from '../words/days.ts';
import { FILL_CLASSES, fillOf } from '../words/fill.ts';
import { isDeed } from '../words/grammar.ts';
import { counted, listed, periodLabel, plain } from '../words/labels.ts';
import type { Lane } from '../words/lanes.ts';
import { toIncident } from '../words/links.ts';
import { type Draw, Figure } from './figure.tsx';
import { paint } from './paint.ts';

/** Pixels of a lane: deeds in its upper half, words in its lower. */
const LANE = 48;
const EDGES = 48;
const NAME = 208;
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

/** Incidents as marks in lanes: a square is a deed, a circle a word, a bar more than a day. */
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
  const height = lanes.length * LANE + EDGES;
  const draw = useCallback<Draw>(
    (plot, width) => {
      const isNarrow = width < 600;
      const perDay = (width - (isNarrow ? 16 : NAME) - 16) / Math.max(1, dayNumber(to) - dayNumber(from) + 1);
      const marks = lanes.flatMap(({ incidents }, lane) => placed(incidents, lane, perDay, from, to, isNarrow ? 0.18 : 0));
      const lasting = marks.filter(({ x, end }) => end.getTime() - x.getTime() > 86_400_000);
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
        y: { axis: null, domain: [lanes.length, 0] },
        marks: [
          plot.ruleY(lanes, { y: (_, index) => index + 1, stroke: 'var(--rule)' }),
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
          plot.text(lanes, {
            y: (_: Lane, index: number) => index + (isNarrow ? 0.14 : 0.5),
            text: 'label',
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
    },
    [lanes, from, to, height],
  );
  return <Figure finding={`${finding}.`} height={height} draw={draw} table={<LaneTable lanes={lanes} />} />;
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
  return `${names(actors)} → ${names(recipients)}: ${plain(type)} (${status}), ${isPublicationDay ? 'reported ' : ''}${periodLabel(day, lastDay)}${where}`;
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
                <Link href={toIncident(incident.id)}>{plain(incident.type)}</Link>
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
