import type { Token, Tree } from '../../document/index.ts';
import type { Figure, Resolved } from '../../resolve/index.ts';
import type { Claim, EventTime } from '../coded.ts';
import { ownerOf } from './attach.ts';
import { dateEvents } from './date-events.ts';
import type { Draft } from './draft.ts';
import { placeEvents } from './place-events.ts';

/** Times, places and figures by the draft they belong to. */
export interface Details {
  readonly times: ReadonlyMap<Draft, EventTime>;
  readonly places: ReadonlyMap<Draft, readonly string[]>;
  readonly figures: ReadonlyMap<Draft, readonly Figure[]>;
}

/** Finds when each draft happened, and which draft each place and figure of a document belongs to. */
export function attachDetails(doc: Resolved, drafts: readonly Draft[], claims: readonly Claim[], tree: Tree): Details {
  const bySentence = new Map<number, Draft[]>();
  for (const draft of drafts) {
    const group = bySentence.get(draft.predicate.token.sentence);
    if (group) group.push(draft);
    else bySentence.set(draft.predicate.token.sentence, [draft]);
  }
  const inSentence = (token: Token) => bySentence.get(token.sentence) ?? [];
  const figures = new Map<Draft, Figure[]>();
  for (const figure of doc.figures) {
    const anchor = tree.token(figure.anchor);
    const owner = ownerOf(anchor, inSentence(anchor), tree);
    if (owner) figures.set(owner, [...(figures.get(owner) ?? []), figure]);
  }
  return {
    times: dateEvents(doc, drafts, claims, inSentence, tree),
    places: placeEvents(doc, drafts, inSentence, tree),
    figures,
  };
}
