import { FILTER_NAMES } from '../words/filters.ts';

/** The list that a page shows, as the export of the API names it; a page that is missing here shows none that can be had as a file. */
const LIST_OF: Readonly<Record<string, string>> = {
  actors: 'actors',
  claims: 'claims',
  documents: 'documents',
  incidents: 'incidents',
  map: 'incidents',
  network: 'ties',
  timeline: 'incidents',
};

const NAMES: ReadonlySet<string> = new Set([...FILTER_NAMES, 'from', 'to', 'text']);

/** Links to files that hold what a page shows, narrowed down as it is. */
export function ExportLinks({ filters }: { readonly filters: URLSearchParams }) {
  const list = LIST_OF[location.pathname.split('/')[1] || 'incidents'];
  if (list === undefined) return null;
  return (
    <>
      Export what is shown:{' '}
      {(['csv', 'jsonl'] as const).map((format) => (
        <a key={format} href={exportAddress(filters, format, list)} download>
          {format.toUpperCase()}
        </a>
      ))}
    </>
  );
}

function exportAddress(filters: URLSearchParams, format: string, view: string): string {
  const query = new URLSearchParams([...filters].filter(([name]) => NAMES.has(name)));
  query.set('format', format);
  query.set('view', view);
  return `/api/export?${query}`;
}
