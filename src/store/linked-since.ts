import { sql } from 'kysely';
import type { CaseDb } from './case-db.ts';

/** Something that linking keeps of a case, with the key of its row. */
export interface LinkedRow {
  readonly key: number;
  /** As linking handed it over; the store does not look inside. */
  readonly body: unknown;
}

/** Rows fetched at a time: some megabytes. */
const ROWS_AT_ONCE = 2000;

/** What each document says beside its events, of those linked after a linking, by the document's key. */
export function eachSaidSince(db: CaseDb, linking: number): AsyncGenerator<LinkedRow> {
  return eachRow(
    db,
    (last) => sql`select document as key, said as body from linked_document where linking > ${linking} and document > ${last}
      order by document limit ${ROWS_AT_ONCE}`,
  );
}

/** Tellings of the documents linked after a linking, by the event's key. @returns also the key of each one's document */
export function eachTellingSince(db: CaseDb, linking: number): AsyncGenerator<LinkedRow & { readonly document: number }> {
  return eachRow(
    db,
    (last) => sql`select t.event as key, t.document, t.body from telling t join linked_document l on l.document = t.document
      where l.linking > ${linking} and t.event > ${last} order by t.event limit ${ROWS_AT_ONCE}`,
  );
}

/** Happenings written after a linking, by key. */
export function eachIncidentSince(db: CaseDb, linking: number): AsyncGenerator<LinkedRow> {
  return eachRow(
    db,
    (last) => sql`select key, details as body from incident where linking > ${linking} and act = 0 and key > ${last}
      order by key limit ${ROWS_AT_ONCE}`,
  );
}

async function* eachRow<Row extends LinkedRow>(
  db: CaseDb,
  page: (last: number) => ReturnType<typeof sql>,
): AsyncGenerator<Row> {
  let last = -1;
  for (;;) {
    const { rows } = await (page(last) as ReturnType<typeof sql<Row & { readonly body: string }>>).execute(db.query);
    for (const row of rows) yield { ...row, body: JSON.parse(row.body) as unknown };
    const end = rows.at(-1);
    if (!end) return;
    last = end.key;
  }
}

/** Keys of all linked documents and of all happenings there are. */
export async function listLinkedKeys(
  db: CaseDb,
): Promise<{ readonly documents: readonly number[]; readonly incidents: readonly number[] }> {
  const [documents, incidents] = await Promise.all([
    db.query.selectFrom('linked_document').select('document').execute(),
    db.query.selectFrom('incident').select('key').where('act', '=', 0).execute(),
  ]);
  return { documents: documents.map(({ document }) => document), incidents: incidents.map(({ key }) => key) };
}
