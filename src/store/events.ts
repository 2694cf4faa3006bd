import { type SqlBool, sql } from 'kysely';
import type { CaseEvent, CaseFilter, CasePlaceName, RecordEvent, RecordSpan } from '../api/index.ts';
import type { CaseDb } from './case-db.ts';
import { actorNames, dayOrNull, documentName, type EntryRow, eachPage } from './entries.ts';
import { entryId } from './entry-ids.ts';
import { type Condition, commonConditions, countEntries, entryRows, ifGiven, oneOf } from './entry-rows.ts';
import { spanOrNull } from './spans.ts';
import type { EventTable } from './tables.ts';

type EventRow = EventTable & EntryRow;

/** The events a filter wants, by day, document and place in the report. All of a case where the filter is empty. */
export function eachEvent(db: CaseDb, filter: CaseFilter = {}): AsyncGenerator<CaseEvent> {
  const conditions = eventConditions(db, filter);
  return eachPage(
    filter,
    (after, size) => entryRows<EventRow>(db, 'event', conditions, after, size),
    (rows) => toEvents(db, rows),
  );
}

/** How many events a filter wants; its limit does not count. */
export function countEvents(db: CaseDb, filter: CaseFilter = {}): Promise<number> {
  return countEntries(db, 'event', eventConditions(db, filter));
}

/** The event of a document with an id, or null. @param document the document's key */
export async function findEvent(db: CaseDb, document: number, localId: string): Promise<RecordEvent | null> {
  const row = await db.query
    .selectFrom('event')
    .selectAll()
    .where('document', '=', document)
    .where('local_id', '=', localId)
    .executeTakeFirst();
  return row ? toRecordEvent(row) : null;
}

/** What a filter asks of events. */
export function eventConditions(db: CaseDb, filter: CaseFilter): readonly Condition[] {
  return [
    ...commonConditions(db, filter, 'e.last_day'),
    ...ifGiven(filter.actor, (ids) => isParty('actor', ids)),
    ...ifGiven(filter.recipient, (ids) => isParty('recipient', ids)),
    ...ifGiven(filter.party, (ids) => sql<SqlBool>`e.key in (select event from event_party where ${oneOf('actor', ids)})`),
    ...(filter.confidence === undefined ? [] : [sql<SqlBool>`e.confidence >= ${filter.confidence}`]),
    ...ifGiven(filter.type, (types) => oneOf('e.type', types)),
    ...ifGiven(filter.status, (statuses) => oneOf('e.status', statuses)),
    ...ifGiven(filter.place, (ids) => sql<SqlBool>`e.key in (select event from event_place where ${oneOf('place', ids)})`),
    ...ifGiven(
      filter.speaker,
      (ids) => sql<SqlBool>`e.key in (select l.event from event_claim l join claim c on c.key = l.claim
        where ${oneOf('c.speaker', ids)})`,
    ),
  ];
}

function isParty(role: 'actor' | 'recipient', ids: readonly string[]): Condition {
  return sql<SqlBool>`e.key in (select event from event_party where role = ${role} and ${oneOf('actor', ids)})`;
}

async function toEvents(db: CaseDb, rows: readonly EventRow[]): Promise<readonly CaseEvent[]> {
  const [nameActor, placesOf] = await Promise.all([actorNames(db, rows), placeNames(db, rows)]);
  return rows.map((row) => {
    const event = toRecordEvent(row);
    return {
      ...{ id: entryId(row.document_id, row.local_id), document: documentName(row) },
      ...{ day: dayOrNull(row.day), lastDay: dayOrNull(row.last_day), event },
      actors: event.actors.map((actor) => nameActor(row.document, actor)),
      recipients: event.recipients.map((actor) => nameActor(row.document, actor)),
      places: event.places.flatMap((place) => placesOf.get(`${row.document} ${place}`) ?? []),
    };
  });
}

async function placeNames(db: CaseDb, rows: readonly EventRow[]): Promise<ReadonlyMap<string, CasePlaceName>> {
  const documents = [...new Set(rows.filter(({ places }) => places !== '[]').map(({ document }) => document))];
  if (documents.length === 0) return new Map();
  const found = await db.query
    .selectFrom('document_place')
    .select(['document', 'place', 'name', 'kind', 'country', 'latitude', 'longitude'])
    .where('document', 'in', documents)
    .execute();
  return new Map(found.map(({ document, place, ...facts }) => [`${document} ${place}`, { id: place, ...facts }] as const));
}

/** The event as it stands in its record, field by field in the record's order. */
function toRecordEvent(row: EventTable): RecordEvent {
  const span = (start: number, end: number, text: string): RecordSpan => ({ start, end, text });
  return {
    id: row.local_id,
    type: row.type as RecordEvent['type'],
    modes: JSON.parse(row.modes),
    contexts: JSON.parse(row.contexts),
    actors: JSON.parse(row.actors),
    recipients: JSON.parse(row.recipients),
    places: JSON.parse(row.places),
    time:
      row.timed === 0
        ? null
        : {
            start: row.time_start,
            end: row.time_end,
            span: spanOrNull(row.time_start_at, row.time_end_at, row.time_text),
          },
    status: row.status as RecordEvent['status'],
    score: row.score,
    harm: row.harm === null ? null : JSON.parse(row.harm),
    trigger: span(row.trigger_start, row.trigger_end, row.trigger_text),
    evidence: span(row.evidence_start, row.evidence_end, row.evidence_text),
    claims: JSON.parse(row.claims),
    sameAs: JSON.parse(row.same_as),
    confidence: row.confidence,
  };
}
