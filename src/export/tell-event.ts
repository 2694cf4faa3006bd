import type { CaseRecord, RecordEvent, RecordSpan } from '../api/index.ts';
import { codePointRange } from './code-points.ts';
import type { Happening, Party, Place, Report, SaidClaim } from './happening.ts';
import type { ShelvedReport } from './report-shelf.ts';

/** An event of a report as a happening. */
export function tellEvent({ record, document }: ShelvedReport, event: RecordEvent): Happening {
  const report = reportOf(record);
  const outlets = [...new Set(document.sources.flatMap(({ source }) => source ?? []))].sort();
  const day = record.document.published;
  const told = event.time !== null && (event.time.start ?? event.time.end) !== null;
  return {
    unit: 'events',
    id: `${record.document.id}#${event.id}`,
    ...{ type: event.type, modes: event.modes, contexts: event.contexts, status: event.status, isContested: false },
    score: event.score,
    start: told ? (event.time?.start ?? event.time?.end ?? null) : day,
    end: told ? (event.time?.end ?? event.time?.start ?? null) : day,
    isPublicationDay: !told && day !== null,
    actors: event.actors.map((id) => partyOf(record, id, event.trigger)),
    recipients: event.recipients.map((id) => partyOf(record, id, event.trigger)),
    places: placesOf(record, event.places),
    harm: Object.fromEntries(
      Object.entries(event.harm ?? {}).map(([kind, { low, high }]) => [kind, { low, high, best: low ?? high }]),
    ),
    tellings: [`${record.document.id}#${event.id}`],
    reports: [report],
    outlets,
    independent: 1,
    trigger: event.trigger,
    evidence: event.evidence,
    evidencePoints: codePointRange(record.document.text, event.evidence),
    claims: claimsOf(record, event, report),
    confidence: event.confidence,
  };
}

/** The report of a record, as formats name it. */
export function reportOf({ document }: CaseRecord): Report {
  const { id, title, source, url, published, language } = document;
  return { id, title, source, url, published, language };
}

/** An actor of a record, in the words nearest to a span. */
export function partyOf({ actors }: CaseRecord, id: string, near: RecordSpan): Party {
  const found = actors.find((actor) => actor.id === id);
  if (!found) return { id, name: id, kind: 'unknown', country: null, sector: null, words: null };
  const { name, kind, country, sector, mentions } = found;
  return { id, name, kind, country, sector, words: nearest(mentions, near)?.text ?? null };
}

function nearest(spans: readonly RecordSpan[], { start }: RecordSpan): RecordSpan | undefined {
  let best: RecordSpan | undefined;
  for (const span of spans) if (!best || Math.abs(span.start - start) < Math.abs(best.start - start)) best = span;
  return best;
}

/** Places of a record by their ids. */
export function placesOf({ places }: CaseRecord, ids: readonly string[]): readonly Place[] {
  return ids.flatMap((id) => {
    const found = places.find((place) => place.id === id);
    if (!found) return [];
    const { mentions, ...place } = found;
    return [{ ...place, words: mentions[0]?.text ?? null }];
  });
}

function claimsOf(record: CaseRecord, event: RecordEvent, report: Report): readonly SaidClaim[] {
  return record.claims
    .filter(({ id }) => event.claims.includes(id))
    .map((claim) => ({
      id: `${record.document.id}#${claim.id}`,
      claim,
      speaker: claim.speaker === null ? null : partyOf(record, claim.speaker, claim.speakerSpan ?? claim.content),
      addressee: claim.addressee === null ? null : partyOf(record, claim.addressee, claim.content),
      report,
    }));
}
