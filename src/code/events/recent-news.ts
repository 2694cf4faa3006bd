import { addDays, type PlainDate } from '../../base/index.ts';
import { inZone, type Tree } from '../../document/index.ts';
import type { Resolved } from '../../resolve/index.ts';
import type { EventTime } from '../coded.ts';
import type { Draft } from './draft.ts';
import { isPresentPerfect, isReported, isSimplePast } from './tense.ts';

/** Adverbs with which a verb tells of a habit or a long past, not of news. */
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
  'originally',
  'initially',
  'formerly',
  'earlier',
  'later',
  'last',
  'first',
  'then',
  'already',
  'ago',
  'eventually',
]);

/** When an undated event happened that a report tells as its news, in a headline, in the present perfect ("has closed the gate") or in the simple
 * past of a sentence without any earlier date: on the day of publication or the day before. Null for any other, and where that day is not known. */
export function newsTime(draft: Draft, doc: Resolved, tree: Tree): EventTime | null {
  const { token, conditional, modal, negated } = draft.predicate;
  if (doc.published === null || draft.governor !== null || conditional || modal !== null) return null;
  if (inZone(doc, token, 'headline')) return lastDays(doc.published);
  if (tree.childrenBy(token, 'advmod').some((adverb) => NOT_NEWS.has(adverb.lemma.toLowerCase()))) return null;
  if (isPresentPerfect(draft, tree)) return lastDays(doc.published);
  if (negated || !isReported(draft, tree) || !isSimplePast(draft, tree) || namesEarlierDay(draft, doc, doc.published))
    return null;
  return lastDays(doc.published);
}

function namesEarlierDay(draft: Draft, doc: Resolved, published: PlainDate): boolean {
  const range = doc.sentences[draft.predicate.token.sentence];
  const inside = doc.dates.filter((date) => range && date.range.from >= range.from && date.range.to <= range.to);
  return inside.some(({ start }) => start === null || start < published);
}

function lastDays(published: PlainDate): EventTime {
  return { start: addDays(published, -1), end: published, span: null };
}
