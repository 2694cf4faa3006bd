import { sql } from 'kysely';
import { toJson } from './bulk.ts';
import type { CaseDb } from './case-db.ts';
import { StoreError } from './store-error.ts';

/** The keys of events or claims, by their ids (`DOCUMENT#e3`).
 * @throws StoreError where the case has no such entry */
export async function entryKeys(
  db: CaseDb,
  table: 'event' | 'claim',
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const pairs = [...new Set(ids)].map((id) => {
    const [document = '', local = ''] = id.split('#', 2);
    return { document, local };
  });
  const wanted =
    db.dialect === 'sqlite'
      ? sql`(select value ->> 'document' as document, value ->> 'local' as local from json_each(${toJson(pairs)}))`
      : sql`json_to_recordset(${toJson(pairs)}::json)`;
  const { rows } = await sql<{ id: string; key: number }>`
    select d.id || '#' || e.local_id as id, e.key
    from ${wanted} as w ${db.dialect === 'sqlite' ? sql`` : sql`(document text, local text)`}
    join document d on d.id = w.document join ${sql.table(table)} e on e.document = d.key and e.local_id = w.local`.execute(
    db.query,
  );
  const keys = new Map(rows.map(({ id, key }) => [id, key]));
  const missing = ids.find((id) => !keys.has(id));
  if (missing !== undefined) throw new StoreError('store/no-entry', missing, `the case has no such ${table}`);
  return keys;
}
