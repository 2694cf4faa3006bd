import { useEffect } from 'react';
import { counted } from '../../src/wording/index.ts';
import { useFilters } from '../client/address.ts';
import { fetched, useAgreements, useDisputes } from '../client/queries.ts';
import { useTitle } from '../client/title.ts';
import { Agreements } from '../parts/agreements.tsx';
import { DisputeSides } from '../parts/dispute-sides.tsx';
import { FilterBar, type FilterField } from '../parts/filter-bar.tsx';
import { LongList } from '../parts/long-list.tsx';

const FIELDS: readonly FilterField[] = [
  { name: 'party', label: 'with' },
  { name: 'from', label: 'from' },
  { name: 'to', label: 'to' },
];

/** What cannot all be true, side by side. */
export function DisputesPage() {
  const { filters } = useFilters();
  const pages = useDisputes(filters);
  const agreements = useAgreements(filters);
  const total = pages.data?.pages[0]?.total;
  const open = fetched(pages).find(({ id }) => id === filters.get('open'));
  const heading =
    total === undefined ? 'Disputes' : total === 0 ? 'Nobody contradicts anybody' : `${counted(total, 'matter')} disputed`;
  useTitle(open ? `Disputed: ${open.about}` : heading);
  useEffect(() => {
    if (open) scrollTo({ top: 0 });
  }, [open]);
  return (
    <section className="view">
      <h1>{heading}</h1>
      <FilterBar fields={FIELDS} />
      {open && (
        <div className="opened">
          <DisputeSides of={open} />
        </div>
      )}
      {agreements.data && <Agreements of={agreements.data} />}
      <LongList
        pages={pages}
        keyOf={({ id }) => id}
        height={280}
        empty={
          <p>
            A dispute appears where two parties say what cannot both be true: one accuses and another denies, or their numbers
            differ.
          </p>
        }
      >
        {(dispute) => <DisputeSides of={dispute} />}
      </LongList>
    </section>
  );
}
