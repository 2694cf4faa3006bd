import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleCase } from '../../test/support/exports/example-case.ts';
import { exported, exportedBytes } from '../../test/support/exports/exported.ts';
import { readCsv } from '../../test/support/exports/read-csv.ts';
import type { OpenedCase } from '../store/index.ts';
import { csvTable } from './formats/csv.ts';
import { EXPORT_FORMATS } from './formats/index.ts';
import { NATIVE_TABLES } from './native-tables.ts';

/** Names that break out of what they are put into, in every format: see test/support/hostile-record.ts. */

let db: OpenedCase;
beforeAll(async () => {
  db = await exampleCase({ dialect: 'sqlite', path: ':memory:', name: 'hostile' });
});
afterAll(() => db.close());

/** How a cell begins that runs in a spreadsheet, and what hides or reorders the rest of its line. */
const HARMFUL = /^[=+@\t\r\n＝＋－＠]|^-(?!\d)|(?![\t\r\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;

function harmfulCells(csv: string): readonly string[] {
  return readCsv(csv)
    .flat()
    .filter((cell) => HARMFUL.test(cell));
}

test.each(NATIVE_TABLES.map((table) => ({ name: table.name, table })))('no cell of $name.csv does harm', async ({ table }) => {
  const pieces: Uint8Array[] = [];
  for await (const piece of csvTable(table, db, {})) pieces.push(piece);
  expect(harmfulCells(Buffer.concat(pieces).toString('utf8'))).toEqual([]);
});

test.each(['events', 'incidents'] as const)('no cell of the CSV of %s does harm', async (unit) => {
  const csv = await exported(db, { format: 'csv', unit });
  expect(csv).toContain("'=HYPERLINK");
  expect(harmfulCells(csv)).toEqual([]);
});

const EACH = EXPORT_FORMATS.flatMap((format) => format.units.map((unit) => ({ name: format.name, unit, format })));
const TEXT = EACH.filter(({ format, unit }) => !/zip|parquet/.test(format.mediaType(unit)));

test.each(TEXT)('$name of $unit is whole UTF-8, and a script in it is a text', async ({ name, unit, format }) => {
  const text = await exported(db, { format: name, unit, ...(unit !== 'case' && { withUnactual: true }) });
  const type = format.mediaType(unit);
  expect(text.isWellFormed()).toBe(true);
  if (/xml/.test(type)) expect(text).not.toMatch(/<script|\]\]>|\p{Cs}|[\ufffe\uffff]/u);
  if (/jsonl|x-ndjson/.test(type)) for (const line of text.split('\n').slice(0, -1)) JSON.parse(line);
  else if (/json/.test(type)) JSON.parse(text);
  if (/json|xml/.test(type)) expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
});

test('packed formats are given too', async () => {
  expect((await exportedBytes(db, { format: 'csv' })).subarray(0, 2).toString()).toBe('PK');
});
