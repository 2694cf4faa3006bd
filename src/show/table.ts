import type { CaseRecord, RecordClaim, RecordEvent } from '../api/index.ts';
import type { Status } from '../codebook/index.ts';
import { boundsLabel, codeWords, counted, dayLabel, listed, numeral, periodLabel } from '../wording/index.ts';
import { type Column, section } from './columns.ts';
import { plain } from './escape.ts';
import { actorName, isMutual, recordFinding } from './finding.ts';
import { wrapToWidth } from './text-width.ts';

/** Narrowest width that is honoured; a smaller one is taken as this. */
const WIDTH_MIN = 24;

/** The record as plain text tables, no line wider than `width` cells. The mark before an event's type is its status, as
 *  the pages draw it: solid actual, open-ended ongoing, hollow alleged, struck denied, dotted not (yet) done. */
export function renderTable(record: CaseRecord, width: number): string {
  const cells = Math.max(WIDTH_MIN, Math.floor(width));
  const { document } = record;
  const origin = [
    document.source ?? 'outlet not known',
    document.published === null
      ? 'no date'
      : `${dayLabel(document.published)}${document.publishedBasis === 'inferred' ? ', date inferred' : ''}`,
  ];
  const evidence = document.publishedBasis === 'inferred' ? document.publishedEvidence : [];
  const head = [
    plain(document.title ?? `Document ${document.id.slice(0, 12)}`),
    plain(origin.join(', ')),
    plain(recordFinding(record)),
  ];
  const parts = [
    head.flatMap((line) => wrapToWidth(line, cells)),
    section(counted(record.actors.length, 'party', 'parties'), record.actors, ACTOR_COLUMNS, cells),
    section(counted(record.events.length, 'event'), record.events, eventColumns(record), cells, aroundTrigger),
    section(counted(record.claims.length, 'claim'), record.claims, claimColumns(record), cells),
    section(counted(record.ties.length, 'tie'), record.ties, tieColumns(record), cells),
    section(counted(record.figures.length, 'figure'), record.figures, FIGURE_COLUMNS, cells),
    section(counted(record.times.length, 'time'), record.times, TIME_COLUMNS, cells),
    section(counted(record.places.length, 'place'), record.places, PLACE_COLUMNS, cells),
    section(`Published ${dayLabel(document.published ?? '')}, inferred`, evidence, EVIDENCE_COLUMNS, cells),
  ];
  const lines = parts.filter((part) => part.length > 0).map((part) => part.join('\n'));
  return `${lines.join('\n\n')}\n`;
}

const STATUS_MARK: Readonly<Record<Status, string>> = {
  actual: '■',
  ongoing: '▶',
  alleged: '□',
  denied: '⊠',
  threatened: '◌',
  demanded: '◌',
  planned: '◌',
  hypothetical: '◌',
};

const ACTOR_COLUMNS: readonly Column<CaseRecord['actors'][number]>[] = [
  { head: 'party', cell: (actor) => actor.name, least: 12 },
  { head: 'kind', cell: (actor) => codeWords(actor.kind), least: 6 },
  { head: 'id', cell: (actor) => actor.id, least: 7 },
  { head: 'mentions', cell: (actor) => numeral(actor.mentions.length), least: 8 },
];

function eventColumns(record: CaseRecord): readonly Column<RecordEvent>[] {
  const claims = new Map(record.claims.map((claim) => [claim.id, claim]));
  return [
    { head: 'who', cell: (event) => names(record, event.actors), least: 12 },
    {
      head: 'does',
      cell: (event) => `${STATUS_MARK[event.status]} ${codeWords([event.type, ...event.modes].join(', '))}`,
      least: 16,
    },
    { head: 'to whom', cell: (event) => recipientsCell(record, event), least: 12 },
    { head: 'status', cell: (event) => event.status, least: 9 },
    { head: 'when', cell: (event) => (event.time ? periodLabel(event.time.start, event.time.end) : ''), least: 11, drop: 1 },
    { head: 'says', cell: (event) => speakers(record, claims, event), least: 8, drop: 2 },
    { head: 'harm', cell: harmCell, least: 12, drop: 3 },
    { head: 'where', cell: (event) => listed(event.places.map((id) => placeName(record, id))), least: 9, drop: 4 },
  ];
}

function claimColumns(record: CaseRecord): readonly Column<RecordClaim>[] {
  return [
    { head: 'speaker', cell: (claim) => speakerName(record, claim), least: 9 },
    { head: 'stance', cell: (claim) => codeWords(claim.stance), least: 7 },
    { head: 'to', cell: (claim) => (claim.addressee === null ? '' : actorName(record, claim.addressee)), least: 2 },
    { head: 'content', cell: (claim) => (claim.quoted ? `“${claim.content.text}”` : claim.content.text), least: 16 },
    { head: 'condition', cell: (claim) => claim.condition?.text ?? '', least: 9 },
  ];
}

function tieColumns(record: CaseRecord): readonly Column<CaseRecord['ties'][number]>[] {
  return [
    { head: 'from', cell: (tie) => actorName(record, tie.from), least: 10 },
    { head: 'tie', cell: (tie) => codeWords(tie.kind), least: 8 },
    { head: 'to', cell: (tie) => actorName(record, tie.to), least: 10 },
    { head: 'says', cell: (tie) => (tie.attributedTo === null ? '' : actorName(record, tie.attributedTo)), least: 4 },
    { head: 'denied by', cell: (tie) => names(record, tie.deniedBy), least: 9 },
  ];
}

const FIGURE_COLUMNS: readonly Column<CaseRecord['figures'][number]>[] = [
  { head: 'how many', cell: (figure) => `${figure.approximate ? 'about ' : ''}${boundsLabel(figure)}`, least: 8 },
  { head: 'of', cell: (figure) => codeWords(figure.of), least: 8 },
  { head: 'in the words', cell: (figure) => figure.span.text, least: 12 },
];

const TIME_COLUMNS: readonly Column<CaseRecord['times'][number]>[] = [
  { head: 'when', cell: (time) => periodLabel(time.start, time.end), least: 11 },
  { head: 'in the words', cell: (time) => time.span.text, least: 12 },
];

const EVIDENCE_COLUMNS: readonly Column<CaseRecord['document']['publishedEvidence'][number]>[] = [
  { head: 'from the words', cell: ({ span }) => span.text, least: 14 },
  { head: 'which leave', cell: ({ from, to }) => periodLabel(from, to), least: 13 },
  { head: 'by', cell: ({ rule }) => codeWords(rule.replace('published/', '')), least: 8 },
];

const PLACE_COLUMNS: readonly Column<CaseRecord['places'][number]>[] = [
  { head: 'place', cell: (place) => place.name, least: 10 },
  { head: 'kind', cell: (place) => codeWords(place.kind), least: 6 },
  { head: 'country', cell: (place) => place.country ?? '', least: 7 },
  { head: 'position', cell: positionCell, least: 14 },
  { head: 'mentions', cell: (place) => numeral(place.mentions.length), least: 8 },
];

function names(record: CaseRecord, ids: readonly string[]): string {
  return listed(ids.map((id) => actorName(record, id)));
}

function recipientsCell(record: CaseRecord, { actors, recipients }: RecordEvent): string {
  return isMutual(actors, recipients) ? 'each other' : names(record, recipients);
}

function placeName(record: CaseRecord, id: string): string {
  return record.places.find((place) => place.id === id)?.name ?? id;
}

function positionCell({ latitude, longitude }: CaseRecord['places'][number]): string {
  return latitude === null || longitude === null ? '' : `${latitude.toFixed(2)} ${longitude.toFixed(2)}`;
}

function harmCell({ harm }: RecordEvent): string {
  return Object.entries(harm ?? {})
    .map(([kind, bounds]) => `${codeWords(kind)} ${boundsLabel(bounds)}`)
    .join(', ');
}

function speakerName(record: CaseRecord, claim: RecordClaim): string {
  return claim.speaker === null ? (claim.speakerSpan?.text ?? 'not named') : actorName(record, claim.speaker);
}

function speakers(record: CaseRecord, claims: ReadonlyMap<string, RecordClaim>, event: RecordEvent): string {
  const found = event.claims.flatMap((id) => claims.get(id) ?? []).map((claim) => speakerName(record, claim));
  return listed([...new Set(found)]);
}

/** Words of the evidence kept before the trigger, so that the trigger survives a narrow line. */
const WORDS_BEFORE = 4;

function aroundTrigger({ trigger, evidence }: RecordEvent): string {
  const at = Math.max(0, trigger.start - evidence.start);
  const before = evidence.text.slice(0, at).split(/\s+/);
  const kept = before.slice(-WORDS_BEFORE - 1).join(' ');
  return `“${before.length > WORDS_BEFORE + 1 ? '… ' : ''}${kept}${evidence.text.slice(at)}”`;
}
