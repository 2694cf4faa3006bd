import { type SqlBool, sql } from 'kysely';
import type { CaseDocument, CaseDocumentName, CaseFilter } from '../api/index.ts';
import type { CaseDb } from './case-db.ts';
import { KEYS_PER_DOCUMENT } from './entry-ids.ts';
import { type Condition, ifGiven, limit, oneOf, where } from './entry-rows.ts';
import { hasWords } from './search.ts';
import { sourcesOf } from './sources.ts';
import { StoreError } from './store-error.ts';
import type { DocumentTable } from './tables.ts';

/** What a list of documents can be asked for: days of publication, words, ids. */
export type DocumentFilter = Pick<CaseFilter, 'from' | 'to' | 'text' | 'document' | 'limit' | 'offset'>;

interface DocumentRow extends Omit<DocumentTable, 'key' | 'id' | 'text'> {
  readonly key: number;
  readonly id: string;
  readonly events: number;
  readonly claims: number;
  readonly ties: number;
  readonly figures: number;
}

/** Where a page of documents ended. */
interface DocumentPageEnd {
  readonly published: string;
  readonly id: string;
}

/** Title, outlet and day of every document, by id. */
export function listDocumentNames(db: CaseDb): Promise<readonly CaseDocumentName[]> {
  return db.query.selectFrom('document').select(['id', 'title', 'source', 'published']).orderBy('id').execute();
}

/** Documents fetched at a time. */
const DOCUMENTS_AT_ONCE = 200;

/** The documents a filter wants, by day of publication and id. */
export function listDocuments(db: CaseDb, filter: DocumentFilter = {}): Promise<readonly CaseDocument[]> {
  return fetchDocuments(db, filter, null);
}

/** The same one by one, a page in memory at a time. */
export async function* eachDocument(db: CaseDb, filter: DocumentFilter = {}): AsyncGenerator<CaseDocument> {
  let left = filter.limit ?? Number.POSITIVE_INFINITY;
  let after: DocumentPageEnd | null = null;
  while (left > 0) {
    const size: number = Math.min(left, DOCUMENTS_AT_ONCE);
    const page: readonly CaseDocument[] = await fetchDocuments(
      db,
      { ...filter, limit: size, offset: after === null ? (filter.offset ?? 0) : 0 },
      after,
    );
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < size) return;
    left -= page.length;
    after = { published: last.published ?? '', id: last.id };
  }
}

async function fetchDocuments(
  db: CaseDb,
  filter: DocumentFilter,
  after: DocumentPageEnd | null,
): Promise<readonly CaseDocument[]> {
  const count = (table: string) =>
    sql`(select count(*) from ${sql.table(table)} t where t.document = e.key) as ${sql.ref(`${table}s`)}`;
  const conditions = [
    ...documentConditions(db, filter),
    ...(after === null ? [] : [sql<SqlBool>`(coalesce(e.published, ''), e.id) > (${after.published}, ${after.id})`]),
  ];
  const { rows } = await sql<DocumentRow>`
    select e.key, e.id, e.length, e.added_at, e.external_id, e.title, e.source, e.url, e.published, e.published_basis,
      e.language, e.lapwing, e.model, e.lexicon, e.knowledge,
      ${sql.join([count('event'), count('claim'), count('tie'), count('figure')])}
    from document e ${where(conditions)}
    order by coalesce(e.published, ''), e.id ${limit(filter.limit, filter.offset)}`.execute(db.query);
  const sources = await sourcesOf(
    db,
    rows.map(({ key }) => key),
  );
  return rows.map((row) => ({
    ...{ id: row.id, title: row.title, source: row.source, published: row.published, externalId: row.external_id },
    ...{ url: row.url, publishedBasis: row.published_basis, language: row.language, length: row.length },
    ...{ addedAt: row.added_at, sources: sources.get(row.key) ?? [] },
    versions: { lapwing: row.lapwing, model: row.model, lexicon: row.lexicon, knowledge: row.knowledge },
    counts: { events: row.events, claims: row.claims, ties: row.ties, figures: row.figures },
  }));
}

/** How many documents a filter wants; its limit does not count. */
export async function countDocuments(db: CaseDb, filter: DocumentFilter = {}): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from document e ${where(documentConditions(db, filter))}`.execute(db.query);
  return rows[0]?.count ?? 0;
}

/** Fewest digits of an id that are taken for it. */
const PREFIX_MIN = 4;

/** The full id of the document that an id, or the beginning of one, stands for.
 * @throws StoreError where there is none, or more than one */
export async function findDocumentId(db: CaseDb, prefix: string): Promise<string> {
  const given = prefix.trim().toLowerCase();
  if (!/^[0-9a-f]+$/.test(given) || given.length < PREFIX_MIN)
    throw new StoreError('store/bad-id', prefix, `no id of a document: at least ${PREFIX_MIN} of its digits are needed`);
  // "g" comes after every hex digit.
  const { rows } = await sql<{ id: string }>`
    select id from document where id >= ${given} and id < ${`${given}g`} order by id limit 2`.execute(db.query);
  const [only, second] = rows;
  if (!only) throw new StoreError('store/no-document', prefix, 'no document of this case has an id that begins so');
  if (second)
    throw new StoreError('store/ambiguous-id', prefix, 'more than one document has an id that begins so; give more digits');
  return only.id;
}

/** The text of a document, or null where there is none. @param id in full */
export async function readText(db: CaseDb, id: string): Promise<string | null> {
  const row = await db.query.selectFrom('document').select('text').where('id', '=', id).executeTakeFirst();
  return row?.text ?? null;
}

function documentConditions(db: CaseDb, { from, to, text, document }: DocumentFilter): readonly Condition[] {
  return [
    ...(from === undefined ? [] : [sql<SqlBool>`e.published >= ${from}`]),
    ...(to === undefined ? [] : [sql<SqlBool>`e.published <= ${to}`]),
    ...ifGiven(document, (ids) => oneOf('e.id', ids)),
    ...(text === undefined ? [] : [hasWords(db, sql`(e.key * ${KEYS_PER_DOCUMENT})`, text)]),
  ];
}
