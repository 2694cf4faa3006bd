import { useMemo } from 'react';
import type { CaseDocumentName, CaseIncident, CaseOverview } from '../../src/api/index.ts';
import { codeWords, counted, dayLabel, listed, numeral, periodLabel } from '../../src/wording/index.ts';
import { useFilters } from '../client/address.ts';
import { fetched, LARGEST_PAGE, useDisputes, useIncidentsAtOnce, useOverview } from '../client/queries.ts';
import { useTitle } from '../client/title.ts';
import { Act } from '../parts/act.tsx';
import { DISPUTE_QUESTION } from '../parts/dispute-line.tsx';
import { harmLabel } from '../parts/incident-line.tsx';
import { Told } from '../parts/names.tsx';
import { Waiting } from '../parts/waiting.tsx';

/** Quotes of an incident that are printed. */
const QUOTES = 3;

/** The dossier on paper: what happened with numbered quotes, what is disputed, and the sources by number. */
export function PrintPage() {
  const overview = useOverview();
  useTitle(overview.data ? `${overview.data.name}, dossier` : 'Dossier');
  return <Waiting of={overview}>{(of) => <Dossier of={of} />}</Waiting>;
}

function Dossier({ of }: { readonly of: CaseOverview }) {
  const { filters } = useFilters();
  const answer = useIncidentsAtOnce(filters);
  const disputes = fetched(useDisputes(filters));
  return (
    <Waiting of={answer}>
      {({ items, total }) => (
        <section className="view narrow dossier">
          <h1>
            <Told>{of.name}</Told>
          </h1>
          <p className="line">
            <span>{counted(of.counts.documents, 'report')}</span>
            <span>{counted(of.counts.sources, 'outlet')}</span>
            <span>{periodLabel(of.from, of.to)}</span>
            <span>{counted(total, 'move')}</span>
          </p>
          {of.note !== null && <p className="soft">{of.note}</p>}
          <p className="buttons">
            <button type="button" className="main" onClick={() => print()}>
              Print or save as PDF
            </button>
          </p>
          {total > items.length && (
            <p>
              The first {numeral(LARGEST_PAGE)} of {numeral(total)}; narrow the list down to print another part.
            </p>
          )}
          <Printed incidents={items} />
          {disputes.length > 0 && (
            <>
              <h2>{counted(disputes.length, 'matter')} disputed</h2>
              <ol className="printed">
                {disputes.map(({ id, kind, about, sides }) => (
                  <li key={id}>
                    <b>{DISPUTE_QUESTION[kind]}</b> <Told>{about}</Told>:{' '}
                    {sides
                      .map(({ position, voices }) => `${position} (${listed(voices.map(({ name }) => name)) || 'reports'})`)
                      .join(' – ')}
                  </li>
                ))}
              </ol>
            </>
          )}
        </section>
      )}
    </Waiting>
  );
}

function Printed({ incidents }: { readonly incidents: readonly CaseIncident[] }) {
  const { numbers, sources } = useMemo(() => numbered(incidents), [incidents]);
  return (
    <>
      <h2>What happened</h2>
      <ol className="printed">
        {incidents.map((incident) => (
          <li key={incident.id}>
            <p>
              <b>
                {incident.isPublicationDay && 'reported '}
                {periodLabel(incident.day, incident.lastDay)}
              </b>{' '}
              <Act type={incident.type} modes={incident.modes} status={incident.status} />
              <Told>{listed(incident.actors.map(({ name }) => name)) || 'nobody named'}</Told> →{' '}
              <Told>{listed(incident.recipients.map(({ name }) => name)) || 'nobody named'}</Told>
              {incident.places.length > 0 && <Told>{` in ${listed(incident.places.map(({ name }) => name))}`}</Told>}
              {Object.entries(incident.harm).map(([kind, harm]) => `; ${codeWords(kind)} ${harmLabel(harm)}`)}
            </p>
            {incident.tellings.slice(0, QUOTES).map(({ id, quote, voices, document }) => (
              <p key={id} className="words">
                “<Told>{quote.text}</Told>”
                {voices.length > 0 && <span className="soft"> (❝ {listed([...new Set(voices.map(({ name }) => name))])})</span>}{' '}
                <sup>[{numbers.get(document.id)}]</sup>
              </p>
            ))}
          </li>
        ))}
      </ol>
      <h2>Sources</h2>
      <ol className="printed sources">
        {sources.map((document, index) => (
          <li key={document.id}>
            [{index + 1}] <Told>{document.source ?? 'outlet not known'}</Told>,{' '}
            <i>
              <Told>{document.title ?? 'without a title'}</Told>
            </i>
            {document.published !== null && `, ${dayLabel(document.published)}`} <code>{document.id.slice(0, 12)}</code>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Numbers for the reports that are quoted, in the order of the quotes. */
function numbered(incidents: readonly CaseIncident[]): {
  readonly numbers: ReadonlyMap<string, number>;
  readonly sources: readonly CaseDocumentName[];
} {
  const numbers = new Map<string, number>();
  const sources: CaseDocumentName[] = [];
  for (const { tellings } of incidents)
    for (const { document } of tellings.slice(0, QUOTES)) {
      if (numbers.has(document.id)) continue;
      sources.push(document);
      numbers.set(document.id, sources.length);
    }
  return { numbers, sources };
}
