import type { Migration } from 'kysely/migration';
import { runStatements } from './ddl.ts';

const STATEMENTS = [
  // 1: an act that is no happening (a threat, a demand, a plan), for itself under the id of its event.
  'alter table incident add column act integer not null default 0',
  'create index incident_order on incident (act, day, id)',
  // The count of linkings at which a document or an incident was written: who has read the case up to one needs what came after it alone.
  'alter table incident add column linking integer not null default 0',
  'alter table linked_document add column linking integer not null default 0',
  'create index incident_linking on incident (linking)',
  'create index linked_document_linking on linked_document (linking)',
  'drop view incident_events',
  'drop view incidents',
  `create view incidents as select id, type, day, last_day, status, contested, documents, independent, details,
    (select count(*) from incident_event l where l.incident = i.key) as events from incident i where act = 0`,
  `create view incident_events as select i.id as incident, d.id || '#' || e.local_id as event, l.why
    from incident_event l join incident i on i.key = l.incident join event e on e.key = l.event
    join document d on d.key = e.document where i.act = 0`,
];

/** Acts that are no happenings stand beside the incidents, so that both are found and counted alike; and what was linked since it was last
 * looked at can be told. */
export const makeActs: Migration = { up: (db) => runStatements(db, STATEMENTS) };
