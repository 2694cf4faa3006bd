import type { CaseRecord } from '../../src/api/index.ts';
import { ok } from '../../src/base/index.ts';
import { Explainer, type OpenCoder } from '../../src/ingest/index.ts';
import { CaseView, Jobs, type ServedCase } from '../../src/server/index.ts';
import { openCase, saveDocument } from '../../src/store/index.ts';
import { exampleRecord } from './example-record.ts';

export const NOW = '2026-11-23T12:00:00.000Z';

/** Gives every article the entries of no report: for tests of adding, not of coding. */
export function emptyCoder(): OpenCoder {
  const { versions } = exampleRecord();
  return {
    ...{ versions, ahead: 1, close: async () => {} },
    record: ({ id, text, title, source, url, published, externalId, language }) =>
      ok({
        ...exampleRecord(),
        document: {
          ...{ id, text, title, source, url, published, externalId, language },
          ...{ publishedBasis: 'given', publishedEvidence: [] },
        },
        ...{ actors: [], places: [], events: [], claims: [], ties: [], figures: [], times: [] },
      }),
  };
}

/** A case in memory with some records, as a server has it open. */
export async function serveRecords(
  records: readonly CaseRecord[] = [exampleRecord()],
  change: Partial<ServedCase> = {},
): Promise<ServedCase & { close(): Promise<void> }> {
  const db = await openCase({ dialect: 'sqlite', path: ':memory:', name: 'example' }, 'create');
  for (const record of records) {
    const { externalId, title, source, url, published, publishedBasis, language } = record.document;
    const facts = { externalId, title, source, url, published, publishedBasis, language, reading: '{}' };
    await saveDocument(db, { record, facts, run: null, now: NOW });
  }
  const explainer = new Explainer();
  const jobs = new Jobs(db, async () => emptyCoder());
  return {
    ...{
      name: 'example',
      note: 'Invented.',
      db,
      writer: db,
      view: new CaseView(db, db),
      jobs,
      explainer,
      reviewer: 'Ada',
      now: () => NOW,
    },
    ...change,
    close: async () => {
      await Promise.all([jobs.close(), explainer.close()]);
      await db.close();
    },
  };
}
