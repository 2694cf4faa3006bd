import { type SqlBool, sql } from 'kysely';
import type { CaseFilter } from '../api/index.ts';
import { insertRows, toJson } from './bulk.ts';
import { type CaseDb, inTransaction } from './case-db.ts';
import { dayOrNull } from './entries.ts';
import { entryKeys } from './entry-keys.ts';
import { type Condition, ifGiven, limit, oneOf, where } from './entry-rows.ts';

/** A happening that events of one or many reports tell of, as linking hands it over. */
export interface StoredIncident {
  readonly id: string;
  readonly type: string;
  /** First and last day, ISO; null where unknown. */
  readonly day: string | null;
  readonly lastDay: string | null;
  /** Whatever else linking knows of it, JSON; the store does not look inside. */
  readonly details: unknown;
  /** Its events (`DOCUMENT#e3`), each with why it belongs here. */
  readonly events: readonly { readonly id: string; readonly why: unknown }[];
}

/** Puts new incidents in the place of all there are, as one step.
 * @throws StoreError where one names an event the case does not have */
export function replaceIncidents(db: CaseDb, incidents: readonly StoredIncident[]): Promise<void> {
  return inTransaction(db, async (db) => {
    await db.query.deleteFrom('incident').execute();
    const rows = incidents.map(({ id, type, day, lastDay, details }, at) => {
      return { key: at + 1, id, type, day: day ?? '', last_day: lastDay ?? day ?? '', details: toJson(details ?? null) };
    });
    await insertRows(db, 'incident', rows);
    const keys = await entryKeys(
      db,
      'event',
      incidents.flatMap(({ events }) => events.map(({ id }) => id)),
    );
    await insertRows(
      db,
      'incident_event',
      incidents.flatMap(({ events }, at) =>
        events.map(({ id, why }) => ({ incident: at + 1, event: keys.get(id) ?? null, why: toJson(why ?? null) })),
      ),
    );
  });
}

/** What a list of incidents can be asked for. `actor` and `recipient` are parties of one of its events. */
export type IncidentFilter = Pick<CaseFilter, 'actor' | 'recipient' | 'type' | 'from' | 'to' | 'limit'> & {
  readonly ids?: readonly string[];
};

/** The incidents a filter wants, by day and id. */
export async function listIncidents(db: CaseDb, filter: IncidentFilter = {}): Promise<readonly StoredIncident[]> {
  const { rows } = await sql<{ key: number; id: string; type: string; day: string; last_day: string; details: string }>`
    select i.* from incident i ${where(incidentConditions(filter))} order by i.day, i.id ${limit(filter.limit)}`.execute(
    db.query,
  );
  const events = await eventsOf(
    db,
    rows.map(({ key }) => key),
  );
  return rows.map(({ key, id, type, day, last_day, details }) => {
    const told = events.get(key) ?? [];
    return { id, type, day: dayOrNull(day), lastDay: dayOrNull(last_day), details: JSON.parse(details), events: told };
  });
}

/** Most incidents whose events are asked for by name; of more, all are read. */
const NAMED_MAX = 1000;

async function eventsOf(db: CaseDb, keys: readonly number[]): Promise<ReadonlyMap<number, StoredIncident['events']>> {
  if (keys.length === 0) return new Map();
  const named = keys.length > NAMED_MAX ? sql`` : sql`where l.incident in (${sql.join(keys)})`;
  const { rows } = await sql<{ incident: number; id: string; why: string }>`
    select l.incident, d.id || '#' || e.local_id as id, l.why
    from incident_event l join event e on e.key = l.event join document d on d.key = e.document
    ${named} order by l.incident, d.id, e.position`.execute(db.query);
  const events = new Map<number, { readonly id: string; readonly why: unknown }[]>();
  for (const { incident, id, why } of rows) {
    const told = events.get(incident) ?? [];
    told.push({ id, why: JSON.parse(why) });
    events.set(incident, told);
  }
  return events;
}

function incidentConditions({ ids, actor, recipient, type, from, to }: IncidentFilter): readonly Condition[] {
  const hasParty = (role: 'actor' | 'recipient') => (parties: readonly string[]) =>
    sql<SqlBool>`i.key in (select l.incident from incident_event l join event_party p on p.event = l.event
      where p.role = ${role} and ${oneOf('p.actor', parties)})`;
  return [
    ...ifGiven(ids, (values) => oneOf('i.id', values)),
    ...ifGiven(type, (types) => oneOf('i.type', types)),
    ...ifGiven(actor, hasParty('actor')),
    ...ifGiven(recipient, hasParty('recipient')),
    ...(from === undefined ? [] : [sql<SqlBool>`i.last_day >= ${from}`]),
    ...(to === undefined ? [] : [sql<SqlBool>`i.day <= ${to} and i.day <> ''`]),
  ];
}
