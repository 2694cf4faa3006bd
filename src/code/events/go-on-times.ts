import { contains } from '../../base/index.ts';
import { QUAD_OF } from '../../codebook/index.ts';
import { type Parsed, sentenceSpan, type Tree } from '../../document/index.ts';
import type { EntityId, Resolved } from '../../resolve/index.ts';
import type { Claim, EventTime } from '../coded.ts';
import { isClauseHead } from './attach.ts';
import { type Draft, partyIds } from './draft.ts';
import { verbBefore } from './own-dates.ts';
import { isMainLine, isSimplePast, standsOnMainLine } from './tense.ts';

/** How many sentences a story may go on without naming its day again. */
const REACH = 2;

/** What a sentence leaves for the next one to go on from. */
interface Thread {
  readonly sentence: number;
  readonly time: EventTime;
  /** Who acts or speaks. */
  readonly actors: readonly EntityId[];
  readonly verbal: boolean;
}

/** Lets a story go on: a deed in the simple past on the main line of a sentence happens on the day of the deed told just before it in the same
 * paragraph; what somebody says, on the day of what the same party did or said just before.
 * @param drafts in text order
 * @param dated what is dated already; added to */
export function goOnTimes(
  doc: Resolved,
  drafts: readonly Draft[],
  claims: readonly Claim[],
  dated: Map<Draft, EventTime>,
  tree: Tree,
): void {
  const threads = new Map<number, Thread[]>();
  const leave = (thread: Thread) => threads.set(thread.sentence, [...(threads.get(thread.sentence) ?? []), thread]);
  for (const thread of datedVerbs(doc, claims, tree)) leave(thread);
  for (const draft of drafts) {
    if (draft.governor !== null || !isMainLine(draft, tree) || !isSimplePast(draft, tree)) continue;
    const known = dated.get(draft);
    const time = known ?? earlier(doc, draft, threads);
    if (!time) continue;
    if (!known) dated.set(draft, time);
    if (doc.published === null || time.end === null || time.end <= doc.published)
      leave({ sentence: draft.top.sentence, time, actors: partyIds(draft.actors), verbal: isVerbal(draft) });
  }
}

function isVerbal(draft: Draft): boolean {
  return QUAD_OF[draft.type] % 2 === 1;
}

/** Days said of verbs that code no event: when somebody spoke ("declared on Sunday"), and what else a sentence tells ("In 1982 the rains failed"). */
function datedVerbs(doc: Resolved, claims: readonly Claim[], tree: Tree): readonly Thread[] {
  const found: Thread[] = [];
  for (const { span, range, start, end } of doc.dates) {
    const head = doc.tokens.slice(range.from, range.to).find(({ head: above }) => above < range.from || above >= range.to);
    const verb =
      head && (verbBefore(head, tree) ?? tree.pathToRoot(head).find((above) => above !== head && isClauseHead(above)));
    if (!verb) continue;
    const claim = claims.find(({ cue, speaker }) => cue !== null && speaker !== null && contains(cue, verb));
    const thread = { sentence: verb.sentence, time: { start, end, span } };
    if (claim?.speaker) found.push({ ...thread, actors: [claim.speaker], verbal: true });
    else if (verb.xpos === 'VBD' && standsOnMainLine(verb, tree)) found.push({ ...thread, actors: [], verbal: false });
  }
  return found;
}

function earlier(doc: Resolved, draft: Draft, threads: ReadonlyMap<number, readonly Thread[]>): EventTime | null {
  const actors = partyIds(draft.actors);
  const fits = (thread: Thread) => (isVerbal(draft) ? thread.actors.some((actor) => actors.includes(actor)) : !thread.verbal);
  for (let back = 1; back <= REACH; back++) {
    const sentence = draft.top.sentence - back;
    const found = threads.get(sentence)?.findLast(fits);
    if (found && isOneParagraph(doc, sentence, draft.top.sentence)) return found.time;
  }
  return null;
}

function isOneParagraph(doc: Parsed, from: number, to: number): boolean {
  return !doc.text.slice(sentenceSpan(doc, from).end, sentenceSpan(doc, to).start).includes('\n');
}
