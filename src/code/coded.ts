import type { PlainDate, Span } from '../base/index.ts';
import type { Context, EventType, Mode, Stance, Status, TieKind } from '../codebook/index.ts';
import type { EntityId, Resolved } from '../resolve/index.ts';

/** Number of people harmed, both bounds included; null where that bound is open. */
export interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
}

/** When an event happened, with the expression that says so where there is one. */
export interface EventTime {
  readonly start: PlainDate | null;
  readonly end: PlainDate | null;
  readonly span: Span | null;
}

/** One stretch of text an entry rests on, and what it contributes. */
export interface Evidence {
  readonly role: 'trigger' | 'actor' | 'recipient' | 'date' | 'place' | 'speaker' | 'cue' | 'harm';
  readonly span: Span;
  /** Id of the rule or frame. */
  readonly rule: string;
}

/** Who did what to whom. */
export interface CodedEvent {
  readonly id: string;
  readonly type: EventType;
  readonly modes: readonly Mode[];
  readonly contexts: readonly Context[];
  readonly actors: readonly EntityId[];
  readonly recipients: readonly EntityId[];
  /** Ids into `Resolved.places`. */
  readonly places: readonly string[];
  readonly time: EventTime | null;
  readonly status: Status;
  readonly harm: Readonly<Record<string, Bounds>> | null;
  /** The word or words that evoke the event. */
  readonly trigger: Span;
  /** The sentence (or clause) that bears it. */
  readonly sentence: Span;
  readonly evidence: readonly [Evidence, ...Evidence[]];
  /** Claims whose content holds the trigger. */
  readonly claims: readonly string[];
  /** The nearest earlier event of the document that tells the same happening, where there is one. */
  readonly sameAs: readonly string[];
  /** 0 to 1. */
  readonly confidence: number;
}

/** An attributed statement. */
export interface Claim {
  readonly id: string;
  /** Null for an unnamed source; then `speakerSpan` is what the text says of it ("critics"). */
  readonly speaker: EntityId | null;
  readonly speakerSpan: Span | null;
  readonly stance: Stance;
  readonly addressee: EntityId | null;
  /** What is said, without cue, speaker and quotation marks at its ends. */
  readonly content: Span;
  readonly condition: Span | null;
  /** Whether any of the content stands in quotation marks. */
  readonly quoted: boolean;
  /** The word that attributes it ("said", "according to"); null in a continued quotation. */
  readonly cue: Span | null;
  readonly sentence: Span;
  readonly rule: string;
}

/** A lasting relation between two actors. */
export interface Tie {
  readonly from: EntityId;
  readonly to: EntityId;
  readonly kind: TieKind;
  readonly span: Span;
  /** Who says so, where the report does not say it in its own voice. */
  readonly attributedTo: EntityId | null;
  readonly deniedBy: readonly EntityId[];
  readonly rule: string;
}

/** A resolved article with what happened, what was said and who is tied to whom. */
export interface Coded extends Resolved {
  readonly events: readonly CodedEvent[];
  readonly claims: readonly Claim[];
  readonly ties: readonly Tie[];
  /** For each figure, in the order of `figures`, the event it belongs to. */
  readonly figureEvents: readonly (string | null)[];
}
