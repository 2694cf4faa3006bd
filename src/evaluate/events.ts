import type { RecordEvent } from '../api/index.ts';
import { contains, overlaps, spanIou } from '../base/index.ts';
import { type GoldEvent, oneOf } from './gold.ts';
import { type Pairing, pairUp } from './pair-up.ts';
import type { PartyJudge } from './parties.ts';
import type { Share } from './tally.ts';
import { sameDays } from './times.ts';

/** How the events of one document compare. */
export interface EventScores {
  readonly type: Pairing<GoldEvent, RecordEvent>;
  readonly dyad: Pairing<GoldEvent, RecordEvent>;
  /** Attributes, among events matched by type where the gold names the attribute. */
  readonly mode: Share;
  readonly time: Share;
  readonly status: Share;
}

/** Matches events by trigger and type, then again with the parties right as well. */
export function scoreEvents(golds: readonly GoldEvent[], predicted: readonly RecordEvent[], judge: PartyJudge): EventScores {
  const hasDyad = (gold: GoldEvent, event: RecordEvent) => isDyadRight(gold, event, judge);
  const prefer = (gold: GoldEvent, event: RecordEvent) => (hasDyad(gold, event) ? 10 : 0);
  const triggers = (gold: GoldEvent, event: RecordEvent) =>
    gold.types.includes(event.type) && overlaps(gold.trigger, event.trigger)
      ? prefer(gold, event) + spanIou(gold.trigger, event.trigger)
      : null;
  const sentences = (gold: GoldEvent, event: RecordEvent) =>
    gold.types.includes(event.type) && contains(gold.evidence, event.trigger)
      ? prefer(gold, event) + 1 / (1 + Math.abs(gold.trigger.start - event.trigger.start))
      : null;
  const type = pairUp(golds, predicted, [triggers, sentences]);
  const dyad = pairUp(golds, predicted, [
    (gold, event) => (hasDyad(gold, event) ? triggers(gold, event) : null),
    (gold, event) => (hasDyad(gold, event) ? sentences(gold, event) : null),
  ]);
  const withMode = type.pairs.filter(({ gold }) => (gold.modes?.length ?? 0) > 0);
  const withTime = type.pairs.filter(({ gold }) => gold.time !== undefined);
  return {
    type,
    dyad,
    mode: share(withMode, isModeRight),
    time: share(withTime, isTimeRight),
    status: share(type.pairs, isStatusRight),
  };
}

type EventPair = { readonly gold: GoldEvent; readonly predicted: RecordEvent };

function share(pairs: readonly EventPair[], isRight: (pair: EventPair) => boolean): Share {
  return { right: pairs.filter(isRight).length, of: pairs.length };
}

/** Whether every actor and recipient slot is filled by an acceptable actor. */
export function isDyadRight(gold: GoldEvent, event: RecordEvent, judge: PartyJudge): boolean {
  return (
    gold.actors.every((slot) => judge.isFilled(slot, event.actors)) &&
    gold.recipients.every((slot) => judge.isFilled(slot, event.recipients))
  );
}

/** Whether one of the acceptable modes was given; true where the gold names none. */
export function isModeRight({ gold, predicted }: EventPair): boolean {
  const modes: readonly string[] = predicted.modes;
  return !gold.modes?.length || gold.modes.some((mode) => modes.includes(mode));
}

/** Whether the bounds are the gold's, a week off where it is loose; true where the gold names no time. */
export function isTimeRight({ gold, predicted }: EventPair): boolean {
  if (gold.time === undefined) return true;
  if (predicted.time === null) return false;
  const [start, end] = gold.time;
  return sameDays({ start, end, loose: gold.loose ?? false }, predicted.time);
}

/** Whether the status is an acceptable one. */
export function isStatusRight({ gold, predicted }: EventPair): boolean {
  return oneOf(gold.status).includes(predicted.status);
}
