import type { ActorMerge, ActorPart, AddedEntry, EntryDecision, PairsDecision } from '../review/index.ts';

/** A decision ready for the log, and the documents whose lists change with it. */
export interface Settled {
  readonly subject: string;
  readonly what: EntryDecision | AddedEntry | PairsDecision | ActorMerge | ActorPart;
  readonly documents: readonly string[];
}
