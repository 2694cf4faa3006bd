import type { CaseFilter } from '../api/index.ts';
import type { Incident } from '../link/index.ts';
import { type CaseDb, eachIncident as eachStored } from '../store/index.ts';

/** The incidents a filter wants, by day and id, as linking left them when something was last added. */
export async function* eachIncident(db: CaseDb, filter: CaseFilter): AsyncGenerator<Incident> {
  for await (const details of eachStored(db, filter)) yield details as Incident;
}
