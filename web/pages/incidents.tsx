import { EVENT_TYPES, STATUSES } from '../../src/api/index.ts';
import { codeWords, counted, periodLabel } from '../../src/wording/index.ts';
import { useFilters } from '../client/address.ts';
import { useIncidents } from '../client/queries.ts';
import { useTitle } from '../client/title.ts';
import { choices, FilterBar, type FilterField, FilterTick } from '../parts/filter-bar.tsx';
import { IncidentLine } from '../parts/incident-line.tsx';
import { LongList } from '../parts/long-list.tsx';

const FIELDS: readonly FilterField[] = [
  { name: 'actor', label: 'who' },
  { name: 'recipient', label: 'whom' },
  { name: 'type', label: 'type', values: choices(EVENT_TYPES) },
  { name: 'status', label: 'status', values: choices(STATUSES) },
  { name: 'place', label: 'where' },
  { name: 'from', label: 'from' },
  { name: 'to', label: 'to' },
  { name: 'text', label: 'words' },
];

/** All that happened or was threatened, asked or planned, narrowed down by what the address says: what every number leads to. */
export function IncidentsPage() {
  const { filters } = useFilters();
  const pages = useIncidents(filters);
  const total = pages.data?.pages[0]?.total;
  const heading =
    total === undefined ? 'Moves' : `${counted(total, filters.get('acts') === 'no' ? 'incident' : 'move')}${narrowed(filters)}`;
  useTitle(heading);
  return (
    <section className="view">
      <h1>{heading}</h1>
      <FilterBar fields={FIELDS} isReviewed>
        <FilterTick name="acts" value="no" label="only what happened" />
      </FilterBar>
      <LongList
        pages={pages}
        keyOf={({ id }) => id}
        entriesOf={({ tellings }) => tellings.map(({ id }) => id)}
        height={112}
        empty={
          <p>Nothing fits. Take a filter out: days count by when it happened, names may be ids (PAK) or names (Pakistan).</p>
        }
      >
        {(incident) => <IncidentLine of={incident} />}
      </LongList>
    </section>
  );
}

/** What a list is narrowed down to, as the end of a heading. */
function narrowed(filters: URLSearchParams): string {
  const has = (name: string) => filters.getAll(name).join(' or ');
  const said = [
    has('type') && codeWords(has('type')),
    has('status') && codeWords(has('status')),
    has('actor') && `by ${has('actor')}`,
    has('recipient') && `toward ${has('recipient')}`,
    has('party') && `with ${has('party')}`,
    has('place') && `at ${has('place')}`,
    (has('from') || has('to')) && periodLabel(filters.get('from'), filters.get('to')),
    has('text') && `with “${has('text')}”`,
    has('document') && 'told by one report',
  ].filter((part) => typeof part === 'string' && part !== '');
  return said.length === 0 ? '' : `: ${said.join(', ')}`;
}
