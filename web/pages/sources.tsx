import { Link } from 'wouter';
import type { CaseIncident, CaseOutlet } from '../../src/api/index.ts';
import { counted, dayLabel, numeral } from '../../src/wording/index.ts';
import { useSources } from '../client/queries.ts';
import { useTitle } from '../client/title.ts';
import { ExportLinks } from '../parts/export-links.tsx';
import { IncidentLine } from '../parts/incident-line.tsx';
import { Told } from '../parts/names.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { toDocument } from '../words/links.ts';

const FEW = 5;
const NO_FILTERS = new URLSearchParams();

/** What each outlet reported first, alone, or otherwise than others. */
export function SourcesPage() {
  const answer = useSources();
  return (
    <Waiting of={answer}>
      {({ items, total }) => {
        const heading = findingOf(items, total);
        return <Outlets heading={heading} of={items} />;
      }}
    </Waiting>
  );
}

function findingOf(outlets: readonly CaseOutlet[], total: number): string {
  const [most] = [...outlets].sort((a, b) => b.alone.length - a.alone.length);
  return most && most.alone.length > 0
    ? `${counted(total, 'outlet')}; ${most.name ?? 'an outlet not known'} tells most that nobody else does`
    : counted(total, 'outlet');
}

function Outlets({ heading, of }: { readonly heading: string; readonly of: readonly CaseOutlet[] }) {
  useTitle(heading);
  return (
    <section className="view">
      <h1>{heading}</h1>
      <ExportLinks filters={NO_FILTERS} />
      {of.length === 0 && (
        <p className="empty">Outlets stand here with what each told first, alone and otherwise, once reports are added.</p>
      )}
      <div className="scrolls">
        <table>
          <thead>
            <tr>
              <th scope="col">outlet</th>
              {['reports', 'first', 'alone', 'otherwise'].map((name) => (
                <th key={name} scope="col" className="n">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {of.map(({ name, documents, first, alone, differently }) => (
              <tr key={name ?? ''}>
                <th scope="row">
                  <a href={`#${anchorOf(name)}`}>
                    <Told>{name ?? 'outlet not known'}</Told>
                  </a>
                </th>
                {[documents, first, alone, differently].map((list, index) => (
                  <td key={['reports', 'first', 'alone', 'otherwise'][index]} className="n">
                    {numeral(list.length)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {of.map((outlet) => (
        <Outlet key={outlet.name ?? ''} of={outlet} />
      ))}
    </section>
  );
}

function anchorOf(name: string | null): string {
  return `outlet-${(name ?? 'unknown').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
}

function Outlet({ of: { name, documents, first, alone, differently } }: { readonly of: CaseOutlet }) {
  return (
    <section id={anchorOf(name)} className="outlet-of">
      <h2>
        <Told>{name ?? 'outlet not known'}</Told>
      </h2>
      <p className="list-line">
        {documents.slice(0, FEW).map((document) => (
          <Link key={document.id} href={toDocument(document.id)}>
            <Told>{document.title ?? 'Report without a title'}</Told>
            {document.published !== null && `, ${dayLabel(document.published)}`}
          </Link>
        ))}
        {documents.length > FEW && <span>and {numeral(documents.length - FEW)} more</span>}
      </p>
      <div className="sides">
        <IncidentsOf title="told first" of={first} empty="Nothing that others told later." />
        <IncidentsOf title="told alone" of={alone} empty="Nothing that nobody else told." />
        <section>
          <h3>told otherwise ({numeral(differently.length)})</h3>
          {differently.slice(0, FEW).map(({ incident, says }) => (
            <div key={incident.id}>
              <IncidentLine of={incident} quoted={false} />
              <p className="soft small">{says}</p>
            </div>
          ))}
          {differently.length === 0 && <p className="empty">It agrees with the others where they tell the same.</p>}
        </section>
      </div>
    </section>
  );
}

function IncidentsOf({
  title,
  of,
  empty,
}: {
  readonly title: string;
  readonly of: readonly CaseIncident[];
  readonly empty: string;
}) {
  return (
    <section>
      <h3>
        {title} ({numeral(of.length)})
      </h3>
      {of.slice(0, FEW).map((incident) => (
        <IncidentLine key={incident.id} of={incident} quoted={false} />
      ))}
      {of.length === 0 && <p className="empty">{empty}</p>}
    </section>
  );
}
