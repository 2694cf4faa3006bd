import { Link } from 'wouter';
import { codeWords, counted } from '../../src/wording/index.ts';
import { useFilters } from '../client/address.ts';
import { useActors } from '../client/queries.ts';
import { useTitle } from '../client/title.ts';
import { FilterBar, type FilterField } from '../parts/filter-bar.tsx';
import { LongList } from '../parts/long-list.tsx';
import { Told } from '../parts/names.tsx';
import { toActor } from '../words/links.ts';

const FIELDS: readonly FilterField[] = [{ name: 'text', label: 'name' }];

/** Everybody the reports name. */
export function ActorsPage() {
  const { filters } = useFilters();
  const pages = useActors(filters);
  const total = pages.data?.pages[0]?.total;
  const heading = total === undefined ? 'Actors' : `${counted(total, 'actor')} named`;
  useTitle(heading);
  return (
    <section className="view">
      <h1>{heading}</h1>
      <FilterBar fields={FIELDS} />
      <LongList
        pages={pages}
        keyOf={({ id }) => id}
        height={48}
        empty={<p>Nobody of that name. Names are found by their beginning, in any of their spellings.</p>}
      >
        {({ id, name, kind, country, documents, acts, receives, says }) => (
          <article className="actor-line" data-line>
            <Link href={toActor(id)}>
              <b>
                <Told>{name}</Told>
              </b>
            </Link>
            <span className="soft">
              {codeWords(kind)}
              {country !== null && `, ${country}`}
            </span>
            <span className="soft">{counted(documents, 'report')}</span>
            <span className="soft">acts {acts}</span>
            <span className="soft">is acted on {receives}</span>
            <span className="soft">says {says}</span>
          </article>
        )}
      </LongList>
    </section>
  );
}
