import { sql } from 'kysely';
import { insertRows, toJson } from './bulk.ts';
import type { CaseDb } from './case-db.ts';
import { textList } from './value-list.ts';

/** What linking looks at of an event, as it is kept. */
export interface StoredTelling {
  /** `DOCUMENT#e3`. */
  readonly id: string;
  /** JSON; the store does not look inside. */
  readonly body: unknown;
  /** Keys under which it is kept. */
  readonly keys: readonly string[];
}

/** Keeps the tellings of a document in the place of those it has. @param document the document's id, in full
 * @param tellings each of an event of the record in force */
export async function replaceTellings(db: CaseDb, document: string, tellings: readonly StoredTelling[]): Promise<void> {
  const { key } = await db.query.selectFrom('document').select('key').where('id', '=', document).executeTakeFirstOrThrow();
  await sql`delete from telling_key where event in (select event from telling where document = ${key})`.execute(db.query);
  await db.query.deleteFrom('telling').where('document', '=', key).execute();
  const events = await db.query.selectFrom('event').select(['key', 'local_id']).where('document', '=', key).execute();
  const keys = new Map(events.map((event) => [`${document}#${event.local_id}`, event.key]));
  const stored = tellings.flatMap((telling) => {
    const event = keys.get(telling.id);
    return event === undefined ? [] : [{ ...telling, event }];
  });
  await insertRows(
    db,
    'telling',
    stored.map(({ event, id, body }) => ({ event, document: key, id, body: toJson(body) })),
  );
  await insertRows(
    db,
    'telling_key',
    stored.flatMap(({ event, keys }) => [...new Set(keys)].map((block) => ({ block, event }))),
  );
}

/** Ids of the tellings kept under some keys, with the key of each. A telling under several comes several times. */
export async function findUnderKeys(
  db: CaseDb,
  blocks: readonly string[],
): Promise<readonly { readonly block: string; readonly id: string }[]> {
  if (blocks.length === 0) return [];
  const { rows } = await sql<{ block: string; id: string }>`
    select k.block, t.id from telling_key k join telling t on t.event = k.event
    where k.block in ${textList(db, blocks)}`.execute(db.query);
  return rows;
}

/** Bodies of tellings, by id; those the case does not have are left out. */
export async function readTellings(db: CaseDb, ids: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; body: string }>`
    select id, body from telling where id in ${textList(db, ids)}`.execute(db.query);
  return new Map(rows.map(({ id, body }) => [id, JSON.parse(body) as unknown]));
}

/** Bodies of all tellings of some documents, by the documents' ids. */
export async function readTellingsOf(db: CaseDb, documents: readonly string[]): Promise<readonly unknown[]> {
  if (documents.length === 0) return [];
  const { rows } = await sql<{ body: string }>`
    select t.body from telling t join document d on d.key = t.document
    where d.id in ${textList(db, documents)} order by t.id`.execute(db.query);
  return rows.map(({ body }) => JSON.parse(body) as unknown);
}
