import { FILTER_NAMES } from '../words/filters.ts';

/** The lists that pages show, as the export of the API names them, and what each is called beside others; a page that is missing here
 * shows none that can be had as a file. */
const LISTS_OF: Readonly<Record<string, readonly (readonly [view: string, name: string])[]>> = {
  actors: [['actors', '']],
  claims: [
    ['claims', ''],
    ['ledger', 'matrix'],
  ],
  disputes: [
    ['disputes', ''],
    ['agreements', 'agreements'],
  ],
  documents: [['documents', '']],
  exchange: [['exchange', '']],
  incidents: [['incidents', '']],
  map: [['incidents', '']],
  network: [['network', '']],
  sources: [['sources', '']],
  timeline: [
    ['incidents', ''],
    ['dyads', 'pairs by day'],
  ],
};

const NAMES: ReadonlySet<string> = new Set([
  ...FILTER_NAMES,
  ...['from', 'to', 'text', 'confidence', 'row', 'column', 'a', 'b', 'level'],
]);

/** Links to files that hold what a page shows, narrowed down as it is. */
export function ExportLinks({ filters }: { readonly filters: URLSearchParams }) {
  const page = location.pathname.split('/')[1] || 'incidents';
  const lists = LISTS_OF[page];
  if (lists === undefined) return null;
  return (
    <span className="exports">
      Export what is shown:{' '}
      {lists.flatMap(([view, name]) =>
        (['csv', 'json'] as const).map((format) => (
          <a key={`${view} ${format}`} href={exportAddress(filters, format, view)} download>
            {name !== '' && format === 'csv' ? `${name} CSV` : format.toUpperCase()}
          </a>
        )),
      )}
      <a href={`/print?${filters}`}>Print</a>
    </span>
  );
}

function exportAddress(filters: URLSearchParams, format: string, view: string): string {
  const query = new URLSearchParams([...filters].filter(([name, value]) => NAMES.has(name) && value !== ''));
  query.set('format', format);
  query.set('view', view);
  return `/api/export?${query}`;
}
