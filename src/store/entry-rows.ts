import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CaseFilter } from '../api/index.ts';
import type { CaseDb } from './case-db.ts';
import type { EntryRow, PageStart } from './entries.ts';
import { hasWords } from './search.ts';

/** Tables of entries that are listed. */
export type EntryTable = 'event' | 'claim' | 'tie' | 'figure' | 'time_mention';

/** Something an entry must fulfil; in it `e` is the entry and `d` its document. */
export type Condition = RawBuilder<SqlBool>;

/** Rows of a table of entries with the facts of their documents, in order, after the end of the last page. */
export async function entryRows<Row extends EntryRow>(
  db: CaseDb,
  table: EntryTable,
  conditions: readonly Condition[],
  after: PageStart,
  size: number,
): Promise<readonly Row[]> {
  const [skipped, later] =
    typeof after === 'number'
      ? [after, []]
      : [0, [sql<SqlBool>`(e.day, d.id, e.position) > (${after.day}, ${after.documentId}, ${after.position})`]];
  // Sorted by keys first: whole rows of everything that fits would be much more to sort.
  const { rows } = await sql<Row>`
    select e.*, d.id as document_id, d.title, d.source, d.published
    from ${sql.table(table)} e join document d on d.key = e.document
    where e.key in (
      select e.key from ${sql.table(table)} e join document d on d.key = e.document
      ${where([...conditions, ...later])}
      order by e.day, d.id, e.position limit ${size} offset ${skipped})
    order by e.day, d.id, e.position`.execute(db.query);
  return rows;
}

/** How many entries of a table fulfil the conditions. */
export async function countEntries(db: CaseDb, table: EntryTable, conditions: readonly Condition[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)} e join document d on d.key = e.document ${where(conditions)}`.execute(
    db.query,
  );
  return rows[0]?.count ?? 0;
}

/** All conditions after `where`, or nothing. */
export function where(conditions: readonly Condition[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
}

/** Most rows of an answer where only the first ones are to be passed over. */
const NO_LIMIT = 2 ** 31 - 1;

/** `limit n offset m`, or nothing. */
export function limit(count: number | undefined, offset = 0): RawBuilder<unknown> {
  return count === undefined && offset === 0 ? sql`` : sql`limit ${count ?? NO_LIMIT} offset ${offset}`;
}

/** A text as the pattern of LIKE that only it fits, with a backslash for escape. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** What the filters that all entries share ask for. @param lastDay the column of an entry's last day */
export function commonConditions(
  db: CaseDb,
  filter: CaseFilter,
  lastDay: 'e.day' | 'e.last_day' = 'e.day',
): readonly Condition[] {
  const { from, to, text, document } = filter;
  return [
    ...(from === undefined ? [] : [sql<SqlBool>`${sql.ref(lastDay)} >= ${from}`]),
    ...(to === undefined ? [] : [sql<SqlBool>`e.day <= ${to} and e.day <> ''`]),
    ...(text === undefined ? [] : [hasWords(db, sql.ref('e.key'), text)]),
    ...ifGiven(document, (ids) => sql`e.document in (select key from document where ${oneOf('id', ids)})`),
  ];
}

/** A condition on alternatives, where there are any. */
export function ifGiven(
  alternatives: readonly string[] | undefined,
  condition: (alternatives: readonly string[]) => Condition,
): readonly Condition[] {
  return alternatives === undefined ? [] : [condition(alternatives)];
}

/** That a column has one of some values; of none, that nothing fits. */
export function oneOf(column: string, values: readonly string[]): Condition {
  return values.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`${sql.ref(column)} in (${sql.join(values)})`;
}
