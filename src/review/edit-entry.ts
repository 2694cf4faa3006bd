import type { ClaimEdit, EventEdit, RecordClaim, RecordEvent, RecordTie, TieEdit } from '../api/index.ts';
import { eventScore, isModeOf, type Mode } from '../codebook/index.ts';
import type { AnchoredEntry, ReviewedKind } from './anchor.ts';

type Entry = AnchoredEntry['entry'];

/** An entry with some fields changed by a person. A type keeps the modes that go with it, and gives its score. Figures have no fields to change. */
export function editEntry(kind: ReviewedKind, entry: Entry, change: EventEdit | ClaimEdit | TieEdit): Entry {
  if (kind === 'event') return editEvent(entry as RecordEvent, change as EventEdit);
  if (kind === 'claim') return { ...(entry as RecordClaim), ...(change as ClaimEdit) };
  return kind === 'tie' ? { ...(entry as RecordTie), ...(change as TieEdit) } : entry;
}

function editEvent(event: RecordEvent, change: EventEdit): RecordEvent {
  const type = change.type ?? event.type;
  const modes: readonly Mode[] = (change.modes ?? event.modes).filter((mode) => isModeOf(type, mode));
  const isRetyped = type !== event.type || change.modes !== undefined;
  return {
    ...event,
    ...change,
    ...{ type, modes, score: isRetyped ? eventScore(type, modes) : event.score },
    time: change.time === undefined ? event.time : change.time && { ...change.time, span: event.time?.span ?? null },
  };
}

/** The fields of an entry that a person can correct, by name. */
export function fieldsOf(kind: ReviewedKind, entry: Entry): Readonly<Record<string, unknown>> {
  if (kind === 'event') {
    const { type, modes, status, actors, recipients, places, time } = entry as RecordEvent;
    return { type, modes, status, actors, recipients, places, time: time && { start: time.start, end: time.end } };
  }
  if (kind === 'claim') {
    const { stance, speaker, addressee } = entry as RecordClaim;
    return { stance, speaker, addressee };
  }
  if (kind !== 'tie') return {};
  const { from, to, kind: tieKind } = entry as RecordTie;
  return { kind: tieKind, from, to };
}
