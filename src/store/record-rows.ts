import type { CaseRecord, RecordClaim, RecordEvent, RecordFigure, RecordSpan, RecordTie, RecordTime } from '../api/index.ts';
import { foldName } from '../base/index.ts';
import { QUAD_OF } from '../codebook/index.ts';
import type { BulkTable, Cell } from './bulk.ts';
import { entryKey } from './entry-ids.ts';

type Row = Readonly<Record<string, Cell>>;

/** Rows for one table. */
export interface TableRows {
  readonly table: BulkTable;
  readonly rows: readonly Row[];
}

/** What is listed of a record: the record itself, or what people made of it. */
export interface Listed {
  readonly record: CaseRecord;
  /** Places, from 0, under which ties and figures are kept: those of the record as it was coded, so that ids stay when others are rejected. */
  readonly positions?: { readonly ties: readonly number[]; readonly figures: readonly number[] };
}

/** The flattened rows of a record, tables in an order in which what is referred to comes first.
 * @param document the document's key */
export function recordRows({ record, positions }: Listed, document: number): readonly TableRows[] {
  const day = record.document.published ?? '';
  const { actors, places, events, claims, ties, figures, times } = record;
  const key = (position: number) => entryKey(document, 'event', position);
  const claimKeys = new Map(claims.map(({ id }, position) => [id, entryKey(document, 'claim', position)]));
  return [
    { table: 'document_actor', rows: actors.map((actor, position) => actorRow(document, actor, position)) },
    { table: 'actor_mention', rows: actors.flatMap(({ id, mentions }) => mentionRows(document, 'actor', id, mentions)) },
    { table: 'document_place', rows: places.map((place, position) => placeRow(document, place, position)) },
    { table: 'place_mention', rows: places.flatMap(({ id, mentions }) => mentionRows(document, 'place', id, mentions)) },
    { table: 'event', rows: events.map((event, position) => eventRow(document, event, position, day)) },
    { table: 'claim', rows: claims.map((claim, position) => claimRow(document, claim, position, day)) },
    { table: 'tie', rows: ties.map((tie, at) => tieRow(document, tie, positions?.ties[at] ?? at, day)) },
    { table: 'figure', rows: figures.map((figure, at) => figureRow(document, figure, positions?.figures[at] ?? at, day)) },
    { table: 'time_mention', rows: times.map((time, position) => timeRow(document, time, position, day)) },
    { table: 'event_party', rows: events.flatMap((event, position) => partyRows(key(position), event)) },
    {
      table: 'event_place',
      rows: events.flatMap(({ places }, at) => unique(places).map((place) => ({ event: key(at), place }))),
    },
    { table: 'event_harm', rows: events.flatMap((event, position) => harmRows(key(position), event)) },
    {
      table: 'event_claim',
      rows: events.flatMap((event, at) =>
        unique(event.claims).flatMap((id) => {
          const claim = claimKeys.get(id);
          return claim === undefined ? [] : [{ event: key(at), claim }];
        }),
      ),
    },
  ];
}

/** The words by which documents, events, claims and ties are found. */
export function searchRows(
  { record, positions }: Listed,
  document: number,
): readonly { readonly key: number; readonly words: string }[] {
  const { title, text } = record.document;
  return [
    { key: entryKey(document, 'document', 0), words: title === null || text.includes(title) ? text : `${title}\n${text}` },
    ...record.events.map(({ evidence }, at) => ({ key: entryKey(document, 'event', at), words: evidence.text })),
    ...record.claims.map(({ content, evidence }, at) => ({
      key: entryKey(document, 'claim', at),
      words: evidence.text.includes(content.text) ? evidence.text : `${evidence.text}\n${content.text}`,
    })),
    ...record.ties.map(({ evidence }, at) => ({
      key: entryKey(document, 'tie', positions?.ties[at] ?? at),
      words: evidence.text,
    })),
  ];
}

function actorRow(document: number, actor: CaseRecord['actors'][number], position: number): Row {
  const { id, name, kind, country, sector, aliases, mentions } = actor;
  const folded = foldedNames([name, ...aliases]);
  return {
    ...{ document, actor: id, position, name, kind, country, sector },
    ...{ aliases: JSON.stringify(aliases), folded, mentions: mentions.length },
  };
}

function placeRow(document: number, place: CaseRecord['places'][number], position: number): Row {
  const { id, name, kind, country, latitude, longitude, mentions } = place;
  return {
    ...{ document, place: id, position, name, kind, country, latitude, longitude },
    ...{ folded: foldedNames([name]), mentions: mentions.length },
  };
}

function foldedNames(names: readonly string[]): string {
  return `\n${unique(names.map(foldName)).join('\n')}\n`;
}

/** A span is a mention once, however often a record lists it: the record itself keeps the list. */
function mentionRows(document: number, column: 'actor' | 'place', id: string, mentions: readonly RecordSpan[]): readonly Row[] {
  const spans = new Map(mentions.map((span) => [`${span.start}-${span.end}`, span]));
  return [...spans.values()].map(({ start, end, text }) => ({ document, [column]: id, start_at: start, end_at: end, text }));
}

function eventRow(document: number, event: RecordEvent, position: number, published: string): Row {
  const { time, type, status, score, confidence, harm } = event;
  const first = time?.start ?? time?.end ?? published;
  return {
    ...{ key: entryKey(document, 'event', position), document, position, day: first, local_id: event.id },
    ...{ last_day: time?.end ?? first, type, quad: QUAD_OF[type] },
    ...{ modes: JSON.stringify(event.modes), contexts: JSON.stringify(event.contexts) },
    ...{ actors: JSON.stringify(event.actors), recipients: JSON.stringify(event.recipients) },
    ...{ places: JSON.stringify(event.places), timed: time === null ? 0 : 1 },
    ...{ time_start: time?.start ?? null, time_end: time?.end ?? null, time_start_at: time?.span?.start ?? null },
    ...{ time_end_at: time?.span?.end ?? null, time_text: time?.span?.text ?? null },
    ...{ status, score, harm: harm && JSON.stringify(harm) },
    ...spanCells('trigger', event.trigger),
    ...spanCells('evidence', event.evidence),
    ...{ claims: JSON.stringify(event.claims), same_as: JSON.stringify(event.sameAs), confidence },
  };
}

function partyRows(event: number, { actors, recipients }: RecordEvent): readonly Row[] {
  return [
    ...unique(actors).map((actor) => ({ event, role: 'actor', actor })),
    ...unique(recipients).map((actor) => ({ event, role: 'recipient', actor })),
  ];
}

function harmRows(event: number, { harm }: RecordEvent): readonly Row[] {
  return Object.entries(harm ?? {}).map(([kind, { low, high }]) => ({ event, kind, low, high }));
}

function claimRow(document: number, claim: RecordClaim, position: number, day: string): Row {
  const { speaker, stance, addressee, quoted } = claim;
  return {
    ...{ key: entryKey(document, 'claim', position), document, position, day, local_id: claim.id },
    ...{ speaker, stance, addressee, quoted: quoted ? 1 : 0, events: JSON.stringify(claim.events) },
    ...spanCells('speaker', claim.speakerSpan),
    ...spanCells('content', claim.content),
    ...spanCells('condition', claim.condition),
    ...spanCells('cue', claim.cue),
    ...spanCells('evidence', claim.evidence),
  };
}

function tieRow(document: number, tie: RecordTie, position: number, day: string): Row {
  return {
    ...{ key: entryKey(document, 'tie', position), document, position, day },
    ...{ from_actor: tie.from, to_actor: tie.to, kind: tie.kind, attributed_to: tie.attributedTo },
    ...{ denied_by: JSON.stringify(tie.deniedBy), ...spanCells('evidence', tie.evidence) },
  };
}

function figureRow(document: number, figure: RecordFigure, position: number, day: string): Row {
  const { low, high, approximate, event } = figure;
  return {
    ...{ key: entryKey(document, 'figure', position), document, position, day, ...spanCells('span', figure.span) },
    ...{ low, high, approximate: approximate ? 1 : 0, counts: figure.of, event },
  };
}

function timeRow(document: number, { span, start, end }: RecordTime, position: number, published: string): Row {
  return {
    ...{ key: entryKey(document, 'time', position), document, position, day: start ?? end ?? published },
    ...{ ...spanCells('span', span), start_date: start, end_date: end },
  };
}

function spanCells(name: string, span: RecordSpan | null): Row {
  return {
    [`${name}_start`]: span?.start ?? null,
    [`${name}_end`]: span?.end ?? null,
    [`${name}_text`]: span?.text ?? null,
  };
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
