import { sql } from 'kysely';
import type { QueueView } from '../../api/index.ts';
import type { CaseDb } from '../case-db.ts';
import type { OpenedCase } from '../open-case.ts';
import { DEAD, queueSchema, WAITING } from './queue-schema.ts';

/** A document that could not be coded. */
export interface DeadDocument {
  /** The number to try it again by. */
  readonly job: string;
  /** The document's id. */
  readonly id: string;
  readonly title: string | null;
  readonly reason: string;
  /** Attempts made. */
  readonly attempts: number;
  /** ISO date and time of the last one. */
  readonly at: string;
}

/** How the queue of a case stands; null where it has none, as a case in a file. */
export async function readQueueStatus(db: OpenedCase): Promise<QueueView | null> {
  if (db.dialect === 'sqlite') return null;
  const schema = queueSchema(db.location);
  if (!(await hasQueue(db, schema))) return null;
  const { rows } = await sql<Omit<QueueView, 'workers'>>`
    select count(*) filter (where name = ${WAITING} and state < 'active' and start_after <= now()) as waiting,
      count(*) filter (where name = ${WAITING} and state < 'active' and start_after > now()) as delayed,
      count(*) filter (where name = ${WAITING} and state = 'active') as active,
      count(*) filter (where name = ${DEAD} and state < 'active') as dead,
      count(*) filter (where name = ${WAITING} and state = 'completed' and completed_on > now() - interval '1 minute')
        as "doneLastMinute"
    from ${sql.table(`${schema}.job`)} where name in (${WAITING}, ${DEAD})`.execute(db.query);
  const counts = rows[0] ?? { waiting: 0, delayed: 0, active: 0, dead: 0, doneLastMinute: 0 };
  return { ...counts, workers: await listWorkers(db, schema) };
}

/** How many documents are left to the workers, those that wait for another attempt among them. */
export async function countQueued(db: OpenedCase): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(`${queueSchema(db.location)}.job`)}
    where name = ${WAITING} and state <= 'active'`.execute(db.query);
  return rows[0]?.count ?? 0;
}

/** The documents that could not be coded, the first given up first. */
export async function listDead(db: OpenedCase, limit: number): Promise<readonly DeadDocument[]> {
  const schema = queueSchema(db.location);
  if (!(await hasQueue(db, schema))) return [];
  const { rows } = await sql<DeadDocument>`
    select id::text as job, data ->> 'id' as id, data ->> 'title' as title,
      coalesce(source_output ->> 'message', source_output ->> 'value', source_output::text, 'no reason given') as reason,
      coalesce(source_retry_count, 0) + 1 as attempts,
      to_char(created_on at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from ${sql.table(`${schema}.job`)} where name = ${DEAD} and state < 'active'
    order by created_on, id limit ${limit}`.execute(db.query);
  return rows;
}

async function hasQueue(db: CaseDb, schema: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass(${`${schema}.job`}) is not null as found`.execute(db.query);
  return rows[0]?.found ?? false;
}

async function listWorkers(db: CaseDb, schema: string): Promise<QueueView['workers']> {
  const { rows } = await sql<QueueView['workers'][number]>`
    select host, pid as process, to_char(started_on at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startedAt"
    from ${sql.table(`${schema}.instance`)}
    where stopped_on is null and heartbeat_on > now() - 3 * heartbeat_seconds * interval '1 second'
    order by host, started_on`.execute(db.query);
  return rows;
}
