import { deflateSync, inflateSync } from 'node:zlib';
import type { CaseRecord } from '../api/index.ts';
import { insertRows, storable } from './bulk.ts';
import { type CaseDb, inTransaction } from './case-db.ts';
import { lockOutLinking } from './linking-lock.ts';
import { type Listed, recordRows, searchRows } from './record-rows.ts';
import type { Versions } from './runs.ts';
import { indexTexts, unindexDocument } from './search.ts';
import { compareSources, factCells, fingerprintOf, insertSource, readFacts, type SourceFacts } from './sources.ts';

/** A record and what it was made of and by. */
export interface CodedDocument {
  readonly record: CaseRecord;
  /** What people made of the record, where they did: it is listed and searched in its place. */
  readonly listed?: Listed;
  /** The source whose facts the record was made with. */
  readonly facts: SourceFacts;
  /** Number of the run that made it. */
  readonly run: number | null;
  /** ISO date and time. */
  readonly now: string;
}

/** What came of saving: a new document; a new source of a known text; nothing new; another record for a known text. */
export type Saved = 'added' | 'source-added' | 'known' | 'replaced';

/** What the case has of a text. */
export interface Standing {
  readonly versions: Versions;
  /** Whether this very source is among the document's. */
  readonly hasSource: boolean;
  /** Whether the record would be another, made with these facts: the new source is dated earlier than all others. */
  readonly isOvertaken: boolean;
}

/** What the case has of a text, asked before it is coded; null where it does not know the text. */
export async function findStanding(db: CaseDb, id: string, facts: SourceFacts): Promise<Standing | null> {
  const row = await db.query
    .selectFrom('document')
    .select(['key', 'lapwing', 'model', 'lexicon', 'knowledge'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { lapwing, model, lexicon, knowledge } = row;
  return { versions: { lapwing, model, lexicon, knowledge }, ...compareWithSources(await readFacts(db, row.key), facts) };
}

function compareWithSources(known: readonly SourceFacts[], facts: SourceFacts): Omit<Standing, 'versions'> {
  const [first] = known;
  const fingerprint = fingerprintOf(facts);
  const hasSource = known.some((each) => fingerprintOf(each) === fingerprint);
  return { hasSource, isOvertaken: !hasSource && first !== undefined && compareSources(facts, first) < 0 };
}

/** Stores a coded document as one step. A text that is known gets the source added, and this record in place of its own only where
 * the source is the first to vouch for it. Right whoever else writes at the same time. */
export function saveDocument(db: CaseDb, coded: CodedDocument): Promise<Saved> {
  return inTransaction(db, async (db) => {
    const key = await insertDocument(db, coded);
    if (key !== null) {
      await insertSource(db, key, coded.facts, coded.now);
      await writeRecord(db, key, coded);
      return 'added';
    }
    await lockOutLinking(db);
    const known = await lockDocument(db, coded.record.document.id);
    const { hasSource, isOvertaken } = compareWithSources(await readFacts(db, known), coded.facts);
    if (hasSource) return 'known';
    await insertSource(db, known, coded.facts, coded.now);
    if (!isOvertaken) return 'source-added';
    await replaceEntries(db, known, coded);
    return 'replaced';
  });
}

/** Adds a source to a text that is known and whose record stays. @returns whether the source was new */
export function addSource(db: CaseDb, id: string, facts: SourceFacts, now: string): Promise<boolean> {
  return inTransaction(db, async (db) => insertSource(db, await lockDocument(db, id), facts, now));
}

/** Puts a record in the place of the one a known text has. The old one stays in the case as a past record.
 * @returns false, and nothing is done, where the record was made with another source's facts than the first to vouch */
export function replaceRecord(db: CaseDb, coded: CodedDocument): Promise<boolean> {
  return inTransaction(db, async (db) => {
    await lockOutLinking(db);
    const key = await lockDocument(db, coded.record.document.id);
    const [first] = await readFacts(db, key);
    if (first && fingerprintOf(first) !== fingerprintOf(coded.facts)) return false;
    await replaceEntries(db, key, coded);
    return true;
  });
}

/** A text and the facts it is coded with. */
export interface CodingInput {
  readonly text: string;
  readonly facts: SourceFacts;
}

/** What a document is coded from, or null where there is no such document. @param id in full */
export async function readCodingInput(db: CaseDb, id: string): Promise<CodingInput | null> {
  const row = await db.query.selectFrom('document').select(['key', 'text']).where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const [facts] = await readFacts(db, row.key);
  return facts ? { text: row.text, facts } : null;
}

/** Ids of the documents whose record other versions made, in order. Documents put right meanwhile are left out. */
export async function* eachStale(db: CaseDb, versions: Versions): AsyncGenerator<string> {
  let last = '';
  for (;;) {
    const rows = await staleQuery(db, versions)
      .select('id')
      .where('id', '>', last)
      .orderBy('id')
      .limit(RECORDS_AT_ONCE)
      .execute();
    for (const { id } of rows) yield id;
    const end = rows.at(-1);
    if (!end) return;
    last = end.id;
  }
}

/** How many documents have a record that other versions made. */
export async function countStale(db: CaseDb, versions: Versions): Promise<number> {
  const row = await staleQuery(db, versions)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}

function staleQuery(db: CaseDb, { lapwing, model, lexicon, knowledge }: Versions) {
  return db.query
    .selectFrom('document')
    .where(({ eb, or }) =>
      or([
        eb('lapwing', '<>', lapwing),
        eb('model', '<>', model),
        eb('lexicon', '<>', lexicon),
        eb('knowledge', '<>', knowledge),
      ]),
    );
}

/** The record in force of a document, its JSON as it was made; null where there is no such document. @param id in full */
export async function readRecordJson(db: CaseDb, id: string): Promise<string | null> {
  const row = await db.query
    .selectFrom('document')
    .innerJoin('coded_record', 'coded_record.key', 'document.record')
    .select('json')
    .where('document.id', '=', id)
    .executeTakeFirst();
  return row ? inflate(row.json) : null;
}

/** The record in force of a document, or null where there is none. @param id in full */
export async function readRecord(db: CaseDb, id: string): Promise<CaseRecord | null> {
  const json = await readRecordJson(db, id);
  return json === null ? null : (JSON.parse(json) as CaseRecord);
}

/** Records fetched at a time: some megabytes. */
const RECORDS_AT_ONCE = 50;

/** The JSON of every record in force, in the order of the documents' ids. Documents added meanwhile may or may not be among them. */
export async function* eachRecordJson(db: CaseDb): AsyncGenerator<string> {
  let last = '';
  for (;;) {
    const rows = await db.query
      .selectFrom('document')
      .innerJoin('coded_record', 'coded_record.key', 'document.record')
      .select(['document.id', 'json'])
      .where('document.id', '>', last)
      .orderBy('document.id')
      .limit(RECORDS_AT_ONCE)
      .execute();
    for (const { json } of rows) yield inflate(json);
    const end = rows.at(-1);
    if (!end) return;
    last = end.id;
  }
}

/** Every record in force, in the order of the documents' ids. */
export async function* eachRecord(db: CaseDb): AsyncGenerator<CaseRecord> {
  for await (const json of eachRecordJson(db)) yield JSON.parse(json) as CaseRecord;
}

/** A past or present record of a document. */
export interface PastRecord {
  readonly madeAt: string;
  readonly versions: Versions;
  readonly inForce: boolean;
  readonly json: string;
}

/** All records a document has had, the oldest first. @param id in full */
export async function readPastRecords(db: CaseDb, id: string): Promise<readonly PastRecord[]> {
  const rows = await db.query
    .selectFrom('coded_record as r')
    .innerJoin('document as d', 'd.key', 'r.document')
    .select(['r.key', 'd.record', 'r.made_at', 'r.lapwing', 'r.model', 'r.lexicon', 'r.knowledge', 'r.json'])
    .where('d.id', '=', id)
    .orderBy('r.key')
    .execute();
  return rows.map(({ key, record, made_at, lapwing, model, lexicon, knowledge, json }) => {
    return { madeAt: made_at, versions: { lapwing, model, lexicon, knowledge }, inForce: key === record, json: inflate(json) };
  });
}

function inflate(json: Uint8Array): string {
  return inflateSync(json).toString('utf8');
}

/** A document has the facts of the source its record was made with, but the date of the record, which may have been inferred. */
function recordFacts({ record, facts }: Pick<CodedDocument, 'record' | 'facts'>) {
  const { published, publishedBasis } = record.document;
  return { ...factCells(facts), published, published_basis: publishedBasis };
}

/** The new document's key, or null where the text is known. */
async function insertDocument(db: CaseDb, { record, facts, now }: CodedDocument): Promise<number | null> {
  const { id, text } = record.document;
  const row = await db.query
    .insertInto('document')
    .values({
      ...{ id, text: storable(text), length: text.length, added_at: now, record: 0 },
      ...recordFacts({ record, facts }),
      ...record.versions,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('key')
    .executeTakeFirst();
  return row?.key ?? null;
}

/** The key of a document, which nobody else changes until the transaction ends. */
export async function lockDocument(db: CaseDb, id: string): Promise<number> {
  const found = db.query.selectFrom('document').select('key').where('id', '=', id);
  // SQLite's transactions have the lock already.
  const { key } = await (db.dialect === 'postgres' ? found.forUpdate() : found).executeTakeFirstOrThrow();
  return key;
}

/** Lists a document's entries as people corrected them; its record stays as it was coded.
 * @param id in full
 * @throws StoreError where there is no such document */
export function relistDocument(db: CaseDb, id: string, listed: Listed): Promise<void> {
  return inTransaction(db, async (db) => {
    await lockOutLinking(db);
    const key = await lockDocument(db, id);
    await deleteEntries(db, key);
    await writeEntries(db, key, listed);
    // Linking looks at it again: it was linked with no record there is.
    await db.query.updateTable('linked_document').set({ record: 0 }).where('document', '=', key).execute();
  });
}

async function replaceEntries(db: CaseDb, key: number, coded: CodedDocument): Promise<void> {
  await deleteEntries(db, key);
  await db.query.updateTable('document').set(recordFacts(coded)).where('key', '=', key).execute();
  await writeRecord(db, key, coded);
}

async function deleteEntries(db: CaseDb, key: number): Promise<void> {
  for (const table of ['event', 'claim', 'tie', 'figure', 'time_mention'] as const)
    await db.query.deleteFrom(table).where('document', '=', key).execute();
  for (const table of ['document_actor', 'actor_mention', 'document_place', 'place_mention'] as const)
    await db.query.deleteFrom(table).where('document', '=', key).execute();
  await unindexDocument(db, key);
}

/** Writes the rows and the search index of what is listed of a document that has none. @param key the document's */
export async function writeEntries(db: CaseDb, key: number, listed: Listed): Promise<void> {
  for (const { table, rows } of recordRows(listed, key)) await insertRows(db, table, rows);
  await indexTexts(db, searchRows(listed, key));
}

/** Writes the record, makes it the one in force, and writes its entries. */
async function writeRecord(db: CaseDb, document: number, { record, listed, run, now }: CodedDocument): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(record), 'utf8');
  const { key } = await db.query
    .insertInto('coded_record')
    .values({ document, run, made_at: now, ...record.versions, json: deflateSync(bytes), bytes: bytes.length })
    .returning('key')
    .executeTakeFirstOrThrow();
  const { lapwing, model, lexicon, knowledge } = record.versions;
  await db.query
    .updateTable('document')
    .set({ record: key, lapwing, model, lexicon, knowledge })
    .where('key', '=', document)
    .execute();
  await writeEntries(db, document, listed ?? { record });
}
