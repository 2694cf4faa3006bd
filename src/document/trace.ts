import type { Span } from '../base/index.ts';

/** One step the engine took or declined, for `--explain` and for counting. */
export interface TraceStep {
  /** Which stage speaks: `events`, `claims`, `ties`, `actors`, ... */
  readonly stage: string;
  /** Id of the rule or frame. */
  readonly rule: string;
  readonly outcome: 'coded' | 'refused' | 'merged';
  readonly span: Span;
  /** In a reader's words: "negated, so REJECT", "no actor found". */
  readonly reason: string;
}

/** Collects steps where somebody wants to see them. */
export type Trace = (step: TraceStep) => void;
