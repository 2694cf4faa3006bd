import type { ActorFields, Addition, ClaimEdit, EventEdit, RecordPlace, RecordSpan, TieEdit } from '../api/index.ts';
import type { Anchor } from './anchor.ts';

/** What the log keeps of a decision about one entry. */
export interface EntryDecision {
  readonly anchor: Anchor;
  /** For `edit`. */
  readonly change?: EventEdit | ClaimEdit | TieEdit;
  /** Actors the change names, for documents that do not. */
  readonly actors?: readonly ActorFields[];
  /** Places likewise. */
  readonly places?: readonly RecordPlace[];
}

/** What the log keeps of an entry added by hand. */
export interface AddedEntry {
  readonly document: string;
  readonly addition: Addition;
  /** Words selected, and the sentence around them. */
  readonly span: RecordSpan;
  readonly evidence: RecordSpan;
  readonly actors?: readonly ActorFields[];
  readonly places?: readonly RecordPlace[];
}

/** Incidents joined or parted: pairs of tellings that are, or are not, one happening. */
export interface PairsDecision {
  readonly pairs: readonly { readonly a: Anchor; readonly b: Anchor }[];
  /** Ids as the person saw them. */
  readonly with: readonly string[];
}

/** Actors of which the others are the first. */
export interface ActorMerge {
  readonly with: readonly string[];
  readonly into: ActorFields;
}

/** An actor that in some documents is another. */
export interface ActorPart {
  readonly actor: string;
  readonly documents: readonly string[];
  readonly as: ActorFields;
}

/** An earlier decision taken back. */
export interface Undoing {
  readonly decision: number;
}

/** What a decision says, read from the log. */
export type Meaning =
  | { readonly kind: 'accept' | 'reject' | 'edit'; readonly of: EntryDecision }
  | { readonly kind: 'add'; readonly of: AddedEntry }
  | { readonly kind: 'pairs'; readonly same: boolean; readonly of: PairsDecision }
  | { readonly kind: 'merge-actors'; readonly of: ActorMerge }
  | { readonly kind: 'split-actor'; readonly of: ActorPart }
  | { readonly kind: 'undo'; readonly of: Undoing };

/** A decision of the log. */
export interface ReviewDecision {
  readonly number: number;
  readonly at: string;
  readonly byWhom: string;
  readonly kind: string;
  readonly subject: string;
  readonly why: string | null;
  readonly what: unknown;
}

/** What a decision of the log means; null where it is of a kind that this version does not know.
 * The log is only written by us, so its shape is told by which parts it has. */
export function meaningOf({ kind, what }: ReviewDecision): Meaning | null {
  if (typeof what !== 'object' || what === null) return null;
  if ((kind === 'accept' || kind === 'reject' || kind === 'edit') && 'anchor' in what)
    return { kind, of: what as EntryDecision };
  if (kind === 'add' && 'addition' in what) return { kind, of: what as AddedEntry };
  if ((kind === 'merge' || kind === 'split') && 'pairs' in what)
    return { kind: 'pairs', same: kind === 'merge', of: what as PairsDecision };
  if (kind === 'merge' && 'into' in what) return { kind: 'merge-actors', of: what as ActorMerge };
  if (kind === 'split' && 'as' in what) return { kind: 'split-actor', of: what as ActorPart };
  if (kind === 'undo' && 'decision' in what) return { kind, of: what as Undoing };
  return null;
}

/** Which decisions were taken back, by their numbers, and by which. An undoing that was itself undone takes nothing back. */
export function undoneBy(log: readonly ReviewDecision[]): ReadonlyMap<number, number> {
  const undone = new Map<number, number>();
  for (const decision of [...log].sort((a, b) => b.number - a.number)) {
    const meaning = meaningOf(decision);
    if (meaning?.kind === 'undo' && !undone.has(decision.number)) undone.set(meaning.of.decision, decision.number);
  }
  return undone;
}

/** The decision by which a document was taken out of the case and is kept out, or null. It means nothing for the records that are left.
 * @param document its id, in full */
export function removalOf(document: string, log: readonly ReviewDecision[]): ReviewDecision | null {
  const removals = log.filter(({ kind, subject }) => kind === 'remove' && subject === document);
  if (removals.length === 0) return null;
  const undone = undoneBy(log);
  return removals.findLast(({ number }) => !undone.has(number)) ?? null;
}

/** The decisions in force with what they mean, in the order they were made. */
export function inForce(
  log: readonly ReviewDecision[],
): readonly { readonly decision: ReviewDecision; readonly meaning: Meaning }[] {
  const undone = undoneBy(log);
  return [...log]
    .sort((a, b) => a.number - b.number)
    .flatMap((decision) => {
      const meaning = undone.has(decision.number) ? null : meaningOf(decision);
      return meaning && meaning.kind !== 'undo' ? [{ decision, meaning }] : [];
    });
}

/** Documents whose entries a decision speaks of; null where it may be any that names an actor. */
export function documentsOf(meaning: Meaning): readonly string[] | null {
  switch (meaning.kind) {
    case 'accept':
    case 'reject':
    case 'edit':
      return [meaning.of.anchor.document];
    case 'add':
      return [meaning.of.document];
    case 'split-actor':
      return meaning.of.documents;
    case 'pairs':
      return [...new Set(meaning.of.pairs.flatMap(({ a, b }) => [a.document, b.document]))];
    default:
      return null;
  }
}
