import type {
  CaseRecord,
  RecordActor,
  RecordClaim,
  RecordEvent,
  RecordFigure,
  RecordPlace,
  RecordSpan,
  RecordTie,
  RecordTime,
} from '../api/index.ts';
import { assertSpan, type Span } from '../base/index.ts';
import type { Claim, Coded, CodedEvent, Tie } from '../code/index.ts';
import { eventScore } from '../codebook/index.ts';
import type { EntityId } from '../resolve/index.ts';
import type { Versions } from './versions.ts';

/** Decimal places of a confidence: enough to rank by, few enough that no machine's rounding shows. */
const CONFIDENCE_DECIMALS = 4;

/** Cuts a span out of the document's text. @throws RangeError where it is not inside */
type Cut = (span: Span) => RecordSpan;

/** The record of a coded article, schema `lapwing/1`. Actors and places are those that are mentioned or used.
 * @throws RangeError where a stage gave a span outside the text */
export function toRecord(coded: Coded, versions: Versions): CaseRecord {
  const { text } = coded;
  const cut: Cut = ({ start, end }) => {
    assertSpan({ start, end }, text.length);
    return { start, end, text: text.slice(start, end) };
  };
  return {
    schema: 'lapwing/1',
    versions,
    document: {
      id: coded.id,
      externalId: coded.externalId,
      title: coded.title,
      source: coded.source,
      url: coded.url,
      published: coded.published,
      publishedBasis: coded.publishedBasis,
      publishedEvidence: coded.publishedEvidence.map(({ span, rule, from, to }) => ({ span: cut(span), rule, from, to })),
      language: coded.language,
      text,
    },
    actors: recordActors(coded, cut),
    places: recordPlaces(coded, cut),
    events: coded.events.map((event) => recordEvent(event, cut)),
    claims: recordClaims(coded, cut),
    ties: coded.ties.map((tie) => recordTie(tie, cut)),
    figures: coded.figures.map(({ span, low, high, approximate, of }, index): RecordFigure => {
      return { span: cut(span), low, high, approximate, of, event: coded.figureEvents[index] ?? null };
    }),
    times: coded.dates.map(({ span, start, end }): RecordTime => ({ span: cut(span), start, end })),
  };
}

function recordActors(coded: Coded, cut: Cut): readonly RecordActor[] {
  const mentions = new Map<EntityId, RecordSpan[]>();
  for (const mention of coded.mentions) for (const entity of mention.entities) append(mentions, entity, cut(mention.span));
  const used = usedActors(coded);
  return coded.entities
    .filter(({ id }) => mentions.has(id) || used.has(id))
    .map(({ id, name, kind, country, sector, aliases }) => {
      return { id, name, kind, country, sector, aliases, mentions: mentions.get(id) ?? [] };
    });
}

function usedActors({ events, claims, ties }: Coded): ReadonlySet<EntityId | null> {
  return new Set([
    ...events.flatMap(({ actors, recipients }) => [...actors, ...recipients]),
    ...claims.flatMap(({ speaker, addressee }) => [speaker, addressee]),
    ...ties.flatMap(({ from, to, attributedTo, deniedBy }) => [from, to, attributedTo, ...deniedBy]),
  ]);
}

function recordPlaces(coded: Coded, cut: Cut): readonly RecordPlace[] {
  const mentions = new Map<string, RecordSpan[]>();
  for (const { place, span } of coded.placeMentions) append(mentions, place, cut(span));
  const used = new Set(coded.events.flatMap(({ places }) => places));
  return coded.places
    .filter(({ id }) => mentions.has(id) || used.has(id))
    .map(({ id, name, kind, precision, country, latitude, longitude }) => {
      return { id, name, kind, precision, country, latitude, longitude, mentions: mentions.get(id) ?? [] };
    });
}

function recordEvent(event: CodedEvent, cut: Cut): RecordEvent {
  const { time } = event;
  return {
    id: event.id,
    type: event.type,
    modes: event.modes,
    contexts: event.contexts,
    actors: event.actors,
    recipients: event.recipients,
    places: event.places,
    time: time && { start: time.start, end: time.end, span: time.span && cut(time.span) },
    status: event.status,
    score: eventScore(event.type, event.modes),
    harm: event.harm,
    trigger: cut(event.trigger),
    evidence: cut(event.sentence),
    claims: event.claims,
    sameAs: event.sameAs,
    confidence: Number(event.confidence.toFixed(CONFIDENCE_DECIMALS)),
  };
}

function recordClaims({ claims, events }: Coded, cut: Cut): readonly RecordClaim[] {
  const eventsOf = new Map<string, string[]>();
  for (const event of events) for (const claim of event.claims) append(eventsOf, claim, event.id);
  return claims.map((claim) => recordClaim(claim, eventsOf.get(claim.id) ?? [], cut));
}

function recordClaim(claim: Claim, events: readonly string[], cut: Cut): RecordClaim {
  return {
    id: claim.id,
    speaker: claim.speaker,
    speakerSpan: claim.speakerSpan && cut(claim.speakerSpan),
    stance: claim.stance,
    addressee: claim.addressee,
    content: cut(claim.content),
    condition: claim.condition && cut(claim.condition),
    events,
    quoted: claim.quoted,
    cue: claim.cue && cut(claim.cue),
    evidence: cut(claim.sentence),
  };
}

function recordTie({ from, to, kind, span, attributedTo, deniedBy }: Tie, cut: Cut): RecordTie {
  return { from, to, kind, evidence: cut(span), attributedTo, deniedBy };
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
