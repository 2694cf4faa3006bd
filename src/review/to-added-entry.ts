import type { RecordClaim, RecordEvent, RecordTie } from '../api/index.ts';
import { eventScore, isModeOf } from '../codebook/index.ts';
import type { ReviewedKind } from './anchor.ts';
import type { AddedEntry } from './log.ts';

/** The entry a person added, as it stands in the record. What they did not say is empty; nobody doubts it, so its confidence is 1.
 * @param id `h` and the number of the decision */
export function toAddedEntry(
  id: string,
  { addition, span, evidence }: AddedEntry,
): { readonly kind: ReviewedKind; readonly entry: RecordEvent | RecordClaim | RecordTie } {
  if ('event' in addition) {
    const { type, status = 'actual', actors = [], recipients = [], places = [], time } = addition.event;
    const modes = (addition.event.modes ?? []).filter((mode) => isModeOf(type, mode));
    const entry: RecordEvent = {
      ...{ id, type, modes, contexts: [], actors, recipients, places },
      ...{ time: time ? { ...time, span: null } : null, status, score: eventScore(type, modes), harm: null },
      ...{ trigger: span, evidence, claims: [], sameAs: [], confidence: 1 },
    };
    return { kind: 'event', entry };
  }
  if ('claim' in addition) {
    const { stance, speaker = null, addressee = null } = addition.claim;
    const entry: RecordClaim = {
      ...{ id, speaker, speakerSpan: null, stance, addressee, content: span, condition: null, events: [] },
      ...{ quoted: false, cue: null, evidence },
    };
    return { kind: 'claim', entry };
  }
  const { kind, from, to } = addition.tie;
  return { kind: 'tie', entry: { from, to, kind, evidence: span, attributedTo: null, deniedBy: [] } };
}
