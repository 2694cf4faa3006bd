import type { FeatureList } from './feature-list.ts';
import type { PairQuestion, RankedDraft } from './question.ts';

/** How many drafts are named by their place in the ranking. */
const NAMED_DRAFTS = 3;

/** What the frames make of a pair: the types of its drafts by rank, their scores, and how far the first is ahead. */
export function frameFeatures({ ranked }: PairQuestion, list: FeatureList): void {
  const [first, second] = ranked;
  if (!first) {
    list.add('frames', 'none');
    return;
  }
  for (const [index, answer] of ranked.slice(0, NAMED_DRAFTS).entries()) named(answer, String(index), list);
  const rival = ranked.find(({ cameo }) => cameo !== first.cameo);
  list.add('ahead', first.cameo, binOf(first.score - (rival?.score ?? 0)));
  list.add('rivals', first.cameo, second?.cameo ?? '', String(second ? binOf(first.score - second.score) : ''));
  const seen = new Set<string>();
  for (const { cameo, plover, score } of ranked) {
    if (seen.has(cameo)) continue;
    seen.add(cameo);
    list.add('best', cameo);
    list.add('best', cameo, binOf(score));
    list.add('bestplover', plover);
  }
}

function named({ draft, cameo, plover, score }: RankedDraft, rank: string, list: FeatureList): void {
  list.add('draft', rank, cameo);
  list.add('draft', rank, cameo, plover, binOf(score));
  list.add('draft', rank, 'plain', draft.type, draft.governed ?? '', draft.predicate.negated ? 'not' : '');
  list.add('draft', rank, 'modal', draft.type, draft.predicate.modal ?? '');
  list.add('rule', rank === '0' ? 'first' : 'other', draft.rule);
}

/** Scores run from about -4 to 10. */
function binOf(score: number): string {
  return String(Math.round(Math.max(-4, Math.min(score, 12))));
}
