import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onBothDatabases } from '../../test/support/cases.ts';
import { exampleRecord } from '../../test/support/example-record.ts';
import { exampleCase } from '../../test/support/exports/example-case.ts';
import { exported, exportedBytes } from '../../test/support/exports/exported.ts';
import { hostileRecord } from '../../test/support/hostile-record.ts';
import type { OpenedCase } from '../store/index.ts';
import { EXPORT_FORMATS, exportUnit } from './index.ts';

const EXAMPLE = exampleRecord();

onBothDatabases('exports', ({ newCase }) => {
  let db: OpenedCase;
  beforeAll(async () => {
    db = await exampleCase(newCase().location);
  });
  afterAll(() => db.close());

  const each = EXPORT_FORMATS.flatMap((format) => format.units.map((unit) => ({ name: format.name, unit, format })));

  describe.each(each)('$name of $unit', ({ name, unit, format }) => {
    test('gives the same bytes again, and some', async () => {
      const first = await exportedBytes(db, { format: name, unit });
      expect(first.length).toBeGreaterThan(0);
      expect((await exportedBytes(db, { format: name, unit })).equals(first)).toBe(true);
    });

    if (unit !== 'case' && format.says !== 'status')
      test('leaves out what has not happened, unless asked', async () => {
        const left: string[] = [];
        const filter = { document: [EXAMPLE.document.id] };
        await exportedBytes(db, {
          format: name,
          unit,
          filter,
          onLeftOut: ({ status }, why) => why === 'status' && left.push(status),
        });
        expect(left.length).toBeGreaterThan(0);
        expect(left).not.toContain('actual');
        expect(left).not.toContain('ongoing');
        const none: string[] = [];
        const all = { format: name, unit, filter, withUnactual: true };
        const whole = await exportedBytes(db, { ...all, onLeftOut: (_, why) => why === 'status' && none.push(why) });
        expect(none).toEqual([]);
        expect(whole.length).toBeGreaterThan((await exportedBytes(db, { format: name, unit, filter })).length);
      });
  });

  test('records come out as the bytes they went in as', async () => {
    const records = [EXAMPLE, hostileRecord()].sort((a, b) => (a.document.id < b.document.id ? -1 : 1));
    expect(await exported(db, { format: 'jsonl' })).toBe(records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    expect(await exported(db, { format: 'jsonl', filter: { document: [EXAMPLE.document.id] } })).toBe(
      `${JSON.stringify(EXAMPLE)}\n`,
    );
  });

  test.each([
    { name: 'an unknown format', request: { format: 'doc' }, says: /no format "doc"; there is csv, jsonl/ },
    { name: 'a unit it has not', request: { format: 'geojson', unit: 'case' }, says: /geojson has no case, only/ },
    { name: 'a filter of events', request: { format: 'csv', filter: { status: ['actual'] } }, says: /--events/ },
  ] as const)('refuses $name', async ({ request, says }) => {
    await expect(exported(db, request)).rejects.toThrow(says);
  });
});

test('a format says its units in order, the first when none is asked for', () => {
  for (const format of EXPORT_FORMATS) expect(exportUnit(format)).toBe(format.units[0]);
});
