import { lazy, Suspense, useDeferredValue, useMemo } from 'react';
import type { CaseTieView } from '../../src/api/index.ts';
import { dayLabel, numeral } from '../../src/wording/index.ts';
import { useFilters } from '../client/address.ts';
import { useTies } from '../client/queries.ts';
import { useTitle } from '../client/title.ts';
import { ExportLinks } from '../parts/export-links.tsx';
import { TieTable } from '../parts/tie-table.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { dayNumber, dayOf } from '../words/days.ts';
import { tiesAround, tiesBy, tiesFinding } from '../words/ties.ts';

/** The library that draws it comes when the network is opened. */
const TieGraph = lazy(() => import('../parts/tie-graph.tsx'));

/** Actors and their lasting ties, by day; around one actor where the address names it. */
export function NetworkPage() {
  const { filters } = useFilters();
  const all = new URLSearchParams(filters);
  for (const name of ['party', 'to']) all.delete(name);
  const answer = useTies(all);
  return <Waiting of={answer}>{({ items, total }) => <Network ties={items} total={total} />}</Waiting>;
}

function Network({ ties, total }: { readonly ties: readonly CaseTieView[]; readonly total: number }) {
  const { filters, change } = useFilters();
  const centres = useMemo(() => filters.getAll('party'), [filters]);
  const days = useMemo(() => ties.flatMap(({ first }) => first ?? []).sort(), [ties]);
  const [first, last] = [days[0] ?? null, days.at(-1) ?? null];
  const day = filters.get('to') ?? last;
  const shown = useMemo(() => {
    const told = day === null ? ties : tiesBy(ties, day);
    return centres.length === 0 ? told : tiesAround(told, centres, 1);
  }, [ties, day, centres]);
  const actors = useMemo(
    () => [...new Map(ties.flatMap(({ from, to }) => [[from.id, from.name] as const, [to.id, to.name] as const]))],
    [ties],
  );
  const expand = (actor: string) =>
    change({ party: centres.includes(actor) ? centres.filter((id) => id !== actor) : [...centres, actor] });
  // The picture follows the slider, the table when there is time.
  const listed = useDeferredValue(shown);
  const heading = tiesFinding(shown);
  useTitle(heading);
  return (
    <section className="view">
      <h1>{heading}</h1>
      <form className="filters" aria-label="Narrow down">
        <label>
          <span>around</span>
          <select
            value={centres.length > 1 ? 'several' : (centres[0] ?? '')}
            onChange={(event) => change({ party: event.target.value })}
          >
            <option value="">everybody</option>
            {centres.length > 1 && (
              <option value="several" disabled>
                {centres.length} actors
              </option>
            )}
            {actors.map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {first !== null && last !== null && day !== null && first < last && (
          <label className="slider">
            <span>told by {dayLabel(day)}</span>
            <input
              type="range"
              min={dayNumber(first)}
              max={dayNumber(last)}
              value={dayNumber(day)}
              onChange={(event) => change({ to: dayOf(Number(event.target.value)) }, { replace: true })}
            />
          </label>
        )}
        <ExportLinks filters={filters} />
      </form>
      {ties.length === 0 ? (
        <p className="empty">
          A tie is a lasting relation a report speaks of: a group is part of another, hosts it, leads it, speaks for it.
        </p>
      ) : (
        <>
          <Suspense fallback={<div className="graph" style={{ height: 520 }} />}>
            <TieGraph ties={ties} shown={shown} centres={centres} onPick={expand} />
          </Suspense>
          <p className="soft small">
            Whole line: a report says so itself. Dashed with ❝: only somebody says so. Dotted with ≠: somebody denies it. Choose
            an actor to see what is around it, another to go on from there, one again to leave it out.
            {total > ties.length && ` The first ${numeral(ties.length)} of ${numeral(total)} are drawn.`}
          </p>
          <div className="scrolls">
            <TieTable of={listed} />
          </div>
        </>
      )}
    </section>
  );
}
