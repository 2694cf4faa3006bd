import type {
  CaseActor,
  CaseClaim,
  CaseDocument,
  CaseEntry,
  CaseEvent,
  CaseFigure,
  CasePlace,
  CaseToldTie,
  RecordBounds,
} from '../api/index.ts';
import { type CsvValue, shortId } from '../base/index.ts';
import { QUAD_OF } from '../codebook/index.ts';
import { boundsLabel, codeWords, dayLabel, listed, numeral, periodLabel } from '../wording/index.ts';
import { type Column, section } from './columns.ts';

/** How entries of one kind are set as a table and as CSV. */
export interface CaseList<Entry> {
  /** What they are called, one and many. */
  readonly noun: readonly [one: string, many: string];
  readonly columns: readonly Column<Entry>[];
  /** What stands under a row. */
  readonly below?: (entry: Entry) => string;
  /** The cells of a line of CSV, by the names of their columns; the same names for every entry. */
  readonly fields: (entry: Entry) => Readonly<Record<string, CsvValue>>;
}

/** Narrowest width that is honoured; a smaller one is taken as this. */
const WIDTH_MIN = 24;

/** Entries as a table of plain text, no line wider than `width` cells. */
export function renderCaseTable<Entry>(
  list: CaseList<Entry>,
  entries: readonly Entry[],
  heading: string,
  width: number,
): string {
  const lines = section(heading, entries, list.columns, Math.max(WIDTH_MIN, Math.floor(width)), list.below);
  return `${lines.length === 0 ? heading : lines.join('\n')}\n`;
}

export const EVENT_LIST: CaseList<CaseEvent> = {
  noun: ['event', 'events'],
  columns: [
    { head: 'who', cell: ({ actors }) => names(actors), least: 12 },
    { head: 'does', cell: ({ event }) => codeWords([event.type, ...event.modes].join(', ')), least: 12 },
    { head: 'to whom', cell: ({ recipients }) => names(recipients), least: 12 },
    { head: 'status', cell: ({ event }) => event.status, least: 9 },
    { head: 'when', cell: whenCell, least: 11 },
    { head: 'harm', cell: ({ event }) => harmCell(event.harm), least: 12, drop: 2 },
    { head: 'where', cell: ({ places }) => names(places), least: 9, drop: 1 },
  ],
  below: (entry) => quoted(entry, entry.event.evidence.text),
  fields: ({ event, actors, recipients, places, day, lastDay, ...entry }) => ({
    ...entryFields(entry),
    ...{ day, last_day: lastDay, type: event.type, quad: QUAD_OF[event.type], modes: joined(event.modes) },
    ...{ contexts: joined(event.contexts), status: event.status, score: event.score },
    ...{ actors: joined(event.actors), actor_names: names(actors) },
    ...{ recipients: joined(event.recipients), recipient_names: names(recipients) },
    ...{ places: joined(event.places), place_names: names(places), harm: harmCell(event.harm) },
    ...{ start: event.trigger.start, end: event.trigger.end, trigger: event.trigger.text, evidence: event.evidence.text },
    confidence: event.confidence,
  }),
};

export const CLAIM_LIST: CaseList<CaseClaim> = {
  noun: ['claim', 'claims'],
  columns: [
    { head: 'speaker', cell: speakerCell, least: 10 },
    { head: 'stance', cell: ({ claim }) => codeWords(claim.stance), least: 8 },
    { head: 'to', cell: ({ addressee }) => addressee?.name ?? '', least: 4, drop: 1 },
    { head: 'content', cell: ({ claim }) => (claim.quoted ? `“${claim.content.text}”` : claim.content.text), least: 20 },
    { head: 'condition', cell: ({ claim }) => claim.condition?.text ?? '', least: 9, drop: 2 },
  ],
  below: (entry) => origin(entry),
  fields: ({ claim, speaker, addressee, ...entry }) => ({
    ...entryFields(entry),
    ...{ speaker: claim.speaker, speaker_name: speaker?.name ?? null, speaker_words: claim.speakerSpan?.text ?? null },
    ...{ stance: claim.stance, addressee: claim.addressee, addressee_name: addressee?.name ?? null },
    ...{ start: claim.content.start, end: claim.content.end, content: claim.content.text, quoted: claim.quoted },
    ...{ condition: claim.condition?.text ?? null, events: joined(claim.events), evidence: claim.evidence.text },
  }),
};

export const TIE_LIST: CaseList<CaseToldTie> = {
  noun: ['tie', 'ties'],
  columns: [
    { head: 'from', cell: ({ from }) => from.name, least: 10 },
    { head: 'tie', cell: ({ tie }) => codeWords(tie.kind), least: 8 },
    { head: 'to', cell: ({ to }) => to.name, least: 10 },
    { head: 'says', cell: ({ attributedTo }) => attributedTo?.name ?? '', least: 4 },
    { head: 'denied by', cell: ({ deniedBy }) => names(deniedBy), least: 9 },
  ],
  below: (entry) => quoted(entry, entry.tie.evidence.text),
  fields: ({ tie, from, to, ...entry }) => ({
    ...entryFields(entry),
    ...{ from: tie.from, from_name: from.name, kind: tie.kind, to: tie.to, to_name: to.name },
    ...{ attributed_to: tie.attributedTo, denied_by: joined(tie.deniedBy) },
    ...{ start: tie.evidence.start, end: tie.evidence.end, evidence: tie.evidence.text },
  }),
};

export const FIGURE_LIST: CaseList<CaseFigure> = {
  noun: ['figure', 'figures'],
  columns: [
    { head: 'how many', cell: ({ figure }) => `${figure.approximate ? 'about ' : ''}${boundsLabel(figure)}`, least: 8 },
    { head: 'of', cell: ({ figure }) => codeWords(figure.of), least: 8 },
    { head: 'in the words', cell: ({ figure }) => figure.span.text, least: 12 },
    { head: 'when', cell: ({ day }) => (day === null ? '' : dayLabel(day)), least: 11 },
  ],
  below: (entry) => origin(entry),
  fields: ({ figure, ...entry }) => ({
    ...entryFields(entry),
    ...{ low: figure.low, high: figure.high, approximate: figure.approximate, counts: figure.of },
    ...{ event: figure.event, start: figure.span.start, end: figure.span.end, words: figure.span.text },
  }),
};

export const ACTOR_LIST: CaseList<CaseActor> = {
  noun: ['actor', 'actors'],
  columns: [
    { head: 'actor', cell: ({ name }) => name, least: 12 },
    { head: 'id', cell: ({ id, variants }) => [id, ...(variants ?? [])].join(', '), least: 8 },
    { head: 'kind', cell: ({ kind }) => codeWords(kind), least: 8 },
    { head: 'reports', cell: ({ documents }) => numeral(documents), least: 7 },
    { head: 'mentions', cell: ({ mentions }) => numeral(mentions), least: 8 },
    { head: 'acts', cell: ({ acts }) => numeral(acts), least: 4 },
    { head: 'is acted on', cell: ({ receives }) => numeral(receives), least: 11 },
    { head: 'says', cell: ({ says }) => numeral(says), least: 4 },
  ],
  fields: ({ id, name, kind, country, sector, documents, mentions, acts, receives, says, variants = [] }) => {
    return { id, name, kind, country, sector, documents, mentions, acts, receives, says, variants: joined(variants) };
  },
};

export const PLACE_LIST: CaseList<CasePlace> = {
  noun: ['place', 'places'],
  columns: [
    { head: 'place', cell: ({ name }) => name, least: 12 },
    { head: 'id', cell: ({ id }) => id, least: 8 },
    { head: 'kind', cell: ({ kind }) => codeWords(kind), least: 6 },
    { head: 'country', cell: ({ country }) => country ?? '', least: 7 },
    { head: 'reports', cell: ({ documents }) => numeral(documents), least: 7 },
    { head: 'mentions', cell: ({ mentions }) => numeral(mentions), least: 8 },
    { head: 'events', cell: ({ events }) => numeral(events), least: 6 },
  ],
  fields: ({ id, name, kind, country, latitude, longitude, documents, mentions, events }) => {
    return { id, name, kind, country, latitude, longitude, documents, mentions, events };
  },
};

export const DOCUMENT_LIST: CaseList<CaseDocument> = {
  noun: ['document', 'documents'],
  columns: [
    { head: 'id', cell: ({ id }) => shortId(id), least: 12 },
    { head: 'published', cell: ({ published }) => (published === null ? '' : dayLabel(published)), least: 11 },
    { head: 'source', cell: ({ sources }) => listed(sources.map(({ source }) => source ?? 'outlet not known')), least: 10 },
    { head: 'title', cell: ({ title }) => title ?? '', least: 16 },
    { head: 'events', cell: ({ counts }) => numeral(counts.events), least: 6 },
    { head: 'claims', cell: ({ counts }) => numeral(counts.claims), least: 6 },
  ],
  fields: ({ id, externalId, title, source, url, published, publishedBasis, length, addedAt, sources, versions, counts }) => ({
    ...{ id, external_id: externalId, title, source, url, published, published_basis: publishedBasis, length },
    ...{ added_at: addedAt, sources: joined(sources.map((each) => each.source ?? '')), lapwing: versions.lapwing, ...counts },
  }),
};

function entryFields({ id, document }: Pick<CaseEntry, 'id' | 'document'>) {
  return { id, document: document.id, source: document.source, title: document.title, published: document.published };
}

function joined(values: readonly string[]): string {
  return values.join('; ');
}

function names(named: readonly { readonly name: string }[]): string {
  return listed(named.map(({ name }) => name));
}

function whenCell({ event, day }: CaseEvent): string {
  if (event.time) return periodLabel(event.time.start, event.time.end);
  return day === null ? '' : `by ${dayLabel(day)}`;
}

function harmCell(harm: Readonly<Record<string, RecordBounds>> | null): string {
  return Object.entries(harm ?? {})
    .map(([kind, bounds]) => `${codeWords(kind)} ${boundsLabel(bounds)}`)
    .join(', ');
}

function speakerCell({ claim, speaker }: CaseClaim): string {
  return speaker?.name ?? claim.speakerSpan?.text ?? 'not named';
}

function origin({ id, document }: CaseEntry): string {
  const published = document.published === null ? 'no date' : dayLabel(document.published);
  return `${shortId(id)} · ${document.source ?? 'outlet not known'}, ${published}`;
}

function quoted(entry: CaseEntry, text: string): string {
  return `${shortId(entry.id)} · ${entry.document.source ?? 'outlet not known'}: “${text}”`;
}
