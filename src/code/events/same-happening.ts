import type { Trace } from '../../document/index.ts';
import type { CodedEvent } from '../coded.ts';

/** Statuses of what is held to have happened: plans and threats are not retold as happenings. */
const TOLD: ReadonlySet<string> = new Set(['actual', 'ongoing', 'alleged', 'denied']);

/** How many events back a retelling is looked for. */
const WINDOW = 15;

/** An event with what tells two happenings apart. */
interface Told {
  readonly event: CodedEvent;
  /** Lower-case lemma of the trigger. */
  readonly lemma: string;
  /** The trigger is a noun: it may refer back. */
  readonly noun: boolean;
}

/** Links events of one document that tell the same happening: each names the nearest earlier telling in `sameAs`. Two are one where type,
 * parties, time and place agree as far as both say, some party is shared, and wording or mode is alike (or a noun refers back). */
export function linkRetellings(told: readonly Told[], trace?: Trace): readonly CodedEvent[] {
  return told.map(({ event, lemma, noun }, index) => {
    const earlier = told
      .slice(Math.max(0, index - WINDOW), index)
      .reverse()
      .find((other) => isSame({ event, lemma, noun }, other));
    if (!earlier) return event;
    trace?.({
      stage: 'events',
      rule: 'same-happening',
      outcome: 'merged',
      span: event.trigger,
      reason: `tells the same as ${earlier.event.id}: type, parties, time and place agree`,
    });
    return { ...event, sameAs: [earlier.event.id] };
  });
}

function isSame(later: Told, earlier: Told): boolean {
  const [a, b] = [later.event, earlier.event];
  if (a.type !== b.type || !TOLD.has(a.status) || !TOLD.has(b.status)) return false;
  if (!agree(a.actors, b.actors) || !agree(a.recipients, b.recipients) || !agree(a.places, b.places) || !sameTime(a, b))
    return false;
  const shared = meets(a.actors, b.actors) || meets(a.recipients, b.recipients);
  const alike =
    later.lemma.slice(0, 5) === earlier.lemma.slice(0, 5) || (later.noun && (a.modes.length === 0 || meets(a.modes, b.modes)));
  return shared && alike;
}

function meets(a: readonly string[], b: readonly string[]): boolean {
  return a.some((each) => b.includes(each));
}

function agree(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || meets(a, b);
}

function sameTime({ time: a }: CodedEvent, { time: b }: CodedEvent): boolean {
  if (!a?.start || !b?.start) return true;
  return a.start <= (b.end ?? b.start) && b.start <= (a.end ?? a.start);
}
