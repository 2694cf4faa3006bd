import { hostname } from 'node:os';
import type { CaseRecord } from '../api/index.ts';
import type { CaseDb } from './case-db.ts';

/** What made a record. */
export type Versions = CaseRecord['versions'];

/** Notes that a program begins to write: who, when, with what versions. Others are told of it where they must wait.
 * @param kind the command, e.g. `add`
 * @param now ISO date and time
 * @returns the number of the run */
export async function beginRun(db: CaseDb, kind: string, versions: Versions, now: string): Promise<number> {
  await endLostRuns(db, now);
  const { key } = await db.query
    .insertInto('run')
    .values({ kind, ...versions, host: hostname(), process: process.pid, started_at: now })
    .returning('key')
    .executeTakeFirstOrThrow();
  return key;
}

/** Notes that a run is over. @param counts what came of it, by name */
export async function endRun(db: CaseDb, run: number, counts: Readonly<Record<string, number>>, now: string): Promise<void> {
  await db.query
    .updateTable('run')
    .set({ ended_at: now, counts: JSON.stringify(counts) })
    .where('key', '=', run)
    .execute();
}

/** Ends the runs of this machine whose process is gone: it was killed. They stay without counts. */
async function endLostRuns(db: CaseDb, now: string): Promise<void> {
  const open = await db.query
    .selectFrom('run')
    .select(['key', 'process'])
    .where('ended_at', 'is', null)
    .where('host', '=', hostname())
    .execute();
  for (const run of open)
    if (!isAlive(run.process)) await db.query.updateTable('run').set({ ended_at: now }).where('key', '=', run.key).execute();
}

/** Whether a process of this machine is still there. @param id its number */
export function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // EPERM: there is such a process, but not ours to signal.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
