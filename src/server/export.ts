import type { Context, Hono } from 'hono';
import { stream } from 'hono/streaming';
import { z } from 'zod';
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
import type { ListFormat } from '../show/index.ts';
import { checkQuery } from './check-request.ts';
import { LIST_FILE_NAMES, LIST_FILES, LIST_FORMATS } from './list-files.ts';
import { RequestError } from './problems.ts';
import { FILTERS, words } from './query-schema.ts';
import { readFilter } from './read-filter.ts';
import type { ServedCase } from './served-case.ts';

/** Formats that hold the events or incidents of a case, or all of it. */
const CASE_FORMATS = EXPORT_FORMATS.map(({ name }) => name).filter((name) => !Object.hasOwn(LIST_FORMATS, name));

const { limit: _limit, cursor: _cursor, ...filters } = FILTERS;

/** What a file can be asked for: a view, narrowed down as its list is, whole. */
export const exportQuery = z.strictObject({
  ...filters,
  format: z
    .enum(['csv', 'json', 'jsonl', ...CASE_FORMATS])
    .default('csv')
    .describe('Of the file: csv, json and jsonl hold a list, the others events or incidents.'),
  view: z
    .enum([...LIST_FILE_NAMES, 'case'])
    .default('events')
    .describe('A list; `incidents` and `case` for the formats that have them.'),
  a: words.optional().describe('Of an exchange: id of a party.'),
  b: words.optional().describe('Of an exchange: id of the other.'),
  row: words.optional().describe('Of claims: the row of the ledger they stand in.'),
  column: words.optional().describe('Of claims: the column.'),
  level: z.enum(['party', 'country']).default('party').describe('Of pairs: each organ for itself, or a country as one.'),
  unit: z.enum(['day', 'week', 'month']).default('day').describe('Of pairs over time: length of a bin.'),
  unactual: z
    .enum(['yes', 'no'])
    .default('no')
    .describe('Also what is not held to have happened, in formats that cannot say so.'),
});

/** `GET /api/export`: a list as a file, exactly what the filters show; or events, incidents or the whole case in another format. */
export function addExport(app: Hono, { db, view: caseView }: ServedCase): void {
  let tables: Promise<ExportTables> | null = null;
  app.get('/api/export', async (context: Context) => {
    const { format, view, unactual, a, b, row, column, level, unit: bins, ...asked } = checkQuery(exportQuery, context);
    const { limit: _, offset: __, ...filter } = await readFilter(db, { ...asked, limit: 1 });
    if (view !== 'case' && isListFormat(format)) {
      const pieces = LIST_FILES[view](caseView, { filter, a, b, ledger: { row, column }, level, unit: bins }, format);
      return sendPieces(context, LIST_FORMATS[format], `${view}.${format}`, pieces);
    }
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

function isListFormat(format: string): format is ListFormat {
  return Object.hasOwn(LIST_FORMATS, format);
}

/** @throws RequestError where the view is a list that only csv, json and jsonl have */
function unitOf(view: string): ExportUnit {
  if (view === 'events' || view === 'incidents' || view === 'case') return view;
  throw new RequestError('bad-filter', `${view} come as ${Object.keys(LIST_FORMATS).join(', ')}`);
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
