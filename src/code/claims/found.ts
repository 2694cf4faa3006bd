import type { TokenRange } from '../../base/index.ts';
import type { Token } from '../../document/index.ts';
import type { Reading } from './reading.ts';

/** Content as one construction gives it, untrimmed. */
export interface Found {
  readonly range: TokenRange;
  /** A further stretch under the same cue ('"...", he said, "..."'). */
  readonly second: TokenRange | null;
  /** Head of the content clause or noun phrase; null where only quotation marks show it. */
  readonly head: Token | null;
  readonly addressee: Token | null;
}

/** Reads one way of giving content; null where the verb is not used so. */
export type ContentReader = (reading: Reading, verb: Token, preposition: string) => Found | null;

/** A content without second stretch or addressee. */
export function plainly(range: TokenRange, head: Token | null, addressee: Token | null = null): Found {
  return { range, second: null, head, addressee };
}
