import { expect, test } from 'vitest';
import { onBothDatabases } from '../../test/support/cases.ts';
import { exampleRecord } from '../../test/support/example-record.ts';
import { exampleCase } from '../../test/support/exports/example-case.ts';
import { hostileRecord } from '../../test/support/hostile-record.ts';
import { collect } from '../store/index.ts';
import { NATIVE_TABLES, type TableRow } from './native-tables.ts';
import { entriesOf } from './record-entries.ts';

const RECORDS = [exampleRecord(), hostileRecord()].map(entriesOf);

/** Sorted, and without the one character that databases cannot hold. */
const sorted = (rows: readonly TableRow[]) => rows.map((row) => JSON.stringify(row).replaceAll('\\u0000', '\ufffd')).sort();

test('every table of reports can be made of records; those of a whole case cannot', () => {
  const ofCases = NATIVE_TABLES.filter(({ rowsOf }) => rowsOf === null).map(({ name }) => name);
  expect(ofCases).toEqual(['actors', 'places', 'incidents', 'incident_events', 'decisions']);
});

onBothDatabases('rows of records', ({ newCase }) => {
  test('are those of a case that holds them, but for the day they were added', async () => {
    const db = await exampleCase(newCase().location);
    try {
      for (const { name, columns, rows, rowsOf } of NATIVE_TABLES) {
        if (!rowsOf) continue;
        const added = columns.findIndex((column) => column.name === 'added_at');
        const kept = (await collect(rows(db, {}))).map((row) => row.map((cell, at) => (at === added ? null : cell)));
        expect(kept.length, name).toBeGreaterThan(0);
        expect(sorted(RECORDS.flatMap(rowsOf)), name).toEqual(sorted(kept));
      }
    } finally {
      await db.close();
    }
  });
});
