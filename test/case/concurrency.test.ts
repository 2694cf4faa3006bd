import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { CaseRecord } from '../../src/api/index.ts';
import { textId } from '../../src/base/index.ts';
import {
  beginRun,
  collect,
  countDocuments,
  eachRecord,
  endRun,
  inTransaction,
  openCase,
  readSetting,
  saveDocument,
  writeSetting,
} from '../../src/store/index.ts';
import { onBothDatabases } from '../support/cases.ts';
import { exampleRecord } from '../support/example-record.ts';
import { endOf, startLapwing } from '../support/lapwing.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'lapwing-concurrency-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const NOW = '2026-11-23T12:00:00.000Z';
const EXAMPLE = exampleRecord();

function save(db: Parameters<typeof saveDocument>[0], number: number) {
  const text = `${EXAMPLE.document.text}\n\nEdition ${number}.`;
  const record: CaseRecord = { ...EXAMPLE, document: { ...EXAMPLE.document, id: textId(text), text } };
  const { externalId, title, source, url, published, publishedBasis, language } = record.document;
  const facts = { externalId, title, source, url, published, publishedBasis, language, reading: '{}' };
  return saveDocument(db, { record, facts, run: null, now: NOW });
}

/** A promise and what settles it. */
function makeGate(): { readonly opened: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: () => resolve() };
}

onBothDatabases('several at one case', ({ newCase, dialect }) => {
  test('programs that add the same and other reports at a time make one whole case', async () => {
    const { location, options } = newCase();
    const texts = Array.from({ length: 60 }, (_, at) => `Rebels attacked post ${at} near Sarobi on Monday, the army said.`);
    const files = [0, 1, 2].map((part) => {
      const path = join(FOLDER, `${textId(location.name).slice(0, 8)}-${part}.jsonl`);
      const own = texts.slice(part * 15, part * 15 + 30);
      writeFileSync(path, own.map((text) => JSON.stringify({ text, published: '2016-04-01' })).join('\n'));
      return path;
    });
    const runs = await Promise.all(files.map((path) => endOf(startLapwing(['add', path, '--json', ...options]))));
    expect(runs.map(({ code, errors }) => ({ code, errors }))).toEqual(runs.map(() => ({ code: 0, errors: '' })));
    const outcomes = runs.flatMap(({ out }) =>
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).outcome),
    );
    expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(60);
    const db = await openCase(location, 'read');
    expect((await collect(eachRecord(db))).map(({ document }) => document.id)).toEqual(texts.map(textId).sort());
    await db.close();
  }, 120_000);

  test('readers go on while another writes, and see nothing half done', async () => {
    const { location } = newCase();
    const [writer, other] = [await openCase(location, 'create'), await openCase(location, 'write')];
    await save(writer, 1);
    const reader = await openCase(location, 'read');
    const [begun, go] = [makeGate(), makeGate()];
    const writing = inTransaction(writer, async (db) => {
      await writeSetting(db, 'half', 'done');
      begun.open();
      await go.opened;
    });
    await begun.opened;
    expect(await countDocuments(reader)).toBe(1);
    expect([await readSetting(reader, 'half'), await readSetting(other, 'half')]).toEqual([null, null]);
    go.open();
    await writing;
    expect(await readSetting(reader, 'half')).toBe('done');
    for (const db of [reader, other, writer]) await db.close();
  });

  // On a file, two connections of one thread would wait for each other; programs of their own are tried above.
  if (dialect === 'postgres')
    test('the same text saved by two at a time is there once', async () => {
      const { location } = newCase();
      const dbs = [await openCase(location, 'create'), await openCase(location, 'write')];
      const saved = await Promise.all(dbs.flatMap((db) => [1, 2, 3].map((number) => save(db, number))));
      expect(saved.filter((kind) => kind === 'added')).toHaveLength(3);
      expect(saved.filter((kind) => kind === 'known')).toHaveLength(3);
      for (const db of dbs) await db.close();
    });

  if (dialect === 'sqlite')
    describe('on a file', () => {
      test('a second writer is told who is writing when the wait is over', async () => {
        const { location } = newCase();
        const [writer, second] = [await openCase(location, 'create'), await openCase(location, 'write')];
        const run = await beginRun(writer, 'add', EXAMPLE.versions, NOW);
        const [begun, go] = [makeGate(), makeGate()];
        const writing = inTransaction(writer, async () => {
          begun.open();
          await go.opened;
        });
        await begun.opened;
        await expect(save(second, 2)).rejects.toMatchObject({
          code: 'store/locked',
          message: expect.stringMatching(
            new RegExp(`another process is writing .*process ${process.pid} on this machine, "add" begun ${NOW}.*waited 5 s`),
          ),
        });
        go.open();
        await writing;
        expect(await save(second, 2)).toBe('added');
        await endRun(writer, run, {}, NOW);
        for (const db of [second, writer]) await db.close();
      });
    });
});
