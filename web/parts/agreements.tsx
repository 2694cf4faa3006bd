import { Link } from 'wouter';
import type { CaseAgreement, ListAnswer } from '../../src/api/index.ts';
import { counted } from '../../src/wording/index.ts';
import { toIncident } from '../words/links.ts';
import { Told, Voices } from './names.tsx';
import { SaidQuotes } from './said-quotes.tsx';

/** What parties of different sides both say, folded up beside what they dispute. */
export function Agreements({ of: { items, total } }: { readonly of: ListAnswer<CaseAgreement> }) {
  if (total === 0) return null;
  return (
    <details className="rules">
      <summary>{counted(total, 'thing')} that parties of different sides both say</summary>
      {items.map(({ incident, about, voices, statements }) => (
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
      {total > items.length && <p className="soft small">The first {items.length}; the file has all.</p>}
    </details>
  );
}
