import type { ColumnType, Generated } from 'kysely';

// Rows as they are stored, one interface a table; they never leave this floor. Dates and times are ISO text, truth values 0 and 1,
// lists and objects JSON text, spans three columns (start, end in UTF-16 code units, text).

/** A column that is written once and never changed. */
type Fixed<T> = ColumnType<T, T, never>;

export interface SettingTable {
  name: string;
  value: string;
}

export interface RunTable {
  key: Generated<number>;
  kind: string;
  lapwing: string;
  model: string;
  lexicon: string;
  knowledge: string;
  host: string;
  process: number;
  started_at: string;
  ended_at: string | null;
  counts: string | null;
}

export interface DocumentTable {
  key: Generated<number>;
  id: Fixed<string>;
  text: Fixed<string>;
  length: number;
  added_at: string;
  /** The source whose facts the record was made with, and those facts. */
  fingerprint: string;
  external_id: string | null;
  title: string | null;
  source: string | null;
  url: string | null;
  published: string | null;
  published_basis: string;
  language: string;
  /** What made the record in force. */
  record: number;
  lapwing: string;
  model: string;
  lexicon: string;
  knowledge: string;
}

export interface DocumentSourceTable {
  key: Generated<number>;
  document: number;
  fingerprint: string;
  external_id: string | null;
  title: string | null;
  source: string | null;
  url: string | null;
  published: string | null;
  published_basis: string;
  language: string;
  reading: string;
  added_at: string;
}

export interface CodedRecordTable {
  key: Generated<number>;
  document: number;
  run: number | null;
  made_at: string;
  lapwing: string;
  model: string;
  lexicon: string;
  knowledge: string;
  /** The record's JSON, UTF-8, deflated (zlib format). */
  json: Uint8Array;
  /** Bytes before deflating. */
  bytes: number;
}

export interface DocumentActorTable {
  document: number;
  actor: string;
  position: number;
  name: string;
  kind: string;
  country: string | null;
  sector: string | null;
  aliases: string;
  /** Name and aliases, folded, each between line feeds: where names are looked up. */
  folded: string;
  mentions: number;
}

export interface ActorMentionTable {
  document: number;
  actor: string;
  start_at: number;
  end_at: number;
  text: string;
}

export interface DocumentPlaceTable {
  document: number;
  place: string;
  position: number;
  name: string;
  kind: string;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  folded: string;
  mentions: number;
}

export interface PlaceMentionTable {
  document: number;
  place: string;
  start_at: number;
  end_at: number;
  text: string;
}

/** What every entry of a record has. */
interface EntryColumns {
  key: number;
  document: number;
  /** In its list of the record, from 0. */
  position: number;
  /** ISO date the entry is sorted and found by, `''` where none is known. */
  day: string;
}

export interface EventTable extends EntryColumns {
  local_id: string;
  /** Last day; `day` is the first. The document's date where the event has none. */
  last_day: string;
  type: string;
  quad: number;
  modes: string;
  contexts: string;
  actors: string;
  recipients: string;
  places: string;
  /** 0 where the record gives no time at all. */
  timed: number;
  time_start: string | null;
  time_end: string | null;
  time_start_at: number | null;
  time_end_at: number | null;
  time_text: string | null;
  status: string;
  score: number;
  harm: string | null;
  trigger_start: number;
  trigger_end: number;
  trigger_text: string;
  evidence_start: number;
  evidence_end: number;
  evidence_text: string;
  claims: string;
  same_as: string;
  confidence: number;
}

export interface EventPartyTable {
  event: number;
  role: 'actor' | 'recipient';
  actor: string;
}

export interface EventPlaceTable {
  event: number;
  place: string;
}

export interface EventHarmTable {
  event: number;
  kind: string;
  low: number | null;
  high: number | null;
}

export interface EventClaimTable {
  event: number;
  claim: number;
}

export interface ClaimTable extends EntryColumns {
  local_id: string;
  speaker: string | null;
  speaker_start: number | null;
  speaker_end: number | null;
  speaker_text: string | null;
  stance: string;
  addressee: string | null;
  content_start: number;
  content_end: number;
  content_text: string;
  condition_start: number | null;
  condition_end: number | null;
  condition_text: string | null;
  events: string;
  quoted: number;
  cue_start: number | null;
  cue_end: number | null;
  cue_text: string | null;
  evidence_start: number;
  evidence_end: number;
  evidence_text: string;
}

export interface TieTable extends EntryColumns {
  from_actor: string;
  to_actor: string;
  kind: string;
  evidence_start: number;
  evidence_end: number;
  evidence_text: string;
  attributed_to: string | null;
  denied_by: string;
}

export interface FigureTable extends EntryColumns {
  span_start: number;
  span_end: number;
  span_text: string;
  low: number | null;
  high: number | null;
  approximate: number;
  counts: string;
  event: string | null;
}

export interface TimeMentionTable extends EntryColumns {
  span_start: number;
  span_end: number;
  span_text: string;
  start_date: string | null;
  end_date: string | null;
}

export interface IncidentTable {
  key: number;
  id: string;
  type: string;
  day: string;
  last_day: string;
  details: string;
  status: string;
  contested: number;
  /** Documents it rests on, and origins that did not copy each other. */
  documents: number;
  independent: number;
  /** 1 for an act that is no happening. */
  act: number;
  /** Number of the linking that wrote it. */
  linking: number;
}

export interface IncidentEventTable {
  incident: number;
  event: number;
  /** Why the event belongs to the incident, JSON. */
  why: string;
}

export interface DisputeTable {
  key: Generated<number>;
  id: string;
  kind: string;
  details: string;
}

export interface DecisionTable {
  number: Generated<number>;
  at: Fixed<string>;
  by_whom: Fixed<string>;
  kind: Fixed<string>;
  subject: Fixed<string>;
  why: Fixed<string | null>;
  what: Fixed<string>;
}

/** What linking looks at of an event. */
export interface TellingTable {
  event: number;
  document: number;
  /** `DOCUMENT#e3`. */
  id: string;
  /** JSON of the telling; the store does not look inside. */
  body: string;
}

/** Keys under which tellings are found that may tell the same. */
export interface TellingKeyTable {
  block: string;
  event: number;
}

export interface LinkedDocumentTable {
  document: number;
  /** The record that was linked and the number of sources it had then. */
  record: number;
  sources: number;
  /** JSON of what near copies of the text are recognised by. */
  signature: string;
  /** Id of the first of its near copies; its own where it has none. */
  copy_of: string;
  /** JSON of what linking looks at of claims and ties; the store does not look inside. */
  said: string;
  /** Number of the linking that wrote it. */
  linking: number;
}

export interface CopyKeyTable {
  block: string;
  document: number;
}

export interface IncidentDocumentTable {
  document: number;
  incident: number;
}

export interface AgreementTable {
  incident: string;
  details: string;
}

export interface ActorVariantTable {
  actor: string;
  called: string;
  /** JSON of what speaks for it. */
  why: string;
}

/** SQLite's full-text table; on PostgreSQL the words are a tsvector. */
export interface SearchTable {
  rowid: number;
  key: number;
  words: string;
}

/** All tables of a case. */
export interface CaseTables {
  setting: SettingTable;
  run: RunTable;
  document: DocumentTable;
  document_source: DocumentSourceTable;
  coded_record: CodedRecordTable;
  document_actor: DocumentActorTable;
  actor_mention: ActorMentionTable;
  document_place: DocumentPlaceTable;
  place_mention: PlaceMentionTable;
  event: EventTable;
  event_party: EventPartyTable;
  event_place: EventPlaceTable;
  event_harm: EventHarmTable;
  event_claim: EventClaimTable;
  claim: ClaimTable;
  tie: TieTable;
  figure: FigureTable;
  time_mention: TimeMentionTable;
  incident: IncidentTable;
  incident_event: IncidentEventTable;
  dispute: DisputeTable;
  decision: DecisionTable;
  telling: TellingTable;
  telling_key: TellingKeyTable;
  linked_document: LinkedDocumentTable;
  copy_key: CopyKeyTable;
  incident_document: IncidentDocumentTable;
  agreement: AgreementTable;
  actor_variant: ActorVariantTable;
  search: SearchTable;
}
