import { sql } from 'kysely';
import type { CaseFilter } from '../api/index.ts';
import type { CaseDb } from './case-db.ts';
import { claimConditions } from './claims.ts';
import { type Condition, where } from './entry-rows.ts';
import { eventConditions } from './events.ts';

/** Ids (`DOCUMENT#e3`) of all events a filter wants, whatever its limit. */
export function listEventIds(db: CaseDb, filter: CaseFilter): Promise<ReadonlySet<string>> {
  return listIds(db, 'event', eventConditions(db, filter));
}

/** Ids (`DOCUMENT#c1`) of all claims a filter wants, whatever its limit. */
export function listClaimIds(db: CaseDb, filter: CaseFilter): Promise<ReadonlySet<string>> {
  return listIds(db, 'claim', claimConditions(db, filter));
}

async function listIds(db: CaseDb, table: 'event' | 'claim', conditions: readonly Condition[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select d.id || '#' || e.local_id as id from ${sql.table(table)} e join document d on d.key = e.document
    ${where(conditions)}`.execute(db.query);
  return new Set(rows.map(({ id }) => id));
}
