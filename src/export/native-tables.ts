import type {
  CaseActor,
  CaseActorName,
  CaseClaim,
  CaseDocument,
  CaseEntry,
  CaseEvent,
  CaseFigure,
  CaseFilter,
  CasePlace,
  CasePlaceName,
  CaseSource,
  CaseTime,
  CaseToldTie,
  RecordBounds,
} from '../api/index.ts';
import { QUAD_OF } from '../codebook/index.ts';
import type { Incident } from '../link/index.ts';
import {
  type CaseDb,
  eachClaim,
  eachDocument,
  eachEvent,
  eachFigure,
  eachTie,
  eachTime,
  type LoggedDecision,
  listActors,
  listDecisions,
  listPlaces,
} from '../store/index.ts';
import { eachIncident } from './each-incident.ts';
import type { RecordEntries } from './record-entries.ts';

/** A value of a cell. */
export type Cell = string | number | boolean | null;

/** What the cells of a column are. `date` is `YYYY-MM-DD`. */
export type CellKind = 'text' | 'date' | 'whole' | 'number' | 'truth';

/** A column of a table. */
export interface TableColumn {
  readonly name: string;
  readonly kind: CellKind;
}

/** A row of a table: cells in the order of its columns. */
export type TableRow = readonly Cell[];

/** A table of a case. */
export interface NativeTable {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  rows(db: CaseDb, filter: CaseFilter): AsyncGenerator<TableRow>;
  /** The rows that one record makes, the same that it makes in a case; null for a table that is of a whole case. */
  readonly rowsOf: ((entries: RecordEntries) => readonly TableRow[]) | null;
}

/** Columns by name, in order: what the cells are and how they are had from an entry. A `list` is written as its codes parted by "; ". */
export type Columns<Row> = Readonly<
  Record<string, readonly [CellKind, (row: Row) => Cell] | readonly ['list', (row: Row) => readonly string[]]>
>;

/** The kind and cells of a column, lists written out. */
export function cellsOf<Row>(
  columns: Columns<Row>,
): readonly { readonly name: string; readonly kind: CellKind; readonly of: (row: Row) => Cell }[] {
  return Object.entries(columns).map(([name, column]) => {
    if (column[0] !== 'list') return { name, kind: column[0], of: column[1] };
    const [, listOf] = column;
    return { name, kind: 'text', of: (row) => listOf(row).join('; ') };
  });
}

/** A table of columns and of where its rows come from. */
export function table<Row>(
  name: string,
  columns: Columns<Row>,
  read: (db: CaseDb, filter: CaseFilter) => AsyncIterable<Row> | Promise<readonly Row[]>,
  ofRecord: ((entries: RecordEntries) => readonly Row[]) | null = null,
): NativeTable {
  const cells = cellsOf(columns);
  const toRow = (row: Row): TableRow => cells.map(({ of }) => of(row));
  return {
    name,
    columns: cells.map(({ name, kind }) => ({ name, kind })),
    async *rows(db, filter) {
      for await (const row of await read(db, filter)) yield toRow(row);
    },
    rowsOf: ofRecord && ((entries) => ofRecord(entries).map(toRow)),
  };
}

/** Rows for each part of each entry. */
async function* partsOf<Entry, Part>(entries: AsyncIterable<Entry>, parts: (entry: Entry) => readonly Part[]) {
  for await (const entry of entries) yield* parts(entry);
}

const FROM_DOCUMENT: Columns<Pick<CaseEntry, 'document'>> = {
  document: ['text', ({ document }) => document.id],
  published: ['date', ({ document }) => document.published],
  source: ['text', ({ document }) => document.source],
};

/** Where a text was printed. */
export interface PrintedText {
  /** Id of the text. */
  readonly document: string;
  readonly source: CaseSource;
}

/** Columns of where texts were printed, a row for each time. */
export const SOURCE_COLUMNS: Columns<PrintedText> = {
  document: ['text', ({ document }) => document],
  source: ['text', ({ source }) => source.source],
  title: ['text', ({ source }) => source.title],
  url: ['text', ({ source }) => source.url],
  published: ['date', ({ source }) => source.published],
  published_basis: ['text', ({ source }) => source.publishedBasis],
  external_id: ['text', ({ source }) => source.externalId],
  added_at: ['text', ({ source }) => source.addedAt || null],
};

const sourcesOf = ({ id, sources }: CaseDocument): readonly PrintedText[] =>
  sources.map((source) => ({ document: id, source }));

const placeOf = ({ id, places }: CaseEvent) => places.map((place) => ({ event: id, place }));

const harmOf = ({ id, event }: CaseEvent) =>
  Object.entries(event.harm ?? {}).map(([kind, { low, high }]) => ({ event: id, kind, low, high }));

const party = ({ id, actors, recipients }: CaseEvent) => [
  ...actors.map((actor) => ({ event: id, role: 'actor', actor })),
  ...recipients.map((actor) => ({ event: id, role: 'recipient', actor })),
];

/** Fields of a filter that reports have as well. */
function ofDocuments({ from, to, text, document }: CaseFilter): CaseFilter {
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(text !== undefined && { text }),
    ...(document !== undefined && { document }),
  };
}

/** Columns of an event, also where events alone are exported. */
export const EVENT_COLUMNS: Columns<CaseEvent> = {
  id: ['text', ({ id }) => id],
  type: ['text', ({ event }) => event.type],
  quad: ['whole', ({ event }) => QUAD_OF[event.type]],
  modes: ['list', ({ event }) => event.modes],
  contexts: ['list', ({ event }) => event.contexts],
  status: ['text', ({ event }) => event.status],
  score: ['number', ({ event }) => event.score],
  actors: ['list', ({ event }) => event.actors],
  actor_names: ['list', ({ actors }) => actors.map(({ name }) => name)],
  recipients: ['list', ({ event }) => event.recipients],
  recipient_names: ['list', ({ recipients }) => recipients.map(({ name }) => name)],
  places: ['list', ({ event }) => event.places],
  place_names: ['list', ({ places }) => places.map(({ name }) => name)],
  time_start: ['date', ({ event }) => event.time?.start ?? null],
  time_end: ['date', ({ event }) => event.time?.end ?? null],
  day: ['date', ({ day }) => day],
  last_day: ['date', ({ lastDay }) => lastDay],
  trigger_start: ['whole', ({ event }) => event.trigger.start],
  trigger_end: ['whole', ({ event }) => event.trigger.end],
  trigger: ['text', ({ event }) => event.trigger.text],
  evidence_start: ['whole', ({ event }) => event.evidence.start],
  evidence_end: ['whole', ({ event }) => event.evidence.end],
  evidence: ['text', ({ event }) => event.evidence.text],
  claims: ['list', ({ event }) => event.claims],
  same_as: ['list', ({ event }) => event.sameAs],
  confidence: ['number', ({ event }) => event.confidence],
  ...FROM_DOCUMENT,
};

/** The tables of a case: one row per entry, and one per part where an entry has many of a kind. */
export const NATIVE_TABLES: readonly NativeTable[] = [
  table<CaseDocument>(
    'documents',
    {
      id: ['text', ({ id }) => id],
      external_id: ['text', ({ externalId }) => externalId],
      title: ['text', ({ title }) => title],
      source: ['text', ({ source }) => source],
      url: ['text', ({ url }) => url],
      published: ['date', ({ published }) => published],
      published_basis: ['text', ({ publishedBasis }) => publishedBasis],
      language: ['text', ({ language }) => language],
      length: ['whole', ({ length }) => length],
      added_at: ['text', ({ addedAt }) => addedAt || null],
      lapwing: ['text', ({ versions }) => versions.lapwing],
      model: ['text', ({ versions }) => versions.model],
      lexicon: ['text', ({ versions }) => versions.lexicon],
      knowledge: ['text', ({ versions }) => versions.knowledge],
    },
    (db, filter) => eachDocument(db, ofDocuments(filter)),
    ({ document }) => [document],
  ),
  table(
    'sources',
    SOURCE_COLUMNS,
    (db, filter) => partsOf(eachDocument(db, ofDocuments(filter)), sourcesOf),
    ({ document }) => sourcesOf(document),
  ),
  table<CaseActor>(
    'actors',
    {
      id: ['text', ({ id }) => id],
      name: ['text', ({ name }) => name],
      kind: ['text', ({ kind }) => kind],
      country: ['text', ({ country }) => country],
      sector: ['text', ({ sector }) => sector],
      documents: ['whole', ({ documents }) => documents],
      mentions: ['whole', ({ mentions }) => mentions],
      acts: ['whole', ({ acts }) => acts],
      receives: ['whole', ({ receives }) => receives],
      says: ['whole', ({ says }) => says],
    },
    (db, { document }) => listActors(db, document === undefined ? {} : { document }),
  ),
  table<CasePlace>(
    'places',
    {
      id: ['text', ({ id }) => id],
      name: ['text', ({ name }) => name],
      kind: ['text', ({ kind }) => kind],
      country: ['text', ({ country }) => country],
      latitude: ['number', ({ latitude }) => latitude],
      longitude: ['number', ({ longitude }) => longitude],
      documents: ['whole', ({ documents }) => documents],
      mentions: ['whole', ({ mentions }) => mentions],
      events: ['whole', ({ events }) => events],
    },
    (db, { document }) => listPlaces(db, document === undefined ? {} : { document }),
  ),
  table('events', EVENT_COLUMNS, eachEvent, ({ events }) => events),
  table<{ readonly event: string; readonly role: string; readonly actor: CaseActorName }>(
    'event_parties',
    {
      event: ['text', ({ event }) => event],
      role: ['text', ({ role }) => role],
      actor: ['text', ({ actor }) => actor.id],
      name: ['text', ({ actor }) => actor.name],
      kind: ['text', ({ actor }) => actor.kind],
    },
    (db, filter) => partsOf(eachEvent(db, filter), party),
    ({ events }) => events.flatMap(party),
  ),
  table<{ readonly event: string; readonly place: CasePlaceName }>(
    'event_places',
    {
      event: ['text', ({ event }) => event],
      place: ['text', ({ place }) => place.id],
      name: ['text', ({ place }) => place.name],
      country: ['text', ({ place }) => place.country],
      latitude: ['number', ({ place }) => place.latitude],
      longitude: ['number', ({ place }) => place.longitude],
    },
    (db, filter) => partsOf(eachEvent(db, filter), placeOf),
    ({ events }) => events.flatMap(placeOf),
  ),
  table<RecordBounds & { readonly event: string; readonly kind: string }>(
    'event_harms',
    {
      event: ['text', ({ event }) => event],
      kind: ['text', ({ kind }) => kind],
      low: ['whole', ({ low }) => low],
      high: ['whole', ({ high }) => high],
    },
    (db, filter) => partsOf(eachEvent(db, filter), harmOf),
    ({ events }) => events.flatMap(harmOf),
  ),
  table<CaseClaim>(
    'claims',
    {
      id: ['text', ({ id }) => id],
      speaker: ['text', ({ claim }) => claim.speaker],
      speaker_name: ['text', ({ speaker }) => speaker?.name ?? null],
      speaker_words: ['text', ({ claim }) => claim.speakerSpan?.text ?? null],
      stance: ['text', ({ claim }) => claim.stance],
      addressee: ['text', ({ claim }) => claim.addressee],
      addressee_name: ['text', ({ addressee }) => addressee?.name ?? null],
      content_start: ['whole', ({ claim }) => claim.content.start],
      content_end: ['whole', ({ claim }) => claim.content.end],
      content: ['text', ({ claim }) => claim.content.text],
      condition: ['text', ({ claim }) => claim.condition?.text ?? null],
      events: ['list', ({ claim }) => claim.events],
      quoted: ['truth', ({ claim }) => claim.quoted],
      cue: ['text', ({ claim }) => claim.cue?.text ?? null],
      evidence: ['text', ({ claim }) => claim.evidence.text],
      ...FROM_DOCUMENT,
    },
    eachClaim,
    ({ claims }) => claims,
  ),
  table<CaseToldTie>(
    'ties',
    {
      id: ['text', ({ id }) => id],
      from_actor: ['text', ({ tie }) => tie.from],
      from_name: ['text', ({ from }) => from.name],
      kind: ['text', ({ tie }) => tie.kind],
      to_actor: ['text', ({ tie }) => tie.to],
      to_name: ['text', ({ to }) => to.name],
      attributed_to: ['text', ({ tie }) => tie.attributedTo],
      denied_by: ['list', ({ tie }) => tie.deniedBy],
      evidence_start: ['whole', ({ tie }) => tie.evidence.start],
      evidence_end: ['whole', ({ tie }) => tie.evidence.end],
      evidence: ['text', ({ tie }) => tie.evidence.text],
      ...FROM_DOCUMENT,
    },
    eachTie,
    ({ ties }) => ties,
  ),
  table<CaseFigure>(
    'figures',
    {
      id: ['text', ({ id }) => id],
      low: ['number', ({ figure }) => figure.low],
      high: ['number', ({ figure }) => figure.high],
      approximate: ['truth', ({ figure }) => figure.approximate],
      counts: ['text', ({ figure }) => figure.of],
      event: ['text', ({ figure, document }) => (figure.event === null ? null : `${document.id}#${figure.event}`)],
      start: ['whole', ({ figure }) => figure.span.start],
      end: ['whole', ({ figure }) => figure.span.end],
      words: ['text', ({ figure }) => figure.span.text],
      ...FROM_DOCUMENT,
    },
    (db, { from, to, document }) =>
      eachFigure(db, ofDocuments({ ...(from && { from }), ...(to && { to }), ...(document && { document }) })),
    ({ figures }) => figures,
  ),
  table<CaseTime>(
    'times',
    {
      id: ['text', ({ id }) => id],
      start_date: ['date', ({ time }) => time.start],
      end_date: ['date', ({ time }) => time.end],
      start: ['whole', ({ time }) => time.span.start],
      end: ['whole', ({ time }) => time.span.end],
      words: ['text', ({ time }) => time.span.text],
      ...FROM_DOCUMENT,
    },
    (db, { from, to, document }) =>
      eachTime(db, ofDocuments({ ...(from && { from }), ...(to && { to }), ...(document && { document }) })),
    ({ times }) => times,
  ),
  table<Incident>(
    'incidents',
    {
      id: ['text', ({ id }) => id],
      type: ['text', ({ type }) => type],
      modes: ['list', ({ modes }) => modes],
      status: ['text', ({ status }) => status],
      contested: ['truth', ({ contested }) => contested],
      actors: ['list', ({ actors }) => actors],
      recipients: ['list', ({ recipients }) => recipients],
      places: ['list', ({ places }) => places],
      time_start: ['date', ({ time }) => time?.start ?? null],
      time_end: ['date', ({ time }) => time?.end ?? null],
      killed_low: ['whole', ({ harm }) => harm.killed?.low ?? null],
      killed_best: ['whole', ({ harm }) => harm.killed?.best ?? null],
      killed_high: ['whole', ({ harm }) => harm.killed?.high ?? null],
      injured_low: ['whole', ({ harm }) => harm.injured?.low ?? null],
      injured_best: ['whole', ({ harm }) => harm.injured?.best ?? null],
      injured_high: ['whole', ({ harm }) => harm.injured?.high ?? null],
      documents: ['whole', ({ sources }) => sources.documents],
      outlets: ['list', ({ sources }) => sources.outlets],
      independent: ['whole', ({ sources }) => sources.independent],
    },
    eachIncident,
  ),
  table<{ readonly incident: string; readonly event: string }>(
    'incident_events',
    {
      incident: ['text', ({ incident }) => incident],
      event: ['text', ({ event }) => event],
    },
    (db, filter) => partsOf(eachIncident(db, filter), ({ id, tellings }) => tellings.map((event) => ({ incident: id, event }))),
  ),
  table<LoggedDecision>(
    'decisions',
    {
      number: ['whole', ({ number }) => number],
      at: ['text', ({ at }) => at],
      by_whom: ['text', ({ byWhom }) => byWhom],
      kind: ['text', ({ kind }) => kind],
      subject: ['text', ({ subject }) => subject],
      why: ['text', ({ why }) => why],
      what: ['text', ({ what }) => JSON.stringify(what)],
    },
    (db) => listDecisions(db),
  ),
];
