import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CaseDb } from './case-db.ts';
import { dayOrNull } from './entries.ts';
import { type Condition, escapeLike, limit, where } from './entry-rows.ts';
import { type IncidentFilter, incidentConditions } from './incident-filter.ts';
import { StoreError } from './store-error.ts';
import { textList } from './value-list.ts';

/** A happening that events of one or many reports tell of, as linking hands it over; or an act that is none. */
export interface StoredIncident {
  readonly id: string;
  /** Whether it is an act that is no happening (a threat, a demand, a plan), kept for itself. */
  readonly isAct?: boolean;
  readonly type: string;
  /** First and last day, ISO; null where unknown. */
  readonly day: string | null;
  readonly lastDay: string | null;
  /** Whatever else linking knows of it, JSON; the store does not look inside. */
  readonly details: unknown;
  /** What lists are narrowed down by beside type and days. */
  readonly facts?: {
    readonly status: string;
    readonly contested: boolean;
    readonly documents: number;
    readonly independent: number;
  };
  /** Its events (`DOCUMENT#e3`), each with why it belongs here. */
  readonly events: readonly { readonly id: string; readonly why: unknown }[];
}

/** An incident and the ids of its events that the case still has. */
export interface IncidentMembers {
  readonly id: string;
  readonly events: readonly string[];
}

/** The incidents that some events belong to. @param events ids, `DOCUMENT#e3` */
export function incidentsWith(db: CaseDb, events: readonly string[]): Promise<readonly IncidentMembers[]> {
  return membersOf(
    db,
    sql`select l.incident from incident_event l join telling t on t.event = l.event where t.id in ${textList(db, events)}`,
  );
}

/** The incidents that some documents took part in, also by events of a record that is no longer in force. */
export function incidentsOfDocuments(db: CaseDb, documents: readonly string[]): Promise<readonly IncidentMembers[]> {
  return membersOf(
    db,
    sql`select l.incident from incident_document l join document d on d.key = l.document
      where d.id in ${textList(db, documents)}`,
  );
}

async function membersOf(db: CaseDb, wanted: RawBuilder<unknown>): Promise<readonly IncidentMembers[]> {
  const { rows } = await sql<{ id: string; event: string | null }>`
    select i.id, t.id as event from incident i left join incident_event l on l.incident = i.key
    left join telling t on t.event = l.event where i.key in (${wanted})`.execute(db.query);
  const found = new Map<string, string[]>();
  for (const { id, event } of rows) {
    const events = found.get(id) ?? [];
    if (event !== null) events.push(event);
    found.set(id, events);
  }
  return [...found].map(([id, events]) => ({ id, events }));
}

/** The incidents a filter wants, by day and id. */
export async function listIncidents(db: CaseDb, filter: IncidentFilter = {}): Promise<readonly StoredIncident[]> {
  const order = filter.isNewestFirst ? sql`order by i.day desc, i.id desc` : sql`order by i.day = '', i.day, i.id`;
  // Sorted by keys first: whole rows of everything that fits would be much more to sort.
  const { rows } = await sql<{ key: number; id: string; type: string; day: string; last_day: string; details: string }>`
    select i.* from incident i where i.key in (
      select i.key from incident i ${where(incidentConditions(db, filter))} ${order} ${limit(filter.limit, filter.offset)})
    ${order}`.execute(db.query);
  const events = await eventsOf(
    db,
    rows.map(({ key }) => key),
  );
  return rows.map(({ key, id, type, day, last_day, details }) => {
    const told = events.get(key) ?? [];
    return { id, type, day: dayOrNull(day), lastDay: dayOrNull(last_day), details: JSON.parse(details), events: told };
  });
}

/** Id and day of the incidents a filter wants, in the order of {@link listIncidents}; those without a day are left out. */
export async function listIncidentDays(
  db: CaseDb,
  filter: IncidentFilter = {},
): Promise<readonly (readonly [string, string])[]> {
  const { rows } = await sql<{ id: string; day: string }>`
    select i.id, i.day from incident i ${where([...incidentConditions(db, filter), sql<SqlBool>`i.day <> ''`])}
    order by i.day, i.id`.execute(db.query);
  return rows.map(({ id, day }) => [id, day]);
}

/** Ids of the events (`DOCUMENT#e3`) of an incident; none where there is no such incident. */
export async function listIncidentEvents(db: CaseDb, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id from incident i join incident_event l on l.incident = i.key join telling t on t.event = l.event
    where i.id = ${id} order by t.id`.execute(db.query);
  return rows.map((row) => row.id);
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

interface IncidentRow {
  readonly id: string;
  readonly day: string;
  readonly details: string;
}

/** Incidents read with a filter at a time. */
const PAGE = 500;

/** The details of the incidents a filter wants, as linking handed them over, in the order of {@link listIncidents}. */
export async function* eachIncident(db: CaseDb, filter: IncidentFilter = {}): AsyncGenerator<unknown> {
  let left = filter.limit ?? Number.POSITIVE_INFINITY;
  let conditions = incidentConditions(db, filter);
  let skipped = filter.offset ?? 0;
  while (left > 0) {
    const size = Math.min(left, PAGE);
    const rows = await readPage(db, conditions, limit(size, skipped));
    for (const { details } of rows) yield JSON.parse(details);
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    left -= rows.length;
    skipped = 0;
    conditions = [...incidentConditions(db, filter), isAfter(last)];
  }
}

async function readPage(
  db: CaseDb,
  conditions: readonly Condition[],
  page: RawBuilder<unknown>,
): Promise<readonly IncidentRow[]> {
  const { rows } = await sql<IncidentRow>`
    select i.id, i.day, i.details from incident i ${where(conditions)}
    order by i.day = '', i.day, i.id ${page}`.execute(db.query);
  return rows;
}

function isAfter({ id, day }: IncidentRow): Condition {
  return day === ''
    ? sql<SqlBool>`(i.day = '' and i.id > ${id})`
    : sql<SqlBool>`(i.day = '' or i.day > ${day} or (i.day = ${day} and i.id > ${id}))`;
}

/** How many incidents a filter wants; its limit does not count. */
export async function countIncidents(db: CaseDb, filter: IncidentFilter = {}): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from incident i ${where(incidentConditions(db, filter))}`.execute(db.query);
  return rows[0]?.count ?? 0;
}

/** The id of the incident that begins with some letters, or that an event belongs to.
 * @throws StoreError where there is none, or more than one */
export async function findIncidentId(db: CaseDb, given: string): Promise<string> {
  const { rows } = given.includes('#')
    ? await sql<{ id: string }>`
        select distinct i.id from incident i join incident_event l on l.incident = i.key join telling t on t.event = l.event
        where t.id like ${`${escapeLike(given.split('#')[0] ?? '')}%#${escapeLike(given.split('#')[1] ?? '')}`} escape '\\'
        limit 2`.execute(db.query)
    : await sql<{ id: string }>`
        select id from incident where id like ${`${escapeLike(given)}%`} escape '\\' order by id limit 2`.execute(db.query);
  const [found, another] = rows;
  if (!found) throw new StoreError('store/no-entry', given, 'the case has no such incident');
  if (another && found.id !== given) throw new StoreError('store/ambiguous-id', given, 'more than one incident begins so');
  return found.id;
}
