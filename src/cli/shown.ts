import type { CaseFilter } from '../api/index.ts';
import {
  ACTOR_LIST,
  type CaseList,
  CLAIM_LIST,
  csvEntry,
  csvHeading,
  DOCUMENT_LIST,
  EVENT_LIST,
  FIGURE_LIST,
  PLACE_LIST,
  renderCaseTable,
  TIE_LIST,
} from '../show/index.ts';
import {
  type CaseDb,
  countActors,
  countClaims,
  countDocuments,
  countEvents,
  countFigures,
  countPlaces,
  countTies,
  eachClaim,
  eachEvent,
  eachFigure,
  eachTie,
  listActors,
  listDocuments,
  listPlaces,
} from '../store/index.ts';
import type { FilterOptions } from './case-filter.ts';

/** How a list is printed. */
export type ShowFormat = 'table' | 'json' | 'csv';

/** What can be shown of a case. Filters not named are refused rather than passed over. */
export interface Shown {
  readonly filters: readonly (keyof FilterOptions)[];
  count(db: CaseDb, filter: CaseFilter): Promise<number>;
  /** The text of a list, piece by piece. */
  print(db: CaseDb, filter: CaseFilter, format: ShowFormat, width: number): AsyncGenerator<string>;
}

type Source<Entry> = (db: CaseDb, filter: CaseFilter) => AsyncIterable<Entry> | Promise<readonly Entry[]>;

function shown<Entry>(filters: Shown['filters'], list: CaseList<Entry>, count: Shown['count'], read: Source<Entry>): Shown {
  return {
    filters,
    count,
    async *print(db, filter, format, width) {
      const entries = await read(db, filter);
      if (format === 'json') yield* printJson(entries);
      else if (format === 'csv') yield* printCsv(list, entries);
      else yield* printTable(list, entries, await count(db, filter), width);
    },
  };
}

/** A JSON list, an entry a line. */
async function* printJson<Entry>(entries: AsyncIterable<Entry> | readonly Entry[]): AsyncGenerator<string> {
  let before = '[';
  for await (const entry of entries) {
    yield `${before}\n${JSON.stringify(entry)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

async function* printCsv<Entry>(
  list: CaseList<Entry>,
  entries: AsyncIterable<Entry> | readonly Entry[],
): AsyncGenerator<string> {
  let isFirst = true;
  for await (const entry of entries) {
    if (isFirst) yield csvHeading(list, entry);
    isFirst = false;
    yield csvEntry(list, entry);
  }
}

async function* printTable<Entry>(
  { noun, ...list }: CaseList<Entry>,
  entries: AsyncIterable<Entry> | readonly Entry[],
  total: number,
  width: number,
): AsyncGenerator<string> {
  const rows: Entry[] = [];
  for await (const entry of entries) rows.push(entry);
  yield renderCaseTable({ noun, ...list }, rows, `${total} ${total === 1 ? noun[0] : noun[1]}`, width);
  if (rows.length < total) yield `the first ${rows.length} of ${total}; --limit shows more\n`;
}

/** What `lapwing show` knows, by the word for it. */
export const SHOWN: Readonly<Record<string, Shown>> = {
  events: shown(
    ['actor', 'recipient', 'dyad', 'type', 'status', 'speaker', 'place', 'from', 'to', 'text', 'document'],
    EVENT_LIST,
    countEvents,
    eachEvent,
  ),
  claims: shown(
    ['actor', 'recipient', 'dyad', 'type', 'speaker', 'from', 'to', 'text', 'document'],
    CLAIM_LIST,
    countClaims,
    eachClaim,
  ),
  actors: shown(['actor', 'type', 'text', 'document'], ACTOR_LIST, countActors, listActors),
  ties: shown(
    ['actor', 'recipient', 'dyad', 'type', 'speaker', 'from', 'to', 'text', 'document'],
    TIE_LIST,
    countTies,
    eachTie,
  ),
  figures: shown(['type', 'from', 'to', 'document'], FIGURE_LIST, countFigures, eachFigure),
  places: shown(['place', 'type', 'text', 'document'], PLACE_LIST, countPlaces, listPlaces),
  documents: shown(['from', 'to', 'text', 'document'], DOCUMENT_LIST, countDocuments, listDocuments),
};
