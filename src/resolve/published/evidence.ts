import type { Span } from '../../base/index.ts';
import type { Candidates } from './candidates.ts';

/** A stretch of text that leaves some days of publication and rules out all others. */
export interface Constraint {
  readonly span: Span;
  readonly rule: string;
  readonly leaves: Candidates;
}
