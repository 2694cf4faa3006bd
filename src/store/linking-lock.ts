import { sql } from 'kysely';
import type { CaseDb } from './case-db.ts';

// SQLite's transactions have the lock on everything already. On a server the locks are PostgreSQL's own for programs, of this schema, and
// end with the transaction: nobody can leave one behind.

/** Locks out everybody else who links, and everybody who takes events away (a report coded again meanwhile would take those that
 * incidents are about to name), until the transaction ends. New reports go on coming in.
 * @param wait false where another who links is not to be waited for
 * @returns whether the lock was got */
export async function lockLinking(db: CaseDb, wait: boolean): Promise<boolean> {
  if (db.dialect === 'sqlite') return true;
  if (wait) await sql`select pg_advisory_xact_lock(${keyOf('linking')})`.execute(db.query);
  else {
    const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${keyOf('linking')}) as got`.execute(
      db.query,
    );
    if (rows[0]?.got !== true) return false;
  }
  await sql`select pg_advisory_xact_lock(${keyOf('events')})`.execute(db.query);
  return true;
}

/** Keeps linking away from events that are about to be taken away, until the transaction ends. To be asked for before the document is
 * locked: linking locks documents after it has this. */
export async function lockOutLinking(db: CaseDb): Promise<void> {
  if (db.dialect === 'postgres') await sql`select pg_advisory_xact_lock_shared(${keyOf('events')})`.execute(db.query);
}

/** Lets one program at a time write what is worked out of all incidents, until the transaction ends. */
export async function lockWeighing(db: CaseDb): Promise<void> {
  if (db.dialect === 'postgres') await sql`select pg_advisory_xact_lock(${keyOf('weighing')})`.execute(db.query);
}

/** A number that stands for a lock of this case among all of the server's database. */
function keyOf(lock: 'linking' | 'events' | 'weighing') {
  return sql`hashtextextended('lapwing ' || ${lock}::text || ' ' || current_schema(), 0)`;
}
