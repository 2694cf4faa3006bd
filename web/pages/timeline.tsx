import { useMemo } from 'react';
import { type CaseDyad, type CaseIncident, type CaseOverview, EVENT_TYPES, STATUSES } from '../../src/api/index.ts';
import { counted, numeral } from '../../src/wording/index.ts';
import { type Filtering, useFilters } from '../client/address.ts';
import { LARGEST_PAGE, useDyads, useIncidentsAtOnce, useOverview } from '../client/queries.ts';
import { useTitle } from '../client/title.ts';
import { BinChart } from '../parts/bin-chart.tsx';
import { Brush } from '../parts/brush.tsx';
import { choices, FilterBar, type FilterField } from '../parts/filter-bar.tsx';
import { GrammarKey } from '../parts/grammar-key.tsx';
import { LaneChart } from '../parts/lane-chart.tsx';
import { Ribbon } from '../parts/ribbon.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { dayNumber, unitFor } from '../words/days.ts';
import { type LaneKind, lanesFinding, lanesOf } from '../words/lanes.ts';
import { mainSpan } from '../words/ribbon.ts';

const FIELDS: readonly FilterField[] = [
  { name: 'from', label: 'from' },
  { name: 'to', label: 'to' },
  { name: 'party', label: 'with' },
  { name: 'type', label: 'type', values: choices(EVENT_TYPES) },
  { name: 'status', label: 'status', values: choices(STATUSES) },
  { name: 'place', label: 'where' },
];

/** Lanes that are drawn; the rest is said in words. */
const MOST_LANES = 14;

/** Moves in time, in lanes by pair of parties or by place. */
export function TimelinePage() {
  const overview = useOverview();
  return <Waiting of={overview}>{(of) => <Timeline of={of} />}</Waiting>;
}

function Timeline({ of }: { readonly of: CaseOverview }) {
  const { filters, change } = useFilters();
  const span = useMemo(() => mainSpan(of.ribbon), [of]);
  const found = useIncidentsAtOnce(filters);
  if (of.ribbon.length === 0)
    return (
      <section className="view">
        <h1>No move has a date</h1>
        <p className="empty">Moves stand here by day once reports say when something happened, or when they were published.</p>
      </section>
    );
  const by: LaneKind = filters.get('lanes') === 'place' ? 'place' : 'dyad';
  return (
    <section className="view">
      <Waiting of={found}>
        {({ items, total }) =>
          total <= LARGEST_PAGE ? (
            <Lanes incidents={items} of={of} by={by} filtering={{ filters, change }} span={span} />
          ) : (
            <Bins total={total} of={of} filtering={{ filters, change }} span={span} />
          )
        }
      </Waiting>
    </section>
  );
}

interface Shown {
  readonly of: CaseOverview;
  readonly filtering: Filtering;
  readonly span: { readonly from: string; readonly to: string };
}

function windowOf({ filters }: Filtering, span: Shown['span']): Shown['span'] {
  return { from: filters.get('from') ?? span.from, to: filters.get('to') ?? span.to };
}

function Controls({ of, filtering: { filters, change }, span, heading }: Shown & { readonly heading: string }) {
  useTitle(heading);
  return (
    <>
      <h1>{heading}</h1>
      <FilterBar fields={FIELDS} />
      <fieldset className="switch">
        <legend className="unseen">Lanes</legend>
        {(['dyad', 'place'] as const).map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name="lanes"
              checked={(filters.get('lanes') ?? 'dyad') === kind}
              onChange={() => change({ lanes: kind === 'dyad' ? null : kind })}
            />{' '}
            {kind === 'dyad' ? 'who → whom' : 'places'}
          </label>
        ))}
        <span className="soft small">Drag over the days to look closer; the dates above do the same.</span>
      </fieldset>
      <Brush from={span.from} to={span.to} margin={8} onPick={(from, to) => change({ from, to })}>
        <Ribbon counts={of.ribbon} />
      </Brush>
    </>
  );
}

function Lanes({ incidents, by, ...shown }: Shown & { readonly incidents: readonly CaseIncident[]; readonly by: LaneKind }) {
  const { from, to } = windowOf(shown.filtering, shown.span);
  const names = useMemo(() => new Map(shown.of.parties.map(({ id, name }) => [id, name])), [shown.of]);
  const lanes = useMemo(() => lanesOf(incidents, by, (id) => names.get(id)), [incidents, by, names]);
  const drawn = useMemo(() => lanes.slice(0, MOST_LANES), [lanes]);
  const finding = lanesFinding(lanes, incidents.length, by);
  const left = lanes.slice(MOST_LANES).reduce((sum, lane) => sum + lane.incidents.length, 0);
  return (
    <>
      <Controls {...shown} heading={finding} />
      {drawn.length === 0 ? (
        <p className="empty">Nothing to draw: widen the days or take a filter out.</p>
      ) : (
        <LaneChart lanes={drawn} from={from} to={to} finding={finding} />
      )}
      {left > 0 && (
        <p className="soft">
          {counted(lanes.length - MOST_LANES, 'lane')} with {counted(left, 'move')} not drawn; narrow down to see them.
        </p>
      )}
      <p className="soft small">■ deed ● word, hatched where denied; a bar lasts or is only known to the span it covers.</p>
      <GrammarKey />
    </>
  );
}

function Bins({ total, ...shown }: Shown & { readonly total: number }) {
  const { from, to } = windowOf(shown.filtering, shown.span);
  const unit = unitFor(dayNumber(to) - dayNumber(from));
  const dyads = useDyads(shown.filtering.filters, unit);
  return (
    <Waiting of={dyads}>
      {({ items }) => {
        const most = [...items].sort((x, y) => y.moves - x.moves).slice(0, MOST_LANES);
        const heading = binsFinding(most, total);
        return (
          <>
            <Controls {...shown} heading={heading} />
            <BinChart dyads={most} unit={unit} from={from} to={to} finding={heading} />
            <p className="soft">
              {numeral(total)} moves are too many to draw one by one: each stack is a {unit}. Pick fewer days to see the moves.
            </p>
            <GrammarKey />
          </>
        );
      }}
    </Waiting>
  );
}

function binsFinding([first]: readonly CaseDyad[], total: number): string {
  return first
    ? `${counted(first.moves, 'move')} of ${numeral(total)} are ${first.actor.name} → ${first.recipient.name}`
    : counted(total, 'move');
}
