import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../../../test/support/cases.ts';
import { exampleCase } from '../../../test/support/exports/example-case.ts';
import { exportedBytes } from '../../../test/support/exports/exported.ts';
import { collect, type OpenedCase } from '../../store/index.ts';
import { NATIVE_TABLES } from '../native-tables.ts';
import { parquetFile } from './parquet.ts';

async function read(bytes: Buffer): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return parquetReadObjects({ file: new Uint8Array(bytes).buffer });
}

onBothDatabases('Parquet', ({ newCase }) => {
  let db: OpenedCase;
  beforeAll(async () => {
    db = await exampleCase(newCase().location);
  });
  afterAll(() => db.close());

  test.each(NATIVE_TABLES.map((table) => ({ name: table.name, table })))('$name can be read back', async ({ table }) => {
    const rows = await collect(table.rows(db, {}));
    const back = await read(Buffer.concat(await collect(parquetFile(table.columns, table.rows(db, {})))));
    expect(back.length).toBe(rows.length);
    for (const [at, row] of rows.entries())
      for (const [column, { name, kind }] of table.columns.entries()) {
        const [cell, found] = [row[column] ?? null, back[at]?.[name] ?? null];
        if (kind === 'date') expect(found instanceof Date ? found.toISOString().slice(0, 10) : found).toBe(cell);
        else if (kind === 'whole') expect(found === null ? null : Number(found)).toBe(cell);
        else expect(found).toBe(typeof cell === 'string' ? cell.toWellFormed() : cell);
      }
  });

  test.each(['events', 'incidents'] as const)('%s as one table', async (unit) => {
    const rows = await read(await exportedBytes(db, { format: 'parquet', unit }));
    expect(rows.length).toBeGreaterThan(2);
    expect(new Set(rows.map(({ status }) => status))).toContain('alleged');
  });
});

test('more rows than a group holds', async () => {
  async function* rows() {
    for (let number = 0; number < 12_001; number++) yield [number];
  }
  const back = await read(Buffer.concat(await collect(parquetFile([{ name: 'n', kind: 'whole' }], rows()))));
  expect(back.length).toBe(12_001);
  expect(back.at(-1)).toEqual({ n: 12_000n });
});
