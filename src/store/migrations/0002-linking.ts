import type { Migration } from 'kysely/migration';
import type { CaseDialect } from '../case-db.ts';
import { type DdlWords, POSTGRES_WORDS, runStatements, SQLITE_WORDS, withPlainOrder } from './ddl.ts';

const linkingTables = (w: DdlWords) => {
  const document = `document ${w.whole} not null references document (key) on delete cascade`;
  const event = `event ${w.whole} not null references event (key) on delete cascade`;
  return [
    // What linking looks at of an event, made once when its report is linked.
    `create table telling (event ${w.key} references event (key) on delete cascade, ${document}, id text not null,
      body text not null)`,
    'create index telling_document on telling (document)',
    'create index telling_id on telling (id)',
    `create table telling_key (block text not null, ${event}, primary key (block, event))${w.byKey}`,
    'create index telling_key_event on telling_key (event)',
    // The record, the number of sources and the signature a document was linked with.
    `create table linked_document (document ${w.key} references document (key) on delete cascade, record ${w.whole} not null,
      sources integer not null, signature text not null, copy_of text not null, said text not null)`,
    'create index linked_document_copy on linked_document (copy_of)',
    `create table copy_key (block text not null, ${document}, primary key (block, document))${w.byKey}`,
    // Which incidents a document took part in; unlike incident_event it outlives the events of a report that is coded again.
    `create table incident_document (${document}, incident ${w.whole} not null references incident (key) on delete cascade,
      primary key (document, incident))${w.byKey}`,
    'create index incident_document_incident on incident_document (incident)',
    `alter table incident add column status text not null default ''`,
    'alter table incident add column contested integer not null default 0',
    'alter table incident add column documents integer not null default 0',
    'alter table incident add column independent integer not null default 0',
    `create table agreement (incident text primary key, details text not null)`,
    `create table actor_variant (actor text primary key, called text not null, why text not null)`,
    'create index actor_variant_called on actor_variant (called)',
  ];
};

const VIEWS = [
  'drop view incidents',
  `create view incidents as select id, type, day, last_day, status, contested, documents, independent, details,
    (select count(*) from incident_event l where l.incident = i.key) as events from incident i`,
  'create view agreements as select incident, details from agreement',
  'create view actor_variants as select actor, called, why from actor_variant',
];

const STATEMENTS: Readonly<Record<CaseDialect, readonly string[]>> = {
  sqlite: [...linkingTables(SQLITE_WORDS), ...VIEWS],
  postgres: [...linkingTables(POSTGRES_WORDS).map(withPlainOrder), ...VIEWS],
};

/** What linking keeps, so that a new report is compared with what it can tell of and no more. */
export const makeLinkingTables = (dialect: CaseDialect): Migration => ({ up: (db) => runStatements(db, STATEMENTS[dialect]) });
