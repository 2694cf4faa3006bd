import { type SqlBool, sql } from 'kysely';
import type { CaseFilter } from '../api/index.ts';
import type { CaseDb } from './case-db.ts';
import { type Condition, ifGiven, oneOf } from './entry-rows.ts';
import { hasWords } from './search.ts';
import { textList } from './value-list.ts';

/** What a list of incidents can be asked for. `actor`, `recipient`, `party`, `place`, `speaker`, `text`, `document` and `confidence` are
 * those of one of its events. */
export type IncidentFilter = CaseFilter & {
  readonly ids?: readonly string[];
  /** Also acts that are no happenings. */
  readonly withActs?: boolean;
  /** The last day first. */
  readonly isNewestFirst?: boolean;
};

/** What a filter asks of incidents; in it `i` is the incident. */
export function incidentConditions(db: CaseDb, filter: IncidentFilter): readonly Condition[] {
  const { ids, actor, recipient, party, type, status, place, speaker, text, document, from, to, confidence } = filter;
  const hasEvent = (condition: Condition): Condition =>
    sql<SqlBool>`i.key in (select l.incident from incident_event l join event e on e.key = l.event where ${condition})`;
  const hasParty = (role: 'actor' | 'recipient') => (parties: readonly string[]) =>
    hasEvent(
      sql<SqlBool>`e.key in (select p.event from event_party p where p.role = ${role} and ${oneOf('p.actor', parties)})`,
    );
  return [
    ...(filter.withActs || ids ? [] : [sql<SqlBool>`i.act = 0`]),
    ...ifGiven(ids, (values) => sql<SqlBool>`i.id in ${textList(db, values)}`),
    ...ifGiven(type, (types) => oneOf('i.type', types)),
    ...ifGiven(status, (statuses) => oneOf('i.status', statuses)),
    ...ifGiven(actor, hasParty('actor')),
    ...ifGiven(recipient, hasParty('recipient')),
    ...ifGiven(party, (parties) =>
      hasEvent(sql<SqlBool>`e.key in (select p.event from event_party p where ${oneOf('p.actor', parties)})`),
    ),
    ...(confidence === undefined ? [] : [hasEvent(sql<SqlBool>`e.confidence >= ${confidence}`)]),
    ...ifGiven(place, (values) =>
      hasEvent(sql<SqlBool>`e.key in (select p.event from event_place p where ${oneOf('p.place', values)})`),
    ),
    ...ifGiven(speaker, (values) =>
      hasEvent(sql<SqlBool>`e.key in (select c.event from event_claim c join claim k on k.key = c.claim
        where ${oneOf('k.speaker', values)})`),
    ),
    ...ifGiven(document, (values) =>
      hasEvent(sql<SqlBool>`e.document in (select d.key from document d where ${oneOf('d.id', values)})`),
    ),
    ...(text === undefined ? [] : [hasEvent(hasWords(db, sql.ref('e.key'), text))]),
    ...(from === undefined ? [] : [sql<SqlBool>`i.last_day >= ${from}`]),
    ...(to === undefined ? [] : [sql<SqlBool>`i.day <= ${to} and i.day <> ''`]),
  ];
}
