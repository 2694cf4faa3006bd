import { sql } from 'kysely';
import { insertRows, toJson } from './bulk.ts';
import type { CaseDb } from './case-db.ts';
import { textList } from './value-list.ts';

/** Documents whose record, or whose number of sources, is not the one that was linked. */
const PENDING = sql`from document d left join linked_document l on l.document = d.key
  where l.document is null or l.record <> d.record
    or l.sources <> (select count(*) from document_source s where s.document = d.key)`;

/** Ids of documents that linking has not seen as they are now. While many come, those after the last that was linked: they are found without
 * looking at every document of the case. Then all others, the first added first. */
export async function listUnlinked(db: CaseDb, limit: number): Promise<readonly string[]> {
  const { rows: newest } = await sql<{ id: string }>`
    select id from document where key > (select coalesce(max(document), -1) from linked_document)
    order by key limit ${limit}`.execute(db.query);
  if (newest.length === limit) return newest.map(({ id }) => id);
  const { rows } = await sql<{ id: string }>`select d.id ${PENDING} order by d.key limit ${limit}`.execute(db.query);
  return rows.map(({ id }) => id);
}

/** How many documents linking has not seen as they are now. */
export async function countUnlinked(db: CaseDb): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count ${PENDING}`.execute(db.query);
  return rows[0]?.count ?? 0;
}

/** How a document is recognised as a near copy. */
export interface DocumentSignature {
  /** Its id, in full. */
  readonly document: string;
  readonly signature: readonly number[];
}

/** Marks a document as linked as it is now. @param blocks keys under which its copies are found @param said JSON of what it says beside
 * its events; the store does not look inside @param linking number of the linking */
export async function markLinked(
  db: CaseDb,
  { document, signature }: DocumentSignature,
  blocks: readonly string[],
  said: unknown,
  linking: number,
): Promise<void> {
  const { key, record } = await db.query
    .selectFrom('document')
    .select(['key', 'record'])
    .where('id', '=', document)
    .executeTakeFirstOrThrow();
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from document_source where document = ${key}`.execute(db.query);
  const marks = { record, sources: rows[0]?.count ?? 0, said: toJson(said), linking };
  const known = await db.query.selectFrom('linked_document').select('document').where('document', '=', key).executeTakeFirst();
  if (known) {
    // Its text, and so what its copies are found by, is what it was.
    await db.query.updateTable('linked_document').set(marks).where('document', '=', key).execute();
    return;
  }
  await db.query
    .insertInto('linked_document')
    .values({ document: key, ...marks, signature: toJson(signature), copy_of: document })
    .execute();
  await insertRows(
    db,
    'copy_key',
    [...new Set(blocks)].map((block) => ({ block, document: key })),
  );
}

/** Signatures of the linked documents that share a key with one of some documents, those among them. */
export async function findCopyCandidates(db: CaseDb, blocks: readonly string[]): Promise<readonly DocumentSignature[]> {
  if (blocks.length === 0) return [];
  const { rows } = await sql<{ id: string; signature: string }>`
    select d.id, l.signature from linked_document l join document d on d.key = l.document
    where l.document in (select document from copy_key where block in ${textList(db, blocks)}) order by d.id`.execute(db.query);
  return rows.map(({ id, signature }) => ({ document: id, signature: JSON.parse(signature) as number[] }));
}

/** Where a linked document comes from. */
export interface DocumentOrigin {
  readonly document: string;
  /** Id of the first of its near copies; its own where it has none. */
  readonly copyOf: string;
  /** All outlets that printed it, by name. */
  readonly outlets: readonly string[];
}

/** Where documents come from. @param documents ids, in full */
export async function readOrigins(db: CaseDb, documents: readonly string[]): Promise<readonly DocumentOrigin[]> {
  if (documents.length === 0) return [];
  const { rows } = await sql<{ id: string; copy_of: string; source: string | null }>`
    select d.id, l.copy_of, s.source from document d join linked_document l on l.document = d.key
    join document_source s on s.document = d.key
    where d.id in ${textList(db, documents)} order by d.id, s.source`.execute(db.query);
  const found = new Map<string, { document: string; copyOf: string; outlets: string[] }>();
  for (const { id, copy_of, source } of rows) {
    const origin = found.get(id) ?? { document: id, copyOf: copy_of, outlets: [] };
    if (source !== null && !origin.outlets.includes(source)) origin.outlets.push(source);
    found.set(id, origin);
  }
  return [...found.values()];
}

/** Ids of the documents whose near copies begin with one of some documents. */
export async function listCopiesOf(db: CaseDb, firsts: readonly string[]): Promise<readonly string[]> {
  if (firsts.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select d.id from linked_document l join document d on d.key = l.document
    where l.copy_of in ${textList(db, firsts)} order by d.id`.execute(db.query);
  return rows.map(({ id }) => id);
}

/** Says of documents which is the first of their near copies. */
export async function writeCopies(db: CaseDb, documents: readonly string[], copyOf: string): Promise<void> {
  await sql`update linked_document set copy_of = ${copyOf}
    where document in (select key from document where id in ${textList(db, documents)})`.execute(db.query);
}

/** Takes away everything linking made, so that all documents are linked again. */
export async function forgetLinks(db: CaseDb): Promise<void> {
  for (const table of ['telling_key', 'telling', 'copy_key', 'linked_document', 'incident', 'dispute', 'agreement'] as const)
    await db.query.deleteFrom(table).execute();
}
