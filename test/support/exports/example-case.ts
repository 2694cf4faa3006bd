import type { CaseRecord } from '../../../src/api/index.ts';
import { linkCase } from '../../../src/ingest/index.ts';
import { type CaseLocation, type OpenedCase, openCase, saveDocument } from '../../../src/store/index.ts';
import { exampleRecord } from '../example-record.ts';
import { hostileRecord } from '../hostile-record.ts';

/** When everything of these cases was added. */
export const NOW = '2026-11-23T12:00:00.000Z';

/** A new case of the example report and of one with hostile names. */
export async function exampleCase(location: CaseLocation): Promise<OpenedCase> {
  const db = await openCase(location, 'create');
  for (const record of [exampleRecord(), hostileRecord()]) await saveRecord(db, record);
  for await (const _ of linkCase(db));
  return db;
}

/** Puts a record into a case, with the facts it has itself. */
export async function saveRecord(db: OpenedCase, record: CaseRecord): Promise<void> {
  const { externalId, title, source, url, published, publishedBasis, language } = record.document;
  const facts = { externalId, title, source, url, published, publishedBasis, language, reading: '{}' };
  await saveDocument(db, { record, facts, run: null, now: NOW });
}
