import { sql } from 'kysely';
import type { CaseDb } from './case-db.ts';

/** Incidents of a day, type and status. */
export interface DayCount {
  readonly day: string;
  readonly type: string;
  readonly status: string;
  readonly count: number;
}

/** How many incidents, acts that are no happenings among them, there are of each day, type and status; those without a day are left out. */
export async function countIncidentsByDay(db: CaseDb): Promise<readonly DayCount[]> {
  const { rows } = await sql<DayCount>`
    select day, type, status, count(*) as count from incident where day <> ''
    group by day, type, status order by day, type, status`.execute(db.query);
  return rows;
}

/** Incidents that an actor acts and is acted on in. */
export interface PartyCount {
  readonly actor: string;
  readonly acts: number;
  readonly receives: number;
}

/** The actors with most incidents, acts that are no happenings among them. @param most how many actors */
export async function countIncidentsByParty(db: CaseDb, most: number): Promise<readonly PartyCount[]> {
  const { rows } = await sql<PartyCount>`
    select actor, cast(sum(case when role = 'actor' then 1 else 0 end) as bigint) as acts,
      cast(sum(case when role = 'recipient' then 1 else 0 end) as bigint) as receives
    from (select distinct p.actor, p.role, l.incident from event_party p join incident_event l on l.event = p.event) told
    group by actor order by count(*) desc, actor limit ${most}`.execute(db.query);
  return rows;
}

/** Outlets, those with most documents first; a null name stands for documents whose outlet is not known. */
export async function countOutlets(
  db: CaseDb,
): Promise<readonly { readonly name: string | null; readonly documents: number }[]> {
  const { rows } = await sql<{ name: string | null; documents: number }>`
    select source as name, count(*) as documents from document group by source
    order by documents desc, coalesce(source, '')`.execute(db.query);
  return rows;
}
