import { afterAll, beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../../../test/support/cases.ts';
import { exampleCase } from '../../../test/support/exports/example-case.ts';
import { exported } from '../../../test/support/exports/exported.ts';
import { readCsvObjects } from '../../../test/support/exports/read-csv.ts';
import { collect, type OpenedCase } from '../../store/index.ts';
import { NATIVE_TABLES } from '../native-tables.ts';
import { csvTable } from './csv.ts';

onBothDatabases('CSV', ({ newCase }) => {
  let db: OpenedCase;
  beforeAll(async () => {
    db = await exampleCase(newCase().location);
  });
  afterAll(() => db.close());

  test.each(NATIVE_TABLES.map((table) => ({ name: table.name, table })))('$name can be read back', async ({ table }) => {
    const csv = Buffer.concat(await collect(csvTable(table, db, {}))).toString('utf8');
    const rows = await collect(table.rows(db, {}));
    const read = readCsvObjects(csv);
    expect(read.length).toBe(rows.length);
    for (const row of read) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]\D/);
  });

  test('names cannot run, reorder or end a cell', async () => {
    const names = readCsvObjects(await exported(db, { format: 'csv', unit: 'events' })).map((row) => row.actor_names);
    expect(names).toContain(`'=HYPERLINK("https://example.org","Ostland")`);
    expect(names.join('')).not.toContain('\u202e');
    expect(names.join('')).not.toContain('\u0000');
  });

  test('every status is told', async () => {
    const statuses = readCsvObjects(await exported(db, { format: 'csv', unit: 'events' })).map(({ status }) => status);
    expect(new Set(statuses)).toContain('alleged');
    expect(new Set(statuses)).toContain('threatened');
  });
});
