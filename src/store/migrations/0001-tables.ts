import type { DdlWords } from './ddl.ts';

const SPAN = (name: string) => `${name}_start integer not null, ${name}_end integer not null, ${name}_text text not null`;
const SPAN_IF_ANY = (name: string) => `${name}_start integer, ${name}_end integer, ${name}_text text`;
const VERSIONS = 'lapwing text not null, model text not null, lexicon text not null, knowledge text not null';
const FACTS = `fingerprint text not null, external_id text, title text, source text, url text, published text,
  published_basis text not null, language text not null`;

/** Tables of documents and of how their records came about. */
const documentTables = (w: DdlWords) => [
  'create table setting (name text primary key, value text not null)',
  `create table run (key ${w.identity}, kind text not null, ${VERSIONS}, host text not null, process integer not null,
    started_at text not null, ended_at text, counts text)`,
  `create table document (key ${w.identity}, id text not null unique, text text not null, length integer not null,
    added_at text not null, ${FACTS}, record ${w.whole} not null, ${VERSIONS})`,
  `create table document_source (key ${w.identity},
    document ${w.whole} not null references document (key) on delete cascade, ${FACTS}, reading text not null,
    added_at text not null, unique (document, fingerprint))`,
  `create table coded_record (key ${w.identity},
    document ${w.whole} not null references document (key) on delete cascade,
    run ${w.whole} references run (key), made_at text not null, ${VERSIONS}, json ${w.bytes} not null, bytes integer not null)`,
  'create index coded_record_document on coded_record (document)',
  'create index document_published on document (published)',
];

/** What a record says, entry by entry. */
const entryTables = (w: DdlWords) => {
  const document = `document ${w.whole} not null references document (key) on delete cascade`;
  const entry = `key ${w.key}, ${document}, position integer not null, day text not null`;
  const event = `event ${w.whole} not null references event (key) on delete cascade`;
  return [
    `create table document_actor (${document}, actor text not null, position integer not null, name text not null,
      kind text not null, country text, sector text, aliases text not null, folded text not null, mentions integer not null,
      primary key (document, actor))${w.byKey}`,
    `create table actor_mention (${document}, actor text not null, start_at integer not null, end_at integer not null,
      text text not null, primary key (document, actor, start_at, end_at))${w.byKey}`,
    `create table document_place (${document}, place text not null, position integer not null, name text not null,
      kind text not null, country text, latitude double precision, longitude double precision, folded text not null,
      mentions integer not null, primary key (document, place))${w.byKey}`,
    `create table place_mention (${document}, place text not null, start_at integer not null, end_at integer not null,
      text text not null, primary key (document, place, start_at, end_at))${w.byKey}`,
    `create table event (${entry}, local_id text not null, last_day text not null, type text not null, quad integer not null,
      modes text not null, contexts text not null, actors text not null, recipients text not null, places text not null,
      timed integer not null, time_start text, time_end text, time_start_at integer, time_end_at integer, time_text text,
      status text not null, score double precision not null, harm text, ${SPAN('trigger')}, ${SPAN('evidence')},
      claims text not null, same_as text not null, confidence double precision not null)`,
    `create table claim (${entry}, local_id text not null, speaker text, ${SPAN_IF_ANY('speaker')}, stance text not null,
      addressee text, ${SPAN('content')}, ${SPAN_IF_ANY('condition')}, events text not null, quoted integer not null,
      ${SPAN_IF_ANY('cue')}, ${SPAN('evidence')})`,
    `create table tie (${entry}, from_actor text not null, to_actor text not null, kind text not null, ${SPAN('evidence')},
      attributed_to text, denied_by text not null)`,
    `create table figure (${entry}, ${SPAN('span')}, low double precision, high double precision, approximate integer not null,
      counts text not null, event text)`,
    `create table time_mention (${entry}, ${SPAN('span')}, start_date text, end_date text)`,
    `create table event_party (${event}, role text not null, actor text not null, primary key (event, role, actor))${w.byKey}`,
    `create table event_place (${event}, place text not null, primary key (event, place))${w.byKey}`,
    `create table event_harm (${event}, kind text not null, low double precision, high double precision,
      primary key (event, kind))${w.byKey}`,
    `create table event_claim (${event}, claim ${w.whole} not null references claim (key) on delete cascade,
      primary key (event, claim))${w.byKey}`,
  ];
};

/** What is joined over documents, and what people decide about it. */
const caseTables = (w: DdlWords) => [
  `create table incident (key ${w.key}, id text not null unique, type text not null, day text not null,
    last_day text not null, details text not null)`,
  `create table incident_event (incident ${w.whole} not null references incident (key) on delete cascade,
    event ${w.whole} not null references event (key) on delete cascade, why text not null,
    primary key (incident, event))${w.byKey}`,
  `create table dispute (key ${w.identity}, id text not null unique, kind text not null, details text not null)`,
  `create table decision (number ${w.identity}, at text not null, by_whom text not null, kind text not null,
    subject text not null, why text, what text not null)`,
];

/** What entries are found by. Every index ends with what the answers are sorted by, where one filter is the common question. */
const INDEXES = [
  'create index document_actor_actor on document_actor (actor, name, kind, country, sector, mentions)',
  'create index document_place_place on document_place (place)',
  ...['event', 'claim', 'tie', 'figure', 'time_mention'].map(
    (table) => `create index ${table}_document on ${table} (document)`,
  ),
  'create index event_day on event (day, last_day)',
  ...['claim', 'tie', 'figure'].map((table) => `create index ${table}_day on ${table} (day)`),
  'create index event_type on event (type, day)',
  'create index event_status on event (status, day)',
  'create index event_party_actor on event_party (actor, role, event)',
  'create index event_place_place on event_place (place, event)',
  'create index event_claim_claim on event_claim (claim)',
  'create index claim_speaker on claim (speaker, day)',
  'create index claim_addressee on claim (addressee)',
  'create index claim_stance on claim (stance, day)',
  'create index tie_from on tie (from_actor)',
  'create index tie_to on tie (to_actor)',
  'create index figure_counts on figure (counts, day)',
  'create index incident_event_event on incident_event (event)',
  'create index incident_day on incident (day)',
  'create index decision_subject on decision (subject)',
];

/** Statements that make the tables and their indexes. */
export function tableStatements(words: DdlWords): readonly string[] {
  return [...documentTables(words), ...entryTables(words), ...caseTables(words), ...INDEXES];
}
