import type { CaseActorName, CaseDocumentName, CaseFilter } from '../api/index.ts';
import type { CaseDb } from './case-db.ts';

/** Entries fetched at a time: some hundred kilobytes. */
export const ENTRIES_AT_ONCE = 500;

/** Where a page of entries ended: entries are sorted by day, document and place in the record, so that the order in which documents
 * were added does not show. */
export interface PageEnd {
  readonly day: string;
  readonly documentId: string;
  readonly position: number;
}

/** Where a page begins: after the end of another, or after a number of entries. */
export type PageStart = PageEnd | number;

/** Columns every query for entries has beside the entry's own. */
export interface EntryRow {
  readonly day: string;
  readonly position: number;
  readonly document: number;
  readonly document_id: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly published: string | null;
}

/** All entries a filter wants, page by page.
 * @param fetchPage at most `size` rows after `after`, in order
 * @param toEntries the rows' entries, in the same order */
export async function* eachPage<Row extends EntryRow, Entry>(
  filter: CaseFilter,
  fetchPage: (after: PageStart, size: number) => Promise<readonly Row[]>,
  toEntries: (rows: readonly Row[]) => Promise<readonly Entry[]>,
): AsyncGenerator<Entry> {
  let left = filter.limit ?? Number.POSITIVE_INFINITY;
  let after: PageStart = filter.offset ?? 0;
  while (left > 0) {
    const size = Math.min(left, ENTRIES_AT_ONCE);
    const rows = await fetchPage(after, size);
    yield* await toEntries(rows);
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    left -= rows.length;
    after = { day: last.day, documentId: last.document_id, position: last.position };
  }
}

/** The document an entry's row is from. */
export function documentName({ document_id, title, source, published }: EntryRow): CaseDocumentName {
  return { id: document_id, title, source, published };
}

/** A stored day; null where none is known. */
export function dayOrNull(day: string): string | null {
  return day === '' ? null : day;
}

/** Gives the actors of rows their names. */
export type NameActor = (document: number, actor: string) => CaseActorName;

/** The names that documents give their actors. An actor without a row keeps its id for a name. */
export async function actorNames(db: CaseDb, rows: readonly EntryRow[]): Promise<NameActor> {
  const documents = [...new Set(rows.map(({ document }) => document))];
  const found =
    documents.length === 0
      ? []
      : await db.query
          .selectFrom('document_actor')
          .select(['document', 'actor', 'name', 'kind'])
          .where('document', 'in', documents)
          .execute();
  const byKey = new Map(found.map(({ document, actor, name, kind }) => [`${document} ${actor}`, { id: actor, name, kind }]));
  return (document, actor) =>
    (byKey.get(`${document} ${actor}`) as CaseActorName | undefined) ?? { id: actor, name: actor, kind: 'unknown' };
}

/** Several entries of a generator as a list. */
export async function collect<T>(entries: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const entry of entries) list.push(entry);
  return list;
}
