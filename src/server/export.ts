import type { Context, Hono } from 'hono';
import { stream } from 'hono/streaming';
import { z } from 'zod';
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
  TIE_LIST,
} from '../show/index.ts';
import {
  type CaseDb,
  eachClaim,
  eachEvent,
  eachFigure,
  eachTie,
  listActors,
  listDocuments,
  listPlaces,
} from '../store/index.ts';
import { checkQuery } from './check-request.ts';
import { FILTERS } from './query-schema.ts';
import { readFilter } from './read-filter.ts';
import type { ServedCase } from './served-case.ts';

/** Formats of a file. */
const FORMATS = { csv: 'text/csv; charset=utf-8', json: 'application/json', jsonl: 'application/x-ndjson' } as const;
type FileFormat = keyof typeof FORMATS;

type Lines = (db: CaseDb, filter: CaseFilter, format: FileFormat) => AsyncGenerator<string>;
type Read<Entry> = (db: CaseDb, filter: CaseFilter) => AsyncIterable<Entry> | Promise<readonly Entry[]>;

function lines<Entry>(list: CaseList<Entry>, read: Read<Entry>): Lines {
  return async function* (db, filter, format) {
    let isFirst = true;
    for await (const entry of await read(db, filter)) {
      if (format === 'jsonl') yield `${JSON.stringify(entry)}\n`;
      else if (format === 'json') yield `${isFirst ? '[' : ','}\n${JSON.stringify(entry)}`;
      else yield `${isFirst ? csvHeading(list, entry) : ''}${csvEntry(list, entry)}`;
      isFirst = false;
    }
    if (format === 'json') yield isFirst ? '[]\n' : '\n]\n';
  };
}

const VIEWS = {
  actors: lines(ACTOR_LIST, listActors),
  claims: lines(CLAIM_LIST, eachClaim),
  documents: lines(DOCUMENT_LIST, listDocuments),
  events: lines(EVENT_LIST, eachEvent),
  figures: lines(FIGURE_LIST, eachFigure),
  places: lines(PLACE_LIST, listPlaces),
  ties: lines(TIE_LIST, eachTie),
} as const satisfies Readonly<Record<string, Lines>>;

const { limit: _limit, cursor: _cursor, ...filters } = FILTERS;

/** What a file can be asked for: a view, narrowed down as its list is, whole. */
export const exportQuery = z.strictObject({
  ...filters,
  format: z.enum(['csv', 'json', 'jsonl']).default('csv').describe('Of the file.'),
  view: z
    .enum(['actors', 'claims', 'documents', 'events', 'figures', 'places', 'ties'])
    .default('events')
    .describe('The list.'),
});

/** `GET /api/export`: a list as a file, exactly what the filters show. */
export function addExport(app: Hono, { db }: ServedCase): void {
  app.get('/api/export', async (context: Context) => {
    const { format, view, ...asked } = checkQuery(exportQuery, context);
    const { limit: _, offset: __, ...filter } = await readFilter(db, { ...asked, limit: 1 });
    context.header('content-type', FORMATS[format]);
    context.header('content-disposition', `attachment; filename="lapwing-${view}.${format}"`);
    return stream(context, async (file) => {
      for await (const line of VIEWS[view](db, filter, format)) await file.write(line);
    });
  });
}
