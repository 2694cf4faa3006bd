import type { Span } from '../../base/index.ts';
import type { EventType } from '../../codebook/index.ts';
import type { Resolved } from '../../resolve/index.ts';
import type { DraftedDocument } from '../events/code-events.ts';
import type { Draft } from '../events/draft.ts';
import type { MatchLexicon } from '../match/lexicon.ts';

/** A draft as an answer to a pair: what it would be coded, and how well it links the two. */
export interface RankedDraft {
  readonly draft: Draft;
  /** Link and frame score together; best first in a list. */
  readonly score: number;
  /** Type after negation and future, by the manual and with the habits of CAMEO coding. */
  readonly plover: EventType;
  readonly cameo: EventType;
}

/** What the learned model is asked: what does `source` do to `target`? */
export interface PairQuestion {
  readonly doc: Resolved;
  readonly source: readonly Span[];
  readonly target: readonly Span[];
  readonly drafted: DraftedDocument;
  readonly lexicon: MatchLexicon;
  /** All drafts of the text, best link first. */
  readonly ranked: readonly RankedDraft[];
}
