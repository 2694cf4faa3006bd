import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { onBothDatabases } from '../../test/support/cases.ts';
import { exampleRecord } from '../../test/support/example-record.ts';
import { exampleCase, NOW } from '../../test/support/exports/example-case.ts';
import {
  addDecision,
  beginRun,
  type CaseDb,
  collect,
  countDocuments,
  eachBundleLine,
  eachEvent,
  endRun,
  listDecisions,
  locateCase,
  type OpenedCase,
  openCase,
  readPastRecords,
  readSetting,
  replaceRecord,
  writeSetting,
} from '../store/index.ts';
import { importCase, linkCase, weighCase } from './index.ts';

const EXAMPLE = exampleRecord();
const { lapwing, model, lexicon, knowledge } = EXAMPLE.versions;

async function bundleOf(db: CaseDb): Promise<string> {
  return (await collect(eachBundleLine(db))).join('');
}

async function* linesOf(bundle: string): AsyncGenerator<string> {
  yield* bundle.split('\n');
}

onBothDatabases('a bundle', ({ newCase }) => {
  const opened: OpenedCase[] = [];
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
  });
  const empty = async () => {
    const db = await openCase(newCase().location, 'create');
    opened.push(db);
    return db;
  };

  /** Two reports, one coded twice, a setting, a run and three decisions, one of them taken back. */
  const full = async () => {
    const db = await exampleCase(newCase().location);
    opened.push(db);
    const run = await beginRun(db, 'add', { lapwing, model, lexicon, knowledge }, NOW);
    await endRun(db, run, { recoded: 1 }, NOW);
    const record = { ...EXAMPLE, versions: { ...EXAMPLE.versions, lapwing: '0.2.0' } };
    const { externalId, title, source, url, published, publishedBasis, language } = EXAMPLE.document;
    const facts = { externalId, title, source, url, published, publishedBasis, language, reading: '{}' };
    await replaceRecord(db, { record, facts, run, now: NOW });
    await writeSetting(db, 'colour', 'green\u2028and "blue"');
    const decision = { at: NOW, byWhom: 'Ida\u202e', why: null, what: null };
    for (const kind of ['note', 'note', 'other'])
      await addDecision(db, { ...decision, kind, subject: `${EXAMPLE.document.id}#ev-1` });
    for await (const _ of linkCase(db));
    await weighCase(db);
    return db;
  };

  test('restores a case to the byte', async () => {
    const first = await full();
    const bundle = await bundleOf(first);
    const second = await empty();
    expect(await importCase(second, linesOf(bundle))).toEqual({ documents: 2, decisions: 3 });
    expect(await bundleOf(second)).toBe(bundle);
    for await (const _ of linkCase(second));
    await weighCase(second);
    expect(await bundleOf(second)).toBe(bundle);
    expect(await collect(eachEvent(second))).toEqual(await collect(eachEvent(first)));
    expect(await readPastRecords(second, EXAMPLE.document.id)).toEqual(await readPastRecords(first, EXAMPLE.document.id));
    expect(await listDecisions(second)).toEqual(await listDecisions(first));
    expect(await readSetting(second, 'colour')).toBe(await readSetting(first, 'colour'));
  });

  test('goes from one database to the other and back', async () => {
    const bundle = await bundleOf(await full());
    const folder = mkdtempSync(join(tmpdir(), 'lapwing-bundle-'));
    const file = await openCase(locateCase({ case: join(folder, 'copy.lapwing') }), 'create');
    try {
      await importCase(file, linesOf(bundle));
      expect(await bundleOf(file)).toBe(bundle);
      const back = await empty();
      await importCase(back, linesOf(await bundleOf(file)));
      expect(await bundleOf(back)).toBe(bundle);
    } finally {
      await file.close();
      rmSync(folder, { recursive: true });
    }
  });

  test('a restored case goes on counting its decisions', async () => {
    const bundle = await bundleOf(await full());
    const db = await empty();
    await importCase(db, linesOf(bundle));
    const decision = { at: NOW, byWhom: 'Ida', why: null, what: null, kind: 'note', subject: 'x' };
    expect(await addDecision(db, decision)).toBe(4);
  });

  describe('is refused, and nothing is kept,', () => {
    let sound: string | null = null;
    test.each([
      { name: 'cut short', change: (bundle: string) => bundle.slice(0, bundle.lastIndexOf('{"end"')), says: /cut short/ },
      { name: 'cut within a line', change: (bundle: string) => bundle.slice(0, -9), says: /no JSON/ },
      { name: 'of something else', change: () => '{"schema":"lapwing/1"}\n', says: /first line/ },
      { name: 'with a line missing', change: (bundle: string) => without(bundle, '{"decision"'), says: /as much as/ },
      { name: 'with another text', change: (bundle: string) => bundle.replaceAll('Karsa', 'Carsa'), says: /not the one of/ },
      { name: 'with lines after its end', change: (bundle: string) => `${bundle}{"end":{}}`, says: /follows/ },
      { name: 'with unknown lines', change: (bundle: string) => bundle.replace('{"setting"', '{"sitting"'), says: /kind/ },
      {
        name: 'with a span that is not in the text',
        change: (bundle: string) => bundle.replace(/"start":\d+,/, '"start":3,'),
        says: /span 3\.\.\d+ is not/,
      },
      {
        name: 'with an event of nobody',
        change: (bundle: string) => bundle.replaceAll('"actors":["OST:MIL"]', '"actors":["nobody"]'),
        says: /refers to "nobody"/,
      },
      { name: 'of another schema', change: (bundle: string) => bundle.replaceAll('lapwing/1', 'lapwing/2'), says: /schema/ },
      {
        name: 'with a day there is not',
        change: (bundle: string) => bundle.replaceAll('2016-03-05', '2016-02-30'),
        says: /day/,
      },
      {
        name: 'with a setting that linking makes',
        change: (bundle: string) => bundle.replace('"name":"colour"', '"name":"weighed"'),
        says: /"weighed", which it must not/,
      },
      {
        name: 'with what no database can hold',
        change: (bundle: string) => bundle.replace('Ida\u202e', 'Ida\\u0000'),
        says: /characters that no database keeps/,
      },
      {
        name: 'with decisions that cannot be followed',
        change: (bundle: string) =>
          bundle.replace('"kind":"note"', '"kind":"undo"').replace('"what":"null"', '"what":"{\\"decision\\":7}"'),
        says: /decision 1: takes back/,
      },
      {
        name: 'with a document twice',
        change: (bundle: string) => bundle.replace(/(\{"document":.*\n)/, '$1$1'),
        says: /stood there before/,
      },
      { name: 'with a list for a line', change: (bundle: string) => bundle.replace('\n', '\n3\n'), says: /no object/ },
    ])('$name', async ({ change, says }) => {
      sound ??= await bundleOf(await full());
      const bundle = change(sound);
      expect(bundle).not.toBe(sound);
      const db = await empty();
      await expect(importCase(db, linesOf(bundle))).rejects.toThrow(says);
      expect(await countDocuments(db)).toBe(0);
      expect(await listDecisions(db)).toEqual([]);
    });

    test('into a case that holds something', async () => {
      const db = await full();
      await expect(importCase(db, linesOf(await bundleOf(db)))).rejects.toThrow(/holds something/);
    });
  });
});

/** A bundle without the first line that begins so. */
function without(bundle: string, beginning: string): string {
  const lines = bundle.split('\n');
  const at = lines.findIndex((line) => line.startsWith(beginning));
  return lines.filter((_, number) => number !== at).join('\n');
}
