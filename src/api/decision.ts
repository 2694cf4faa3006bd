import type { ActorKind, EventType, Mode, Sector, Stance, Status, TieKind } from '../codebook/index.ts';
import type { RecordClaim, RecordEvent, RecordFigure, RecordTie } from './record.ts';

/** What a person can decide. `remove` takes a document out of the case, `undo` takes an earlier decision back. */
export type DecisionKind = 'accept' | 'reject' | 'edit' | 'merge' | 'split' | 'add' | 'remove' | 'undo';

/** Fields of an event that a person gives. */
export interface EventEdit {
  readonly type?: EventType;
  readonly modes?: readonly Mode[];
  readonly status?: Status;
  /** Ids of actors. */
  readonly actors?: readonly string[];
  readonly recipients?: readonly string[];
  /** Ids of places of the document. */
  readonly places?: readonly string[];
  readonly time?: { readonly start: string | null; readonly end: string | null } | null;
}

/** Fields of a claim that a person gives. */
export interface ClaimEdit {
  readonly stance?: Stance;
  readonly speaker?: string | null;
  readonly addressee?: string | null;
}

/** Fields of a tie that a person gives. */
export interface TieEdit {
  readonly kind?: TieKind;
  readonly from?: string;
  readonly to?: string;
}

/** A stretch of a document's text, half-open, in UTF-16 code units. */
export interface Selection {
  readonly start: number;
  readonly end: number;
}

/** An actor by id, with what must be known of one the case has not yet. */
export interface ActorFields {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly country: string | null;
  readonly sector: Sector | null;
}

/** Other incidents that are this one, other actors that are this one; or tellings that are not of this incident. */
export interface OthersChange {
  readonly with: readonly string[];
}

/** Documents in which what was taken for this actor is another. */
export interface ActorSplit {
  readonly documents: readonly string[];
  readonly as: ActorFields;
}

/** An entry that was not found, from a selection of the document's text. */
export type Addition =
  | { readonly selection: Selection; readonly event: EventEdit & { readonly type: EventType } }
  | { readonly selection: Selection; readonly claim: ClaimEdit & { readonly stance: Stance } }
  | { readonly selection: Selection; readonly tie: Required<TieEdit> };

/** Body of `POST /api/decisions`. */
export interface DecisionInput {
  readonly kind: Exclude<DecisionKind, 'remove' | 'undo'>;
  /** An entry (`DOCUMENT#e3`); for `add` a document; for `merge` and `split` an incident (`i-…`) or an actor (`actor:ID`). */
  readonly subject: string;
  /** For `edit` the fields that change, for `add` an {@link Addition}; null for `accept` and `reject`. */
  readonly what: EventEdit | ClaimEdit | TieEdit | OthersChange | ActorSplit | Addition | null;
  readonly why: string | null;
  /** Who decides, as the log shall name them; whoever runs the server where left out. Nobody is proved to be who they say. */
  readonly by?: string;
}

/** A decision in the log. */
export interface CaseDecision {
  readonly number: number;
  /** ISO date and time. */
  readonly at: string;
  readonly byWhom: string;
  readonly kind: DecisionKind;
  readonly subject: string;
  readonly why: string | null;
  /** What was asked for, and by what the entry is found again. */
  readonly what: unknown;
  /** Number of the decision that undid it. */
  readonly undoneBy: number | null;
}

/** An entry that a person rejected. */
export interface RejectedEntry {
  readonly id: string;
  readonly entry: RecordEvent | RecordClaim | RecordTie | RecordFigure;
}

/** What people decided about an entry of a document. */
export interface ReviewMark {
  /** Id in the record: `e3`, `c1`, `t2`; `h7` where a person added it. */
  readonly entry: string;
  readonly state: 'accepted' | 'rejected' | 'edited' | 'added';
  /** Fields that a person corrected, with what the program had. */
  readonly corrected: readonly { readonly field: string; readonly was: unknown; readonly now: unknown }[];
  /** Numbers of the decisions, in order. */
  readonly decisions: readonly number[];
}
