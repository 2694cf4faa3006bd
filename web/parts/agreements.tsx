import { Link } from 'wouter';
import { counted } from '../../src/wording/index.ts';
import { type Filters, useAgreements } from '../client/queries.ts';
import { toIncident } from '../words/links.ts';
import { Told, Voices } from './names.tsx';
import { SaidQuotes } from './said-quotes.tsx';

/** What parties of different sides both say, folded up beside what they dispute. */
export function Agreements({ filters }: { readonly filters: Filters }) {
  const { data } = useAgreements(filters);
  if (!data || data.total === 0) return null;
  return (
    <details className="rules">
      <summary>{counted(data.total, 'thing')} that parties of different sides both say</summary>
      {data.items.map(({ incident, about, voices, statements }) => (
        <article key={incident} className="incident">
          <p className="head">
            <Link href={toIncident(incident)}>
              <Told>{about}</Told>
            </Link>
          </p>
          <p className="facts">
            <Voices of={voices} />
          </p>
          <ul>
            <SaidQuotes of={statements} />
          </ul>
        </article>
      ))}
      {data.total > data.items.length && <p className="soft small">The first {data.items.length}; the file has all.</p>}
    </details>
  );
}
