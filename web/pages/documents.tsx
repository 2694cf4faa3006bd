import { Link } from 'wouter';
import { counted, dayLabel } from '../../src/wording/index.ts';
import { useFilters } from '../client/address.ts';
import { useDocuments } from '../client/queries.ts';
import { useTitle } from '../client/title.ts';
import { FilterBar, type FilterField } from '../parts/filter-bar.tsx';
import { LongList } from '../parts/long-list.tsx';
import { Told } from '../parts/names.tsx';
import { toDocument } from '../words/links.ts';

const FIELDS: readonly FilterField[] = [
  { name: 'text', label: 'words' },
  { name: 'from', label: 'from' },
  { name: 'to', label: 'to' },
];

/** All reports of the case. */
export function DocumentsPage() {
  const { filters } = useFilters();
  const pages = useDocuments(filters);
  const total = pages.data?.pages[0]?.total;
  const heading = total === undefined ? 'Reports' : counted(total, 'report');
  useTitle(heading);
  return (
    <section className="view">
      <h1>{heading}</h1>
      <FilterBar fields={FIELDS} />
      <LongList
        pages={pages}
        keyOf={({ id }) => id}
        height={72}
        empty={<p>No report fits. Reports are found by all words of the field, in any inflection.</p>}
      >
        {({ id, title, source, published, counts }) => (
          <article className="document" data-line>
            <h2>
              <Link href={toDocument(id)}>
                <Told>{title ?? 'Report without a title'}</Told>
              </Link>
            </h2>
            <p className="facts">
              <Told>{source ?? 'outlet not known'}</Told>
              <span>{published === null ? 'day not known' : dayLabel(published)}</span>
              <span>{counted(counts.events, 'event')}</span>
              <span>{counted(counts.claims, 'claim')}</span>
              <span>{counted(counts.ties, 'tie')}</span>
            </p>
          </article>
        )}
      </LongList>
    </section>
  );
}
