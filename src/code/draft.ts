import type { Resolved } from '../resolve/index.ts';
import { draftDocument } from './events/code-events.ts';
import type { Draft } from './events/draft.ts';
import type { Lexicon } from './lexicon.ts';

/** What frames and operators make of a text before attribution, negation and dating: for testing frames. In text order. */
export function draftSentence(doc: Resolved, lexicon: Lexicon): readonly Draft[] {
  return draftDocument(doc, [], lexicon.match).drafts;
}
