import { type CaseLedger, STANCES } from '../../src/api/index.ts';
import { counted } from '../../src/wording/index.ts';
import { useFilters } from '../client/address.ts';
import { useClaims, useLedger } from '../client/queries.ts';
import { useTitle } from '../client/title.ts';
import { ClaimLine } from '../parts/claim-line.tsx';
import { choices, FilterBar, type FilterField } from '../parts/filter-bar.tsx';
import { LedgerMatrix } from '../parts/ledger-matrix.tsx';
import { LongList } from '../parts/long-list.tsx';
import { Told } from '../parts/names.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { ledgerFinding } from '../words/stances.ts';

const FIELDS: readonly FilterField[] = [
  { name: 'speaker', label: 'who says' },
  { name: 'about', label: 'about' },
  { name: 'type', label: 'stance', values: choices(STANCES) },
  { name: 'from', label: 'from' },
  { name: 'to', label: 'to' },
  { name: 'text', label: 'words' },
];

/** Whose statements are listed, about whom: ` by Pakistan about Afghanistan`. */
function cellName({ speakers, parties }: CaseLedger, filters: URLSearchParams): string {
  const [row, column] = [filters.get('row'), filters.get('column')];
  const speaker = row === null ? undefined : (speakers.find(({ id }) => id === row)?.name ?? row);
  const party = column === null ? undefined : (parties.find(({ id }) => id === column)?.name ?? column);
  return `${speaker === undefined ? '' : ` by ${speaker}`}${party === undefined ? '' : ` about ${party}`}`;
}

/** Who says what about whom, as a matrix and as a list. */
export function ClaimsPage() {
  const { filters, change } = useFilters();
  const isCell = filters.has('row') || filters.has('column');
  const ledger = useLedger(filters);
  const pages = useClaims(filters);
  const total = pages.data?.pages[0]?.total;
  const heading = ledger.data ? ledgerFinding(ledger.data) : 'Claims';
  useTitle(heading);
  return (
    <section className="view">
      <h1>{heading}</h1>
      <FilterBar fields={FIELDS} isReviewed />
      <Waiting of={ledger}>
        {(of) =>
          of.speakers.length === 0 ? (
            <p className="empty">
              A row appears for everybody a report quotes or cites, a column for every party they speak of.
            </p>
          ) : (
            <LedgerMatrix of={of} filters={filters} />
          )
        }
      </Waiting>
      <h2 className="after" id="statements">
        {total === undefined ? 'Statements' : counted(total, 'statement')}
        {isCell && (
          <>
            <Told>{ledger.data ? cellName(ledger.data, filters) : ''}</Told>{' '}
            <button type="button" className="linklike" onClick={() => change({ row: null, column: null })}>
              all statements
            </button>
          </>
        )}
      </h2>
      <LongList
        pages={pages}
        keyOf={({ id }) => id}
        entriesOf={({ id }) => [id]}
        height={104}
        empty={<p>No statement fits. Unnamed speakers are found by their words, such as “residents”.</p>}
      >
        {(claim) => <ClaimLine of={claim} />}
      </LongList>
    </section>
  );
}
