import { type FormEvent, useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import type { CaseOverview } from '../../src/api/index.ts';
import { counted, numeral, periodLabel } from '../../src/wording/index.ts';
import { useOverview } from '../client/queries.ts';
import { useTitle } from '../client/title.ts';
import { DisputeLine } from '../parts/dispute-line.tsx';
import { GrammarKey } from '../parts/grammar-key.tsx';
import { IncidentLine } from '../parts/incident-line.tsx';
import { Told } from '../parts/names.tsx';
import { Ribbon } from '../parts/ribbon.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { toActor, toExchange, toIncidents } from '../words/links.ts';
import { ribbonFinding } from '../words/ribbon.ts';

/** What the case is about, in one screen. */
export function OverviewPage() {
  const overview = useOverview();
  useTitle(overview.data?.name ?? 'Overview');
  return (
    <Waiting of={overview}>
      {(found) =>
        found.counts.documents === 0 && found.jobs.length === 0 ? <EmptyCase of={found} /> : <Overview of={found} />
      }
    </Waiting>
  );
}

function Overview({ of }: { readonly of: CaseOverview }) {
  const { counts } = of;
  return (
    <div className="overview">
      <header className="opening">
        <h1>
          <Told>{of.name}</Told>
        </h1>
        <p className="line">
          <Link href="/documents">{counted(counts.documents, 'report')}</Link>
          <Link href="/sources">{counted(counts.sources, 'outlet')}</Link>
          <span>{periodLabel(of.from, of.to)}</span>
          <Link href={toIncidents({ acts: 'no' })}>{counted(counts.incidents, 'incident')}</Link>
          <Link href="/claims">{counted(counts.claims, 'claim')}</Link>
          <Link href="/actors">{counted(counts.actors, 'actor')}</Link>
          <Link href="/network">{counted(counts.ties, 'tie')}</Link>
          <Link href="/print">Print the dossier</Link>
        </p>
        {of.jobs.map(({ id, done, total }) => (
          <p key={id} className="note" role="status">
            Reading reports: {numeral(done)} of {numeral(total)}.{' '}
            <Link href={`/add?job=${encodeURIComponent(id)}`}>Progress</Link>
          </p>
        ))}
        {of.note !== null && <p className="note">{of.note}</p>}
        <SearchBox />
      </header>
      <section className="over-time" aria-labelledby="over-time">
        <h2 id="over-time">{ribbonFinding(of.ribbon)}</h2>
        {of.ribbon.length > 0 && <Ribbon counts={of.ribbon} />}
        <GrammarKey />
      </section>
      <div className="columns">
        <section aria-labelledby="latest">
          <h2 id="latest">
            The last {numeral(of.latest.length)} of{' '}
            <Link href={toIncidents({ acts: 'no' })}>{counted(counts.incidents, 'incident')}</Link>
          </h2>
          {of.latest.map((incident) => (
            <IncidentLine key={incident.id} of={incident} />
          ))}
        </section>
        <div>
          <Parties of={of} />
          <Disputes of={of} />
          <Sources of={of} />
        </div>
      </div>
    </div>
  );
}

function SearchBox() {
  const [, go] = useLocation();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    if (words !== '') go(`/search?${new URLSearchParams({ q: words })}`);
  };
  return (
    <form className="ask" role="search" aria-label="Search the case" onSubmit={onSubmit}>
      <input name="q" type="search" aria-label="Words to search the case for" placeholder="What do the reports say about …" />
      <button type="submit">Search</button>
    </form>
  );
}

function Parties({ of: { parties } }: { readonly of: CaseOverview }) {
  const most = useMemo(() => Math.max(1, ...parties.map((party) => party.out + party.in)), [parties]);
  const [first, second] = parties;
  return (
    <section aria-labelledby="parties">
      <h2 id="parties">
        {first ? `${first.name} takes part in most moves: ${numeral(first.out + first.in)}` : 'Nobody is named'}
      </h2>
      <table className="parties">
        <thead>
          <tr>
            <th scope="col">Party</th>
            <th scope="col" className="n">
              acts
            </th>
            <th scope="col" className="n">
              is acted on
            </th>
            <th aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {parties.slice(0, 8).map((party) => (
            <tr key={party.id}>
              <th scope="row">
                <Link href={toActor(party.id)}>
                  <Told>{party.name}</Told>
                </Link>
              </th>
              <td className="n">
                <Link href={toIncidents({ actor: party.id })}>{numeral(party.out)}</Link>
              </td>
              <td className="n">
                <Link href={toIncidents({ recipient: party.id })}>{numeral(party.in)}</Link>
              </td>
              <td aria-hidden="true" className="bars">
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" width="100%" height="8">
                  <rect className="bar-out" width={(100 * party.out) / most} height="8" />
                  <rect className="bar-in" x={(100 * party.out) / most} width={(100 * party.in) / most} height="8" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {first && second && (
        <p className="more">
          <Link href={toExchange(first.id, second.id)}>
            How {first.name} and {second.name} answered each other
          </Link>
        </p>
      )}
    </section>
  );
}

function Disputes({ of: { disputes, counts } }: { readonly of: CaseOverview }) {
  return (
    <section aria-labelledby="disputed">
      <h2 id="disputed">
        {counts.disputes === 0 ? (
          'Nobody contradicts anybody'
        ) : (
          <>
            <Link href="/disputes">{counted(counts.disputes, 'matter')}</Link> disputed
          </>
        )}
      </h2>
      {disputes.map((dispute) => (
        <DisputeLine key={dispute.id} of={dispute} />
      ))}
      {disputes.length === 0 && (
        <p className="empty">
          A dispute appears where two parties say what cannot both be true: one accuses and another denies, or their numbers
          differ.
        </p>
      )}
    </section>
  );
}

function Sources({ of: { sources } }: { readonly of: CaseOverview }) {
  return (
    <section aria-labelledby="outlets">
      <h2 id="outlets">
        <Link href="/sources">{counted(sources.length, 'outlet')}</Link> told it
      </h2>
      <p className="list-line">
        {sources.map(({ name, documents }) => (
          <span key={name ?? ''}>
            <Told>{name ?? 'outlet not known'}</Told> <b>{numeral(documents)}</b>
          </span>
        ))}
      </p>
    </section>
  );
}

function EmptyCase({ of }: { readonly of: CaseOverview }) {
  return (
    <section className="trouble">
      <h1>
        <Told>{of.name}</Told> has no reports yet
      </h1>
      <p>
        <Link href="/add">Paste or drop some reports</Link>, or add them from the command line:{' '}
        <code>lapwing add FOLDER --case {of.name}</code>.
      </p>
    </section>
  );
}
