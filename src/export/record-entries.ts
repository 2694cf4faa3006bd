import type {
  CaseActorName,
  CaseClaim,
  CaseDocument,
  CaseEntry,
  CaseEvent,
  CaseFigure,
  CasePlaceName,
  CaseRecord,
  CaseTime,
  CaseToldTie,
} from '../api/index.ts';

/** What a record holds, entry by entry, as a case answers them: with the document they are from and the names of parties. */
export interface RecordEntries {
  readonly record: CaseRecord;
  /** Added to no case: `addedAt` is empty. */
  readonly document: CaseDocument;
  readonly events: readonly CaseEvent[];
  readonly claims: readonly CaseClaim[];
  readonly ties: readonly CaseToldTie[];
  readonly figures: readonly CaseFigure[];
  readonly times: readonly CaseTime[];
}

/** The entries of a record that is in no case. Ids and days are those they would have in one. */
export function entriesOf(record: CaseRecord): RecordEntries {
  const { id, title, source, published } = record.document;
  const actorNames = new Map(record.actors.map((actor) => [actor.id, { id: actor.id, name: actor.name, kind: actor.kind }]));
  const nameOf = (actor: string): CaseActorName => actorNames.get(actor) ?? { id: actor, name: actor, kind: 'unknown' };
  const nameOrNull = (actor: string | null) => (actor === null ? null : nameOf(actor));
  const entry = (localId: string, day: string | null = published): CaseEntry => ({
    ...{ id: `${id}#${localId}`, document: { id, title, source, published }, day },
  });
  return {
    ...{ record, document: documentOf(record), events: eventsOf(record, entry, nameOf) },
    claims: record.claims.map((claim) => ({
      ...{ ...entry(claim.id), claim, speaker: nameOrNull(claim.speaker), addressee: nameOrNull(claim.addressee) },
    })),
    ties: record.ties.map((tie, at) => ({
      ...{ ...entry(`t${at + 1}`), tie, from: nameOf(tie.from), to: nameOf(tie.to) },
      ...{ attributedTo: nameOrNull(tie.attributedTo), deniedBy: tie.deniedBy.map(nameOf) },
    })),
    figures: record.figures.map((figure, at) => ({ ...entry(`f${at + 1}`), figure })),
    times: record.times.map((time, at) => ({ ...entry(`d${at + 1}`, time.start ?? time.end ?? published), time })),
  };
}

function eventsOf(
  { events, places, document }: CaseRecord,
  entry: (localId: string, day: string | null) => CaseEntry,
  nameOf: (actor: string) => CaseActorName,
): readonly CaseEvent[] {
  const placeNames = new Map<string, CasePlaceName>(places.map(({ mentions, precision, ...place }) => [place.id, place]));
  return events.map((event) => {
    const day = event.time?.start ?? event.time?.end ?? document.published;
    return {
      ...{ ...entry(event.id, day), lastDay: event.time?.end ?? day, event },
      ...{ actors: event.actors.map(nameOf), recipients: event.recipients.map(nameOf) },
      places: event.places.flatMap((place) => placeNames.get(place) ?? []),
    };
  });
}

function documentOf({ document, versions, events, claims, ties, figures }: CaseRecord): CaseDocument {
  const { text, publishedEvidence, ...facts } = document;
  const { externalId, title, source, url, published, publishedBasis } = facts;
  return {
    ...{ ...facts, versions, length: text.length, addedAt: '' },
    sources: [{ externalId, title, source, url, published, publishedBasis, addedAt: '' }],
    counts: { events: events.length, claims: claims.length, ties: ties.length, figures: figures.length },
  };
}
