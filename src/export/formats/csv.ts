import { csvLine } from '../../base/index.ts';
import type { ExportFormat, ExportSource } from '../export-format.ts';
import { HAPPENING_COLUMNS } from '../happening-columns.ts';
import { cellsOf, NATIVE_TABLES, type NativeTable } from '../native-tables.ts';
import { zip } from '../zip.ts';

/** Comma-separated values (RFC 4180), UTF-8: all tables of a case in a zip archive, or one flat table of events or incidents. */
export const CSV: ExportFormat = {
  name: 'csv',
  title: 'CSV',
  mediaType: (unit) => (unit === 'case' ? 'application/zip' : 'text/csv; charset=utf-8; header=present'),
  ending: (unit) => (unit === 'case' ? 'zip' : 'csv'),
  units: ['case', 'events', 'incidents'],
  says: 'status',
  write: (source) => (source.unit === 'case' ? zip(NATIVE_TABLES.map((table) => csvEntry(table, source))) : flat(source)),
};

function csvEntry(table: NativeTable, { db, filter }: ExportSource) {
  return { name: `${table.name}.csv`, pieces: csvTable(table, db, filter) };
}

/** Lines put together before they are handed on. */
const LINES_AT_ONCE = 500;

/** A table as CSV with a line of names, piece by piece. */
export async function* csvTable(
  table: NativeTable,
  db: ExportSource['db'],
  filter: ExportSource['filter'],
): AsyncGenerator<Uint8Array> {
  let lines = [csvLine(table.columns.map(({ name }) => name))];
  for await (const row of table.rows(db, filter)) {
    lines.push(csvLine(row));
    if (lines.length < LINES_AT_ONCE) continue;
    yield Buffer.from(lines.join(''), 'utf8');
    lines = [];
  }
  yield Buffer.from(lines.join(''), 'utf8');
}

async function* flat(source: ExportSource): AsyncGenerator<string> {
  const cells = cellsOf(HAPPENING_COLUMNS);
  yield csvLine(cells.map(({ name }) => name));
  for await (const happening of source.happenings()) yield csvLine(cells.map(({ of }) => of(happening)));
}
