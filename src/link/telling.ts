import type { CaseRecord, RecordBounds, RecordEvent } from '../api/index.ts';
import { foldName, type PlainDate } from '../base/index.ts';
import type { ActorKind, EventType, Mode, Status } from '../codebook/index.ts';

/** A party of a telling, as far as linking looks at it. */
export interface TellingParty {
  readonly id: string;
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-3 or one of PLOVER's international codes. */
  readonly country: string | null;
}

/** A place of a telling. Degrees; null where the record gives no point. */
export interface TellingPlace {
  readonly id: string;
  readonly kind: string;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** One event of one report, with what tells two happenings apart. */
export interface Telling {
  /** `document#event`. */
  readonly id: string;
  readonly document: string;
  /** Id of the event within its record. */
  readonly event: string;
  /** Who published it. */
  readonly source: string | null;
  readonly published: PlainDate | null;
  readonly type: EventType;
  readonly modes: readonly Mode[];
  readonly status: Status;
  readonly actors: readonly TellingParty[];
  readonly recipients: readonly TellingParty[];
  readonly places: readonly TellingPlace[];
  /** First and last day; null where the report gives none. */
  readonly time: { readonly start: PlainDate; readonly end: PlainDate } | null;
  readonly harm: Readonly<Record<string, RecordBounds>>;
  /** Longer words of the sentence, folded, sorted, each once. */
  readonly words: readonly string[];
  /** Folded trigger. */
  readonly trigger: string;
  /** Tellings of the same report that the coder held to be the same happening. */
  readonly sameAs: readonly string[];
  readonly confidence: number;
}

/** Words shorter than this say little about what happened. */
const WORD_LENGTH = 5;

/** The id of an event among all reports. */
export function tellingId(document: string, event: string): string {
  return `${document}#${event}`;
}

/** All events of a record as tellings, in the order of the record. */
export function tellingsOf(record: CaseRecord): readonly Telling[] {
  const parties = new Map(
    record.actors.map(({ id, kind, country, name }) => [id, { id, kind: linkingKind(id, kind, name), country }]),
  );
  const places = new Map(
    record.places.map(({ id, kind, country, latitude, longitude }) => [id, { id, kind, country, latitude, longitude }]),
  );
  const party = (id: string): TellingParty => parties.get(id) ?? { id, kind: 'unknown', country: null };
  return record.events.map((event) => ({
    id: tellingId(record.document.id, event.id),
    document: record.document.id,
    event: event.id,
    source: record.document.source,
    published: record.document.published,
    type: event.type,
    modes: event.modes,
    status: event.status,
    actors: event.actors.map(party),
    recipients: event.recipients.map(party),
    places: event.places.flatMap((id) => places.get(id) ?? []),
    time: timeOf(event),
    harm: event.harm ?? {},
    words: wordsOf(event.evidence.text),
    trigger: foldName(event.trigger.text),
    sameAs: event.sameAs.map((id) => tellingId(record.document.id, id)),
    confidence: event.confidence,
  }));
}

/** Kinds that a report gives to people it does not name: "gunmen", "three soldiers". */
const KINDS_OF_NAMED: ReadonlySet<ActorKind> = new Set(['armed-group', 'military', 'police', 'person', 'organisation']);

/** A party without a name is one of many of its kind: "fighters" here and "militants" there may be the same men. */
export function linkingKind(id: string, kind: ActorKind, name: string): ActorKind {
  return KINDS_OF_NAMED.has(kind) && !id.includes(':') && name !== '' && !/\p{Lu}/u.test(name) ? 'unknown' : kind;
}

function timeOf({ time }: RecordEvent): Telling['time'] {
  const start = time?.start ?? time?.end;
  const end = time?.end ?? time?.start;
  return start && end ? { start, end } : null;
}

function wordsOf(text: string): readonly string[] {
  const words = foldName(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= WORD_LENGTH);
  return [...new Set(words)].sort();
}
