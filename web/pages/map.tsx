import { lazy, Suspense, useMemo } from 'react';
import { type CaseIncident, EVENT_TYPES, STATUSES } from '../../src/api/index.ts';
import { boundsLabel, codeWords, counted, numeral } from '../../src/wording/index.ts';
import { useFilters } from '../client/address.ts';
import { LARGEST_PAGE, useIncidentsAtOnce } from '../client/queries.ts';
import { useTitle } from '../client/title.ts';
import { choices, FilterBar, type FilterField } from '../parts/filter-bar.tsx';
import { GrammarKey } from '../parts/grammar-key.tsx';
import { IncidentLine } from '../parts/incident-line.tsx';
import { Told } from '../parts/names.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { killedAt, sitesFinding, sitesOf } from '../words/sites.ts';

/** The map and its atlas come when it is opened. */
const SiteMap = lazy(() => import('../parts/site-map.tsx'));

const HEIGHT = 520;
const FIELDS: readonly FilterField[] = [
  { name: 'party', label: 'with' },
  { name: 'type', label: 'type', values: choices(EVENT_TYPES) },
  { name: 'status', label: 'status', values: choices(STATUSES) },
  { name: 'from', label: 'from' },
  { name: 'to', label: 'to' },
];

/** Where it happened. */
export function MapPage() {
  const { filters } = useFilters();
  const answer = useIncidentsAtOnce(filters);
  return <Waiting of={answer}>{({ items, total }) => <Places incidents={items} total={total} />}</Waiting>;
}

function Places({ incidents, total }: { readonly incidents: readonly CaseIncident[]; readonly total: number }) {
  const { filters, change } = useFilters();
  const sites = useMemo(() => sitesOf(incidents), [incidents]);
  const open = new Set(filters.getAll('site').flatMap((ids) => ids.split(',')));
  const heading = sitesFinding(sites, total);
  useTitle(heading);
  const chosen = sites.filter(({ place }) => open.has(place.id));
  return (
    <section className="view">
      <h1>{heading}</h1>
      <FilterBar fields={FIELDS} />
      {sites.length === 0 ? (
        <p className="empty">
          A move stands here when its report says where, at a place that is known. Take a filter out, or see them all in the
          timeline.
        </p>
      ) : (
        <>
          <Suspense fallback={<div className="map" style={{ height: HEIGHT }} />}>
            <SiteMap sites={sites} height={HEIGHT} onPick={(places) => change({ site: places.join(',') })} />
          </Suspense>
          <p className="soft small">
            Ring: kinds of acts, thick where held to be facts. Halo: killed, from the lowest to the highest number given. Soft
            disc: only the area is known. A number stands for places too near to tell apart: choose it to come closer.
            {total > LARGEST_PAGE && ` The first ${numeral(LARGEST_PAGE)} moves are drawn; narrow down for others.`}
          </p>
          <GrammarKey />
        </>
      )}
      {chosen.map(({ place, incidents: held }) => (
        <section key={place.id} className="after">
          <h2>
            <Told>{place.name}</Told>: {counted(held.length, 'move')}
          </h2>
          {held.map((incident) => (
            <IncidentLine key={incident.id} of={incident} />
          ))}
        </section>
      ))}
      <h2 className="after">{counted(sites.length, 'place')}</h2>
      <div className="scrolls">
        <table>
          <thead>
            <tr>
              <th scope="col">place</th>
              <th scope="col">known as</th>
              <th scope="col" className="n">
                moves
              </th>
              <th scope="col" className="n">
                killed
              </th>
            </tr>
          </thead>
          <tbody>
            {sites.map(({ place, incidents: held }) => (
              <tr key={place.id}>
                <th scope="row">
                  <button type="button" className="linklike" onClick={() => change({ site: place.id })}>
                    <Told>{place.name}</Told>
                  </button>
                </th>
                <td className="soft">{codeWords(place.kind)}</td>
                <td className="n">{numeral(held.length)}</td>
                <td className="n">{killedAt(held).low > 0 ? boundsLabel(killedAt(held)) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
