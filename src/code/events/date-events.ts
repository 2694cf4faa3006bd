import type { Token, Tree } from '../../document/index.ts';
import type { Resolved } from '../../resolve/index.ts';
import type { Claim, EventTime } from '../coded.ts';
import { countTimes } from './counted-times.ts';
import type { Draft } from './draft.ts';
import { goOnTimes } from './go-on-times.ts';
import { ownDates } from './own-dates.ts';
import { newsTime } from './recent-news.ts';
import { shareAcrossClauses, shareWithRetellings } from './share-times.ts';

/** When each draft happened, as far as the report tells: by the date said of it, by its distance from something dated, by the clause or the story
 * it is part of, by an earlier telling of the same, and last as the news of the day. What stays undated is left out.
 * @param drafts in text order
 * @param inSentence drafts of the sentence of a token */
export function dateEvents(
  doc: Resolved,
  drafts: readonly Draft[],
  claims: readonly Claim[],
  inSentence: (token: Token) => readonly Draft[],
  tree: Tree,
): ReadonlyMap<Draft, EventTime> {
  const dated = new Map<Draft, EventTime>();
  for (const [draft, { start, end, span }] of ownDates(doc, inSentence, tree)) dated.set(draft, { start, end, span });
  countTimes(doc, inSentence, dated, tree);
  shareAcrossClauses(drafts, dated, tree);
  goOnTimes(doc, drafts, claims, dated, tree);
  shareWithRetellings(drafts, dated, tree);
  shareAcrossClauses(drafts, dated, tree);
  for (const draft of drafts) {
    const time = dated.has(draft) ? null : newsTime(draft, doc, tree);
    if (time) dated.set(draft, time);
  }
  return dated;
}
