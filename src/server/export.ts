import type { Context, Hono } from 'hono';
import { stream } from 'hono/streaming';
import { z } from 'zod';
import type { CaseFilter } from '../api/index.ts';
import { readDataFiles } from '../engine/index.ts';
import {
  EXPORT_FORMATS,
  type ExportTables,
  type ExportUnit,
  exportCase,
  exportFormat,
  exportUnit,
  loadExportTables,
} from '../export/index.ts';
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
import { RequestError } from './problems.ts';
import { FILTERS } from './query-schema.ts';
import { readFilter } from './read-filter.ts';
import type { ServedCase } from './served-case.ts';

/** Formats of lists. */
const LISTS = { csv: 'text/csv; charset=utf-8', json: 'application/json', jsonl: 'application/x-ndjson' } as const;
type FileFormat = keyof typeof LISTS;

/** Formats that hold the events or incidents of a case, or all of it. */
const CASE_FORMATS = EXPORT_FORMATS.map(({ name }) => name).filter((name) => !Object.hasOwn(LISTS, name));

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

const VIEW_NAMES = ['actors', 'claims', 'documents', 'events', 'figures', 'places', 'ties'] as const;

const { limit: _limit, cursor: _cursor, ...filters } = FILTERS;

/** What a file can be asked for: a view, narrowed down as its list is, whole. */
export const exportQuery = z.strictObject({
  ...filters,
  format: z
    .enum(['csv', 'json', 'jsonl', ...CASE_FORMATS])
    .default('csv')
    .describe('Of the file: csv, json and jsonl hold a list, the others events or incidents.'),
  view: z
    .enum([...VIEW_NAMES, 'incidents', 'case'])
    .default('events')
    .describe('A list; `incidents` and `case` for the formats that have them.'),
  unactual: z
    .enum(['yes', 'no'])
    .default('no')
    .describe('Also what is not held to have happened, in formats that cannot say so.'),
});

/** `GET /api/export`: a list as a file, exactly what the filters show; or events, incidents or the whole case in another format. */
export function addExport(app: Hono, { db, view: caseView }: ServedCase): void {
  let tables: Promise<ExportTables> | null = null;
  app.get('/api/export', async (context: Context) => {
    const { format, view, unactual, ...asked } = checkQuery(exportQuery, context);
    const { limit: _, offset: __, ...filter } = await readFilter(db, { ...asked, limit: 1 });
    const name = VIEW_NAMES.find((each) => each === view);
    if (name && isListFormat(format))
      return sendPieces(context, LISTS[format], `${view}.${format}`, VIEWS[name](db, filter, format));
    tables ??= readDataFiles().then(loadExportTables);
    const unit = unitOf(view);
    await caseView.weighed();
    const chosen = exportFormat(format);
    const chunks = exportCase(
      db,
      { format, unit: exportUnit(chosen, unit), filter, withUnactual: unactual === 'yes' },
      await tables,
    );
    return sendPieces(context, chosen.mediaType(unit), `${view}.${chosen.ending(unit)}`, chunks);
  });
}

function isListFormat(format: string): format is FileFormat {
  return Object.hasOwn(LISTS, format);
}

/** @throws RequestError where the view is a list that only csv, json and jsonl have */
function unitOf(view: string): ExportUnit {
  if (view === 'events' || view === 'incidents' || view === 'case') return view;
  throw new RequestError('bad-filter', `${view} come as ${Object.keys(LISTS).join(', ')}`);
}

/** Sends a file piece by piece. The first piece is made before anything is sent: what cannot be exported is refused, not cut off. */
async function sendPieces(
  context: Context,
  type: string,
  name: string,
  pieces: AsyncGenerator<string | Uint8Array>,
): Promise<Response> {
  const first = await pieces.next();
  context.header('content-type', type);
  context.header('content-disposition', `attachment; filename="lapwing-${name}"`);
  return stream(context, async (file) => {
    if (first.done) return;
    await file.write(first.value);
    for await (const piece of pieces) await file.write(piece);
  });
}
