import { addDays, type PlainDate } from '../../base/index.ts';
import { inZone, type Parsed, type Tree } from '../../document/index.ts';
import type { EventTime } from '../coded.ts';
import type { Draft } from './draft.ts';

/** Adverbs with which a present perfect tells of a habit or a long past, not of news. */
const NOT_NEWS: ReadonlySet<string> = new Set([
  'long',
  'ever',
  'never',
  'often',
  'repeatedly',
  'always',
  'previously',
  'traditionally',
  'historically',
  'frequently',
  'regularly',
  'sometimes',
  'once',
  'usually',
]);

/** When an undated event happened that a report tells as its news, in a headline or in the present perfect ("has closed the gate"): on the day
 * of publication or the day before. Null for any other, and where that day is not known. */
export function newsTime(draft: Draft, doc: Parsed, tree: Tree): EventTime | null {
  if (doc.published === null || draft.governor !== null || draft.predicate.conditional || draft.predicate.modal !== null)
    return null;
  const headline = inZone(doc, draft.predicate.token, 'headline');
  return headline || isPresentPerfect(draft, tree) ? lastDays(doc.published) : null;
}

function lastDays(published: PlainDate): EventTime {
  return { start: addDays(published, -1), end: published, span: null };
}

function isPresentPerfect(draft: Draft, tree: Tree): boolean {
  const { token, kind, progressive, relative } = draft.predicate;
  if (kind !== 'verb' || progressive || relative) return false;
  const perfect = tree
    .childrenBy(token, 'aux')
    .some((aux) => aux.lemma === 'have' && /^(?:has|have|'s|'ve|’s|’ve)$/i.test(aux.form));
  return perfect && !tree.childrenBy(token, 'advmod').some((adverb) => NOT_NEWS.has(adverb.lemma.toLowerCase()));
}
