import type { CaseRecord, RecordClaim, RecordEvent, RecordTie } from '../api/index.ts';
import type { Span } from '../base/index.ts';
import { type ClaimScores, isSpeakerRight } from './claims.ts';
import { type EventScores, isDyadRight, isModeRight, isStatusRight, isTimeRight } from './events.ts';
import type { scoreFigures } from './figures.ts';
import { type GoldClaim, type GoldEvent, type GoldSlot, type GoldTie, oneOf } from './gold.ts';
import type { Pairing } from './pair-up.ts';
import type { PartyJudge } from './parties.ts';
import type { scorePlaces } from './places.ts';
import type { scoreTimes } from './times.ts';

/** One disagreement between gold and record, for a person to read. */
export interface Finding {
  readonly document: string;
  /** `missed`: gold without prediction. `extra`: prediction without gold. `wrong`: matched, but an attribute differs. */
  readonly kind: 'missed' | 'extra' | 'wrong';
  /** What it is about: `event`, `dyad`, `status`, `claim`, `speaker`, ... */
  readonly about: string;
  /** What the gold accepts; empty for an extra. */
  readonly gold: string;
  /** What was given; empty for a miss. */
  readonly predicted: string;
  /** Where in the text, UTF-16 code units; -1 for a place. */
  readonly start: number;
  /** The words in question. */
  readonly text: string;
}

/** The pairings the findings are read from. */
export interface Comparison {
  readonly judge: PartyJudge;
  readonly events: EventScores;
  readonly claims: ClaimScores;
  readonly ties: Pairing<GoldTie, RecordTie>;
  readonly figures: ReturnType<typeof scoreFigures>;
  readonly times: ReturnType<typeof scoreTimes>;
  readonly places: ReturnType<typeof scorePlaces>;
}

type Draft = Omit<Finding, 'document'>;

/** Every miss, every extra and every wrong attribute, in text order. */
export function listFindings(document: string, record: CaseRecord, comparison: Comparison): readonly Finding[] {
  const { text } = record.document;
  const words = (span: Span) => text.slice(span.start, span.end).replace(/\s+/g, ' ');
  const drafts = [
    ...eventFindings(comparison, words),
    ...claimFindings(comparison, words),
    ...tieFindings(comparison, words),
    ...sides(
      comparison.figures,
      'figure',
      ({ low, high, of, span }) => ({ span, label: `${bounds(low, high)} ${of}` }),
      ({ low, high, of, span }) => ({ span, label: `${bounds(low, high)} ${of}` }),
      words,
    ),
    ...sides(comparison.times, 'time', timeLabel, timeLabel, words),
    ...placeFindings(comparison),
  ];
  return drafts.map((draft) => ({ document, ...draft })).sort((a, b) => a.start - b.start);
}

type Words = (span: Span) => string;

interface Labelled {
  readonly span: Span;
  readonly label: string;
}

/** Misses and extras of one pairing. */
function sides<G, P>(
  { missed, extra }: Pairing<G, P>,
  about: string,
  ofGold: (gold: G) => Labelled,
  ofPredicted: (predicted: P) => Labelled,
  words: Words,
): readonly Draft[] {
  return [
    ...missed.map((entry): Draft => {
      const { span, label } = ofGold(entry);
      return { kind: 'missed', about, gold: label, predicted: '', start: span.start, text: words(span) };
    }),
    ...extra.map((entry): Draft => {
      const { span, label } = ofPredicted(entry);
      return { kind: 'extra', about, gold: '', predicted: label, start: span.start, text: words(span) };
    }),
  ];
}

function eventFindings({ events, judge }: Comparison, words: Words): readonly Draft[] {
  const wrong = events.type.pairs.flatMap((pair): readonly Draft[] => {
    const { gold, predicted } = pair;
    const at = {
      kind: 'wrong',
      start: predicted.trigger.start,
      text: `${predicted.type} ${words(predicted.trigger)}`,
    } as const;
    return [
      ...(isDyadRight(gold, predicted, judge)
        ? []
        : [{ ...at, about: 'dyad', gold: goldDyad(gold), predicted: dyad(predicted) }]),
      ...(isModeRight(pair)
        ? []
        : [{ ...at, about: 'mode', gold: gold.modes?.join('|') ?? '', predicted: predicted.modes.join(' ') }]),
      ...(isTimeRight(pair) ? [] : [{ ...at, about: 'event time', gold: days(gold.time), predicted: days(predicted.time) }]),
      ...(isStatusRight(pair)
        ? []
        : [{ ...at, about: 'status', gold: oneOf(gold.status).join('|'), predicted: predicted.status }]),
    ];
  });
  return [
    ...wrong,
    ...sides(
      events.type,
      'event',
      (gold) => ({ span: gold.trigger, label: `${gold.types.join('|')} ${goldDyad(gold)} ${oneOf(gold.status).join('|')}` }),
      (event) => ({ span: event.trigger, label: `${event.type} ${dyad(event)} ${event.status}` }),
      words,
    ),
  ];
}

function claimFindings({ claims, judge }: Comparison, words: Words): readonly Draft[] {
  const wrong = claims.content.pairs.flatMap(({ gold, predicted }): readonly Draft[] => {
    const at = { kind: 'wrong', start: predicted.content.start, text: words(predicted.content) } as const;
    return [
      ...(isSpeakerRight(gold, predicted, judge)
        ? []
        : [{ ...at, about: 'speaker', gold: slot(gold.speaker), predicted: speaker(predicted) }]),
      ...(gold.stance.includes(predicted.stance)
        ? []
        : [{ ...at, about: 'stance', gold: gold.stance.join('|'), predicted: predicted.stance }]),
    ];
  });
  return [
    ...wrong,
    ...sides(
      claims.content,
      'claim',
      (gold) => ({ span: firstContent(gold), label: `${slot(gold.speaker)} ${gold.stance.join('|')}` }),
      (claim) => ({ span: claim.content, label: `${speaker(claim)} ${claim.stance}` }),
      words,
    ),
    ...sides(
      claims.condition,
      'condition',
      ({ span }) => ({ span, label: 'condition' }),
      (span) => ({ span, label: 'condition' }),
      words,
    ),
  ];
}

function tieFindings({ ties }: Comparison, words: Words): readonly Draft[] {
  return sides(
    ties,
    'tie',
    (gold) => ({ span: gold.evidence, label: `${slot(gold.from)} ${gold.kind.join('|')} ${slot(gold.to)}` }),
    (tie) => ({ span: tie.evidence, label: `${tie.from} ${tie.kind} ${tie.to}` }),
    words,
  );
}

function placeFindings({ places }: Comparison): readonly Draft[] {
  return [
    ...places.missed.map(({ name, latitude, longitude }): Draft => {
      return { kind: 'missed', about: 'place', gold: `${latitude} ${longitude}`, predicted: '', start: -1, text: name };
    }),
    ...places.extra.map(({ name, latitude, longitude, mentions }): Draft => {
      const start = mentions[0]?.start ?? -1;
      return { kind: 'extra', about: 'place', gold: '', predicted: `${latitude} ${longitude}`, start, text: name };
    }),
  ];
}

function slot(ids: GoldSlot): string {
  return ids.map((id) => id ?? '-').join('|');
}

function goldDyad({ actors, recipients }: GoldEvent): string {
  return `${actors.map(slot).join(' + ') || '-'} -> ${recipients.map(slot).join(' + ') || '-'}`;
}

function dyad({ actors, recipients }: RecordEvent): string {
  return `${actors.join(' + ') || '-'} -> ${recipients.join(' + ') || '-'}`;
}

function speaker({ speaker, speakerSpan }: RecordClaim): string {
  return speaker ?? (speakerSpan ? `"${speakerSpan.text}"` : '-');
}

function firstContent(gold: GoldClaim): Span {
  return oneOf(gold.content)[0] ?? { start: 0, end: 0 };
}

function days(
  time: readonly (string | null)[] | { readonly start: string | null; readonly end: string | null } | null | undefined,
): string {
  if (!time) return '-';
  const [start, end] = 'start' in time ? [time.start, time.end] : time;
  return `${start ?? ''}/${end ?? ''}`;
}

function timeLabel(time: { readonly span: Span; readonly start: string | null; readonly end: string | null }): Labelled {
  return { span: time.span, label: days(time) };
}

function bounds(low: number | null, high: number | null): string {
  return low === high && low !== null ? String(low) : `${low ?? ''}..${high ?? ''}`;
}
