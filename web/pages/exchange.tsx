import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { CaseExchange, CaseOverview } from '../../src/api/index.ts';
import { counted } from '../../src/wording/index.ts';
import { useFilters } from '../client/address.ts';
import { useKeys } from '../client/keys.ts';
import { useExchange, useOverview } from '../client/queries.ts';
import { useTitle } from '../client/title.ts';
import { Rung } from '../parts/exchange-rung.tsx';
import { ExchangeStrip, ScoreSeries, scoreFinding } from '../parts/exchange-strip.tsx';
import { ExportLinks } from '../parts/export-links.tsx';
import { GrammarKey } from '../parts/grammar-key.tsx';
import { VirtualList } from '../parts/long-list.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { exchangeFinding, inTime } from '../words/exchange.ts';

/** How two parties moved and countermoved, move by move. Without a pair in the address, the two that move most. */
export function ExchangePage() {
  const overview = useOverview();
  return <Waiting of={overview}>{(of) => <Exchange of={of} />}</Waiting>;
}

function Exchange({ of }: { readonly of: CaseOverview }) {
  const { filters, change } = useFilters();
  const states = of.parties.filter(({ kind }) => kind === 'state');
  const [first, second] = states.length > 1 ? states : of.parties;
  const a = filters.get('a') ?? first?.id ?? null;
  const b = filters.get('b') ?? of.parties.find(({ id }) => id !== a && id === second?.id)?.id ?? first?.id ?? null;
  const level = filters.get('level') === 'party' ? 'party' : 'country';
  const answer = useExchange(a, b, level);
  useTitle(answer.data ? exchangeFinding(answer.data) : 'Exchange');
  if (a === null || b === null || a === b)
    return (
      <section className="view">
        <h1>No two parties to compare yet</h1>
        <p className="empty">
          An exchange needs reports that name two parties. Add reports, and the pair with most moves stands here.
        </p>
      </section>
    );
  return (
    <section className="view exchange">
      <Waiting of={answer}>
        {(found) => (
          <>
            <h1>{exchangeFinding(found)}</h1>
            <form className="filters" aria-label="Pair">
              <PartyField label="first" chosen={found.a} of={of} onChange={(id) => change({ a: id, b })} />
              <PartyField label="second" chosen={found.b} of={of} onChange={(id) => change({ a, b: id })} />
              <label>
                <span>organs of a state</span>
                <select value={level} onChange={(event) => change({ level: event.target.value })}>
                  <option value="country">count as the state</option>
                  <option value="party">each for itself</option>
                </select>
              </label>
              <ExportLinks filters={new URLSearchParams({ a, b, level })} />
            </form>
            <Moves key={`${found.a.id} ${found.b.id} ${level}`} of={found} />
          </>
        )}
      </Waiting>
    </section>
  );
}

function PartyField({
  label,
  chosen,
  of,
  onChange,
}: {
  readonly label: string;
  readonly chosen: { readonly id: string; readonly name: string };
  readonly of: CaseOverview;
  readonly onChange: (id: string) => void;
}) {
  const known = of.parties.some(({ id }) => id === chosen.id);
  return (
    <label>
      <span>{label}</span>
      <select value={chosen.id} onChange={(event) => onChange(event.target.value)}>
        {!known && <option value={chosen.id}>{chosen.name}</option>}
        {of.parties.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Moves({ of }: { readonly of: CaseExchange }) {
  const [withThirds, setThirds] = useState(false);
  const { filters, change } = useFilters();
  const [isOpen, setOpen] = useState(false);
  // The box is ticked at once; the ladder follows.
  const drawsThirds = useDeferredValue(withThirds);
  const moves = useMemo(() => inTime(of, drawsThirds), [of, drawsThirds]);
  const byId = useMemo(() => new Map(moves.map((move) => [move.id, move])), [moves]);
  const chosen = moves.findIndex(({ id }) => id === filters.get('move'));
  const at = chosen < 0 ? null : chosen;
  const step = (by: number) => {
    const next = moves[at === null ? (by > 0 ? 0 : moves.length - 1) : Math.max(0, Math.min(moves.length - 1, at + by))];
    setOpen(false);
    if (next) change({ move: next.id }, { replace: true });
  };
  // Not of the filters: choosing a move must not draw the pictures again.
  const hrefOf = useCallback(
    (move: string) => `/exchange?${new URLSearchParams({ a: of.a.id, b: of.b.id, level: of.level, move })}`,
    [of],
  );
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    e: () => setOpen((now) => !now),
    Escape: () => change({ move: null }, { replace: true }),
  });
  if (of.moves.length === 0)
    return (
      <p className="empty">
        Choose another pair, or count the organs of a state as the state: a ministry’s move is then its country’s.
      </p>
    );
  return (
    <>
      <ExchangeStrip of={of} hrefOf={hrefOf} />
      <p className="soft small">
        ■ deed ● word, hatched where denied; a line leads to the move that a report says is answered.
      </p>
      <GrammarKey />
      <h2>{scoreFinding(of)}</h2>
      <ScoreSeries of={of} />
      <h2>Move by move</h2>
      <p className="ladder-head">
        <b>{of.a.name}</b>
        <label>
          <input type="checkbox" checked={withThirds} onChange={(event) => setThirds(event.target.checked)} /> third parties (
          {counted(of.thirds.length, 'move')})
        </label>
        <b>{of.b.name}</b>
      </p>
      <VirtualList items={moves} keyOf={({ id, side }) => `${side} ${id}`} height={128} shown={at}>
        {(move, index) => (
          <div className={index === at ? 'chosen' : undefined}>
            <Rung
              of={move}
              answered={byId.get(move.answers?.move ?? '') ?? null}
              open={index === at && isOpen}
              hrefOf={hrefOf}
            />
          </div>
        )}
      </VirtualList>
    </>
  );
}
