import type {
  CaseAgreement,
  CaseDispute,
  CaseDyad,
  CaseIncident,
  CaseTieView,
  DisputeSide,
  ExchangeMove,
  IncidentHarmView,
  TieWord,
} from '../api/index.ts';
import type { CsvValue } from '../base/index.ts';
import { boundsLabel, codeWords, counted, dayLabel, listed, numeral, periodLabel } from '../wording/index.ts';
import type { CaseList } from './case-lists.ts';

export const INCIDENT_LIST: CaseList<CaseIncident> = {
  noun: ['incident', 'incidents'],
  columns: [
    { head: 'who', cell: ({ actors }) => names(actors), least: 12 },
    { head: 'does', cell: ({ type, modes }) => codeWords([type, ...modes].join(', ')), least: 12 },
    { head: 'to whom', cell: ({ recipients }) => names(recipients), least: 12 },
    { head: 'status', cell: ({ status, contested }) => (contested ? `${status}, contested` : status), least: 9 },
    { head: 'when', cell: incidentWhen, least: 11 },
    { head: 'harm', cell: ({ harm }) => harms(harm), least: 12, drop: 2 },
    { head: 'where', cell: ({ places }) => names(places), least: 9, drop: 1 },
    { head: 'reports', cell: ({ sources }) => numeral(sources.documents), least: 7 },
    { head: 'independent', cell: ({ sources }) => numeral(sources.independent), least: 11, drop: 3 },
  ],
  below: ({ id, tellings, sources }) =>
    `${id} · ${sources.outlets.join(', ') || 'outlet not known'}: “${tellings[0]?.quote.text ?? ''}”`,
  fields: ({ id, day, lastDay, isPublicationDay, type, modes, status, contested, ...incident }) => ({
    ...{ id, day, last_day: lastDay, day_of_publication: isPublicationDay, type, quad: incident.quad },
    ...{ modes: modes.join('; '), status, contested, score: incident.score },
    ...{ actors: ids(incident.actors), actor_names: names(incident.actors) },
    ...{ recipients: ids(incident.recipients), recipient_names: names(incident.recipients) },
    ...{ places: ids(incident.places), place_names: names(incident.places) },
    harm: harms(incident.harm),
    harm_told: toldHarms(incident),
    ...{ documents: incident.sources.documents, independent: incident.sources.independent },
    outlets: incident.sources.outlets.join('; '),
    events: incident.tellings.map((telling) => telling.id).join('; '),
  }),
};

/** Words for how much harm an incident did: lowest, best and highest number of each kind. */
function harms(harm: CaseIncident['harm']): string {
  return Object.entries(harm)
    .map(([kind, view]) => `${codeWords(kind)} ${harmNumbers(view)}`)
    .join(', ');
}

function harmNumbers({ low, best, high }: IncidentHarmView): string {
  if (low === high && low === best) return numeral(low ?? 0);
  const range = boundsLabel({ low, high });
  return best === null ? range : `${numeral(best)} (${range})`;
}

/** Who says how many: "killed 13 or more: Karachi Harbour Post; …". */
function toldHarms({ harm, tellings }: Pick<CaseIncident, 'harm' | 'tellings'>): string {
  const byId = new Map(tellings.map((telling) => [telling.id, telling]));
  return Object.entries(harm)
    .flatMap(([kind, { told }]) =>
      told.map(({ telling, low, high }) => {
        const line = byId.get(telling);
        const voices = line?.voices.map(({ name }) => name).join(', ') ?? '';
        const outlet = line?.document.source ?? 'outlet not known';
        return `${codeWords(kind)} ${boundsLabel({ low, high })}: ${voices === '' ? outlet : `${voices} (${outlet})`}`;
      }),
    )
    .join('; ');
}

export const DYAD_LIST: CaseList<CaseDyad> = {
  noun: ['pair', 'pairs'],
  columns: [
    { head: 'who', cell: ({ actor }) => actor.name, least: 12 },
    { head: 'to whom', cell: ({ recipient }) => recipient.name, least: 12 },
    { head: 'moves', cell: ({ moves }) => numeral(moves), least: 5 },
    { head: 'from', cell: ({ bins }) => (bins[0] ? dayLabel(bins[0].start) : ''), least: 11 },
    { head: 'deeds', cell: ({ bins }) => numeral(sum(bins.map(({ deeds }) => deeds))), least: 5 },
    { head: 'words', cell: ({ bins }) => numeral(sum(bins.map((bin) => bin.words))), least: 5 },
    { head: 'score of deeds', cell: ({ bins }) => numeral(tenths(sum(bins.map(({ deedScore }) => deedScore)))), least: 14 },
    { head: 'of words', cell: ({ bins }) => numeral(tenths(sum(bins.map(({ wordScore }) => wordScore)))), least: 8 },
  ],
  below: ({ bins }) => bins.map(({ start, moves }) => `${start}: ${moves}`).join(', '),
  fields: ({ actor, recipient, moves, undated }) => {
    return { actor: actor.id, actor_name: actor.name, recipient: recipient.id, recipient_name: recipient.name, moves, undated };
  },
};

/** A stretch of time of a pair: a line of CSV. */
export interface DyadLine {
  readonly dyad: CaseDyad;
  readonly bin: CaseDyad['bins'][number];
}

/** The cells of one stretch of time of a pair. */
export function dyadFields({ dyad, bin }: DyadLine): Readonly<Record<string, CsvValue>> {
  const { actor, recipient } = dyad;
  const { start, moves, deeds, byQuad, byStatus, deedScore, wordScore } = bin;
  return {
    ...{ actor: actor.id, actor_name: actor.name, recipient: recipient.id, recipient_name: recipient.name },
    ...{ start, moves, deeds, words: bin.words, deed_score: deedScore, word_score: wordScore },
    ...{ verbal_cooperation: byQuad[1], material_cooperation: byQuad[2] },
    ...{ verbal_conflict: byQuad[3], material_conflict: byQuad[4] },
    statuses: Object.entries(byStatus)
      .map(([status, count]) => `${status} ${count}`)
      .join('; '),
  };
}

export const MOVE_LIST: CaseList<ExchangeMove> = {
  noun: ['move', 'moves'],
  columns: [
    { head: 'when', cell: ({ day, isPublicationDay }) => moveWhen(day, isPublicationDay), least: 11 },
    { head: 'after', cell: ({ lag }) => (lag === null ? '' : lag === 0 ? 'same day' : counted(lag, 'day')), least: 8 },
    { head: 'who', cell: ({ actor }) => actor.name, least: 12 },
    { head: 'does', cell: ({ type, modes }) => codeWords([type, ...modes].join(', ')), least: 12 },
    { head: 'to whom', cell: ({ recipient }) => recipient.name, least: 12 },
    { head: 'status', cell: ({ status }) => status, least: 9 },
    { head: 'score', cell: ({ score }) => numeral(score), least: 5, drop: 1 },
    { head: 'reports', cell: ({ tellings }) => numeral(new Set(tellings.map(({ document }) => document.id)).size), least: 7 },
  ],
  below: ({ tellings }) =>
    tellings[0] ? `${tellings[0].document.source ?? 'outlet not known'}: “${tellings[0].quote.text}”` : '',
  fields: ({
    id,
    actor,
    recipient,
    side,
    type,
    modes,
    quad,
    status,
    score,
    day,
    lastDay,
    isPublicationDay,
    lag,
    tellings,
  }) => ({
    ...{ id, day, last_day: lastDay, day_of_publication: isPublicationDay, lag, side },
    ...{ actor: actor.id, actor_name: actor.name, recipient: recipient.id, recipient_name: recipient.name },
    ...{ type, modes: modes.join('; '), quad, status, score, events: tellings.map((telling) => telling.id).join('; ') },
  }),
};

export const CASE_TIE_LIST: CaseList<CaseTieView> = {
  noun: ['tie', 'ties'],
  columns: [
    { head: 'from', cell: ({ from }) => from.name, least: 10 },
    { head: 'tie', cell: ({ kind }) => codeWords(kind), least: 8 },
    { head: 'to', cell: ({ to }) => to.name, least: 10 },
    { head: 'stated by', cell: ({ stated }) => outlets(stated), least: 9 },
    { head: 'claimed by', cell: ({ claimed }) => speakers(claimed), least: 10 },
    { head: 'denied by', cell: ({ denied }) => speakers(denied), least: 9 },
    { head: 'told', cell: ({ first, last }) => (first === null ? '' : periodLabel(first, last)), least: 11, drop: 1 },
  ],
  below: ({ stated, claimed, denied }) => {
    const [word] = [...stated, ...claimed, ...denied];
    return word ? `${word.document.source ?? 'outlet not known'}: “${word.quote.text}”` : '';
  },
  fields: ({ from, to, kind, stated, claimed, denied, first, last }) => ({
    ...{ from: from.id, from_name: from.name, kind, to: to.id, to_name: to.name, first, last },
    ...{ stated: stated.length, stated_by: outlets(stated), claimed: claimed.length, claimed_by: speakers(claimed) },
    ...{ denied: denied.length, denied_by: speakers(denied) },
    quotes: [...stated, ...claimed, ...denied].map(({ quote }) => quote.text).join(' | '),
  }),
};

export const AGREEMENT_LIST: CaseList<CaseAgreement> = {
  noun: ['agreement', 'agreements'],
  columns: [
    { head: 'on', cell: ({ about }) => about, least: 20 },
    { head: 'who agree', cell: ({ voices }) => listed(voices.map(({ name }) => name)), least: 20 },
    { head: 'statements', cell: ({ statements }) => numeral(statements.length), least: 10 },
  ],
  below: ({ statements }) => statements.map(({ speaker, quote }) => `${speaker.name}: “${quote.text}”`).join(' · '),
  fields: ({ incident, about, voices, statements }) => ({
    ...{ incident, about, voices: voices.map(({ name }) => name).join('; ') },
    ...{ statements: statements.map(({ id }) => id).join('; ') },
    quotes: statements.map(({ quote }) => quote.text).join(' | '),
  }),
};

/** A side of a dispute: a line of CSV. */
export interface DisputeLine {
  readonly dispute: CaseDispute;
  readonly side: DisputeSide;
}

/** The cells of one side of a dispute. */
export function disputeFields({ dispute, side }: DisputeLine): Readonly<Record<string, CsvValue>> {
  const { id, kind, about, incidents, day } = dispute;
  const { position, voices, statements, tellings, bounds } = side;
  return {
    ...{ dispute: id, kind, about, day, incidents: incidents.join('; '), position },
    ...{ low: bounds?.low ?? null, high: bounds?.high ?? null, voices: voices.map(({ name }) => name).join('; ') },
    ...{ statements: statements.map((line) => line.id).join('; '), events: tellings.map((line) => line.id).join('; ') },
    quotes: [...statements, ...tellings].map(({ quote }) => quote.text).join(' | '),
  };
}

function incidentWhen({ day, lastDay, isPublicationDay }: CaseIncident): string {
  if (day === null) return '';
  return isPublicationDay ? `by ${dayLabel(day)}` : periodLabel(day, lastDay);
}

function moveWhen(day: string | null, isPublicationDay: boolean): string {
  if (day === null) return '';
  return isPublicationDay ? `by ${dayLabel(day)}` : dayLabel(day);
}

function outlets(said: readonly TieWord[]): string {
  return listed([...new Set(said.map(({ document }) => document.source ?? 'outlet not known'))]);
}

function speakers(said: readonly TieWord[]): string {
  return listed([...new Set(said.map(({ speaker, document }) => speaker?.name ?? document.source ?? 'outlet not known'))]);
}

function names(named: readonly { readonly name: string }[]): string {
  return listed(named.map(({ name }) => name));
}

function ids(named: readonly { readonly id: string }[]): string {
  return named.map(({ id }) => id).join('; ');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Sums of scores without the tails of binary fractions. */
function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
