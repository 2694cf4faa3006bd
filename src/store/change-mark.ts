import { sql } from 'kysely';
import type { CaseDb } from './case-db.ts';

/** A text that is another whenever documents, records or decisions have come to the case or it was linked: what was worked out of a case
 * holds for as long as it stays. */
export async function readChangeMark(db: CaseDb): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select (select coalesce(max(key), 0) from coded_record) || '.' || (select coalesce(max(key), 0) from document_source)
      || '.' || (select coalesce(max(number), 0) from decision)
      || '.' || coalesce((select value from setting where name = 'linkings'), '')
      || '.' || coalesce((select value from setting where name = 'weighed'), '') as mark`.execute(db.query);
  return rows[0]?.mark ?? '';
}
