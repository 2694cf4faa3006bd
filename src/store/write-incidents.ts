import { sql } from 'kysely';
import { insertRows, toJson } from './bulk.ts';
import type { CaseDb } from './case-db.ts';
import { entryKeys } from './entry-keys.ts';
import type { StoredIncident } from './incidents.ts';
import { textList } from './value-list.ts';

/** Puts some incidents in the place of some others. @param gone ids of those that go @param linking number of the linking
 * @throws StoreError where one names an event the case does not have */
export async function exchangeIncidents(
  db: CaseDb,
  gone: readonly string[],
  incidents: readonly StoredIncident[],
  linking: number,
): Promise<void> {
  if (gone.length > 0) await sql`delete from incident where id in ${textList(db, gone)}`.execute(db.query);
  await addIncidents(db, incidents, linking);
}

async function addIncidents(db: CaseDb, incidents: readonly StoredIncident[], linking: number): Promise<void> {
  const row = await db.query
    .selectFrom('incident')
    .select(({ fn }) => fn.max<number | null>('key').as('last'))
    .executeTakeFirst();
  const first = (row?.last ?? 0) + 1;
  await insertRows(
    db,
    'incident',
    incidents.map(({ id, isAct, type, day, lastDay, details, facts }, at) => ({
      ...{ key: first + at, id, type, day: day ?? '', last_day: lastDay ?? day ?? '', details: toJson(details ?? null) },
      ...{ status: facts?.status ?? '', contested: facts?.contested ? 1 : 0 },
      ...{ documents: facts?.documents ?? 0, independent: facts?.independent ?? 0, act: isAct ? 1 : 0, linking },
    })),
  );
  const keys = await entryKeys(
    db,
    'event',
    incidents.flatMap(({ events }) => events.map(({ id }) => id)),
  );
  const members = incidents.flatMap(({ events }, at) =>
    events.map(({ id, why }) => ({ incident: first + at, event: keys.get(id) ?? null, why: toJson(why ?? null) })),
  );
  await insertRows(db, 'incident_event', members);
  if (incidents.length > 0)
    await sql`insert into incident_document (document, incident)
      select distinct e.document, l.incident from incident_event l join event e on e.key = l.event
      where l.incident >= ${first}`.execute(db.query);
}
