import type {
  CaseRecord,
  RecordActor,
  RecordClaim,
  RecordEvent,
  RecordFigure,
  RecordPlace,
  RecordTie,
  RecordTime,
} from '../api/index.ts';
import type { Span } from '../base/index.ts';
import { QUAD_OF, type Quad, type Status } from '../codebook/index.ts';

/** What a stretch of text is to an entry. `quoted` is the content of a claim that the report itself puts in quotation marks.
 *  `evidence` is shown only while the entry is looked at. */
export type MarkRole = 'trigger' | 'content' | 'quoted' | 'cue' | 'speaker' | 'condition' | 'mention' | 'evidence';

/** One stretch of the report's text that belongs to an entry. */
export interface Mark {
  readonly key: string;
  readonly role: MarkRole;
  readonly span: Span;
  /** Set on event triggers alone: what kind of act, and how sure. */
  readonly act?: { readonly quad: Quad; readonly status: Status };
  readonly kind: EntryKind;
}

export type EntryKind = 'event' | 'claim' | 'actor' | 'tie' | 'figure' | 'time' | 'place';

/** One line of the record as the page shows it. */
export interface Entry<Value = unknown> {
  /** Unique in the page and safe in an id: `e3`, `c1`, `a2`. */
  readonly key: string;
  readonly kind: EntryKind;
  readonly number: number;
  readonly value: Value;
  /** Where `show in the text` leads. Null where the entry has no place in the text. */
  readonly anchor: Span | null;
}

/** All entries of a record by kind, with their marks and ways to find them by the record's ids. */
export interface Entries {
  readonly events: readonly Entry<RecordEvent>[];
  readonly claims: readonly Entry<RecordClaim>[];
  readonly actors: readonly Entry<RecordActor>[];
  readonly ties: readonly Entry<RecordTie>[];
  readonly figures: readonly Entry<RecordFigure>[];
  readonly times: readonly Entry<RecordTime>[];
  readonly places: readonly Entry<RecordPlace>[];
  readonly marks: readonly Mark[];
  readonly actorById: ReadonlyMap<string, Entry<RecordActor>>;
  readonly placeById: ReadonlyMap<string, Entry<RecordPlace>>;
  readonly eventById: ReadonlyMap<string, Entry<RecordEvent>>;
  readonly claimById: ReadonlyMap<string, Entry<RecordClaim>>;
}

/** Numbers the entries of a record in the order of the record and collects the marks they leave in the text. */
export function listEntries(record: CaseRecord): Entries {
  const events = numbered('event', record.events, (event) => event.trigger);
  const claims = numbered('claim', record.claims, (claim) => claim.content);
  const actors = numbered('actor', record.actors, (actor) => actor.mentions[0] ?? null);
  const ties = numbered('tie', record.ties, (tie) => tie.evidence);
  const figures = numbered('figure', record.figures, (figure) => figure.span);
  const times = numbered('time', record.times, (time) => time.span);
  const places = numbered('place', record.places, (place) => place.mentions[0] ?? null);
  return {
    ...{ events, claims, actors, ties, figures, times, places },
    marks: [
      ...events.flatMap(eventMarks),
      ...claims.flatMap(claimMarks),
      ...[...actors, ...places].flatMap((entry) => entry.value.mentions.map((span) => mark(entry, 'mention', span))),
      ...[...figures, ...times].map((entry) => mark(entry, 'mention', entry.value.span)),
      ...ties.map((entry) => mark(entry, 'evidence', entry.value.evidence)),
    ].filter(({ span }) => 0 <= span.start && span.start < span.end && span.end <= record.document.text.length),
    actorById: byId(actors),
    placeById: byId(places),
    eventById: byId(events),
    claimById: byId(claims),
  };
}

const KEY_LETTER: Readonly<Record<EntryKind, string>> = {
  event: 'e',
  claim: 'c',
  actor: 'a',
  tie: 't',
  figure: 'f',
  time: 'd',
  place: 'p',
};

function numbered<Value>(kind: EntryKind, values: readonly Value[], anchor: (value: Value) => Span | null): Entry<Value>[] {
  return values.map((value, index) => ({
    key: `${KEY_LETTER[kind]}${index + 1}`,
    kind,
    number: index + 1,
    value,
    anchor: anchor(value),
  }));
}

function byId<Value extends { readonly id: string }>(entries: readonly Entry<Value>[]): Map<string, Entry<Value>> {
  return new Map(entries.map((entry) => [entry.value.id, entry]));
}

function mark(entry: Entry, role: MarkRole, { start, end }: Span): Mark {
  return { key: entry.key, kind: entry.kind, role, span: { start, end } };
}

function eventMarks(entry: Entry<RecordEvent>): Mark[] {
  const { trigger, evidence, status, type } = entry.value;
  return [{ ...mark(entry, 'trigger', trigger), act: { quad: QUAD_OF[type], status } }, mark(entry, 'evidence', evidence)];
}

function claimMarks(entry: Entry<RecordClaim>): Mark[] {
  const { content, quoted, cue, speakerSpan, condition, evidence } = entry.value;
  const marks = [mark(entry, quoted ? 'quoted' : 'content', content), mark(entry, 'evidence', evidence)];
  if (cue) marks.push(mark(entry, 'cue', cue));
  if (speakerSpan) marks.push(mark(entry, 'speaker', speakerSpan));
  if (condition) marks.push(mark(entry, 'condition', condition));
  return marks;
}
