import type { RecordClaim, RecordSpan } from '../api/index.ts';
import { overlaps, type Span, spanIou } from '../base/index.ts';
import { type GoldClaim, type GoldEvent, type GoldSpan, isCore, oneOf } from './gold.ts';
import { type Pairing, pairUp } from './pair-up.ts';
import type { PartyJudge } from './parties.ts';

/** Least overlap (IoU) at which a content stands for the gold's by itself. */
const CONTENT_IOU = 0.5;
/** The same where the attributing words overlap as well. */
const CONTENT_IOU_WITH_CUE = 0.3;
const CONDITION_IOU = 0.5;

/** A condition the gold marks on a claim or an event. */
export interface GoldCondition {
  readonly core: boolean;
  readonly span: GoldSpan;
}

/** How the claims of one document compare: content, then speaker too, then stance too; and the conditions. */
export interface ClaimScores {
  readonly content: Pairing<GoldClaim, RecordClaim>;
  readonly speaker: Pairing<GoldClaim, RecordClaim>;
  readonly stance: Pairing<GoldClaim, RecordClaim>;
  readonly condition: Pairing<GoldCondition, RecordSpan>;
}

/** Matches claims in three steps of strictness. */
export function scoreClaims(
  golds: readonly GoldClaim[],
  events: readonly GoldEvent[],
  predicted: readonly RecordClaim[],
  judge: PartyJudge,
): ClaimScores {
  const speaks = (gold: GoldClaim, claim: RecordClaim) => isSpeakerRight(gold, claim, judge);
  const stands = (gold: GoldClaim, claim: RecordClaim) => gold.stance.includes(claim.stance);
  const content = (gold: GoldClaim, claim: RecordClaim) => {
    const overlap = contentOverlap(gold, claim);
    if (overlap === null) return null;
    return overlap + (speaks(gold, claim) ? 4 : 0) + (stands(gold, claim) ? 2 : 0);
  };
  return {
    content: pairUp(golds, predicted, [content]),
    speaker: pairUp(golds, predicted, [(gold, claim) => (speaks(gold, claim) ? content(gold, claim) : null)]),
    stance: pairUp(golds, predicted, [
      (gold, claim) => (speaks(gold, claim) && stands(gold, claim) ? content(gold, claim) : null),
    ]),
    condition: scoreConditions(golds, events, predicted),
  };
}

/** Whether the speaker is an acceptable one. */
export function isSpeakerRight(gold: GoldClaim, claim: RecordClaim, judge: PartyJudge): boolean {
  return judge.accepts(gold.speaker, claim.speaker);
}

/** Best IoU with an acceptable content, or null where none is near enough. */
function contentOverlap(gold: GoldClaim, claim: RecordClaim): number | null {
  const best = Math.max(...oneOf(gold.content).map((content) => spanIou(content, claim.content)));
  const cues = gold.cue !== null && claim.cue !== null && overlaps(gold.cue, claim.cue);
  return best >= (cues ? CONTENT_IOU_WITH_CUE : CONTENT_IOU) ? best + (cues ? 1 : 0) : null;
}

function scoreConditions(
  claims: readonly GoldClaim[],
  events: readonly GoldEvent[],
  predicted: readonly RecordClaim[],
): Pairing<GoldCondition, RecordSpan> {
  const spans = distinct(predicted.flatMap(({ condition }) => (condition ? [condition] : [])));
  return pairUp(goldConditions(claims, events), spans, [
    (gold, span) => {
      const iou = spanIou(gold.span, span);
      return iou >= CONDITION_IOU ? iou : null;
    },
  ]);
}

/** Each marked condition once; those of core claims are required, those of events (which the record has none of) are not. */
function goldConditions(claims: readonly GoldClaim[], events: readonly GoldEvent[]): readonly GoldCondition[] {
  const ofClaims = claims.flatMap((claim) => (claim.condition ? [{ core: isCore(claim), span: claim.condition }] : []));
  const ofEvents = events.flatMap(({ condition }) => (condition ? [{ core: false, span: condition }] : []));
  return [...ofClaims, ...ofEvents.filter(({ span }) => !ofClaims.some((known) => isSame(known.span, span)))];
}

function distinct<T extends Span>(spans: readonly T[]): readonly T[] {
  return spans.filter((span, index) => spans.findIndex((other) => isSame(other, span)) === index);
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
