import { addDays, type PlainDate } from '../../base/index.ts';
import { inZone, type Tree } from '../../document/index.ts';
import type { DateMention, Resolved } from '../../resolve/index.ts';
import type { EventTime } from '../coded.ts';
import { isClauseHead } from './attach.ts';
import type { Draft } from './draft.ts';
import { isPresentPerfect, isReported, isSimplePast, standsOnMainLine } from './tense.ts';

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
 * past of a sentence whose main line names no earlier date: on the day of publication or the day before. Null for any other, and where that day is not known. */
export function newsTime(draft: Draft, doc: Resolved, tree: Tree): EventTime | null {
  const { token, conditional, modal, negated } = draft.predicate;
  if (doc.published === null || draft.governor !== null || conditional || modal !== null) return null;
  if (inZone(doc, token, 'headline')) return lastDays(doc.published);
  if (tree.childrenBy(token, 'advmod').some((adverb) => NOT_NEWS.has(adverb.lemma.toLowerCase()))) return null;
  if (isPresentPerfect(draft, tree)) return lastDays(doc.published);
  if (negated || !isReported(draft, tree) || !isSimplePast(draft, tree) || namesEarlierDay(draft, doc, doc.published, tree))
    return null;
  return lastDays(doc.published);
}

function namesEarlierDay(draft: Draft, doc: Resolved, published: PlainDate, tree: Tree): boolean {
  const range = doc.sentences[draft.predicate.token.sentence];
  return doc.dates.some(
    (date) =>
      range !== undefined &&
      date.range.from >= range.from &&
      date.range.to <= range.to &&
      (date.start === null || date.start < published) &&
      isOfMainLine(doc, date, tree),
  );
}

/** Whether the clause a date stands in is on the main line of its sentence. */
function isOfMainLine(doc: Resolved, { range }: DateMention, tree: Tree): boolean {
  const head = doc.tokens.slice(range.from, range.to).find((token) => token.head < range.from || token.head >= range.to);
  const clause = head && tree.pathToRoot(head).find((above) => above !== head && isClauseHead(above));
  return clause ? standsOnMainLine(clause, tree) : true;
}

function lastDays(published: PlainDate): EventTime {
  return { start: addDays(published, -1), end: published, span: null };
}
