import { QUAD_OF } from '../../codebook/index.ts';
import { baseRelation, type Token, type Tree } from '../../document/index.ts';
import type { EntityId } from '../../resolve/index.ts';
import type { EventTime } from '../coded.ts';
import type { Party } from '../match/parties.ts';
import { type Draft, partyIds } from './draft.ts';

/** How many drafts back an undated retelling looks for its date. */
const WINDOW = 10;

/** Words that open a clause telling what went on at the time of the one above it. */
const SAME_TIME_MARKS: ReadonlySet<string> = new Set(['when', 'as', 'while', 'by', 'in', 'to', '']);

/** Prepositions before an event during which something else happens. */
const DURING: ReadonlySet<string> = new Set(['in', 'during', 'amid', 'at', 'with', 'by', 'on', 'as']);

/** Prepositions that make an event noun the setting of its verb ("during the clashes miners seized a bus"). */
const SETTING: ReadonlySet<string> = new Set(['in', 'during', 'amid', 'amidst', 'at']);

/** Gives undated drafts the date of a draft whose clause goes on at the same time.
 * @param dated what is dated already; added to */
export function shareAcrossClauses(drafts: readonly Draft[], dated: Map<Draft, EventTime>, tree: Tree): void {
  const at = draftsByToken(drafts);
  const of = (token: Token, than: Draft) => at.get(token)?.find((other) => other !== than) ?? null;
  for (const draft of drafts) {
    if (dated.has(draft)) continue;
    const above = clauseAbove(draft, of, dated, tree);
    if (above) dated.set(draft, above);
  }
  for (const draft of drafts) {
    if (dated.has(draft) || draft.governor !== null) continue;
    const below = clauseBelow(draft, of, dated, tree);
    if (below) dated.set(draft, below);
  }
}

/** Gives undated deeds the date of the nearest earlier draft that tells of the same deed. Words (requests, accusations) are never dated
 * by other sentences.
 * @param drafts in text order
 * @param dated what is dated already; added to */
export function shareWithRetellings(drafts: readonly Draft[], dated: Map<Draft, EventTime>, tree: Tree): void {
  for (const [index, draft] of drafts.entries()) {
    if (dated.has(draft) || draft.governor !== null || QUAD_OF[draft.type] % 2 === 1) continue;
    const earlier = drafts
      .slice(Math.max(0, index - WINDOW), index)
      .reverse()
      .find((other) => dated.has(other) && retells(draft, other, tree));
    const date = earlier && dated.get(earlier);
    if (date) dated.set(draft, date);
  }
}

/** The drafts at each word that is the predicate of one or tops its clause, in text order. */
function draftsByToken(drafts: readonly Draft[]): ReadonlyMap<Token, readonly Draft[]> {
  const at = new Map<Token, Draft[]>();
  for (const draft of drafts)
    for (const token of new Set([draft.top, draft.predicate.token])) {
      const there = at.get(token);
      if (there) there.push(draft);
      else at.set(token, [draft]);
    }
  return at;
}

/** How far up a dated clause is looked for. */
const CLIMB = 12;

type DraftOf = (token: Token, than: Draft) => Draft | null;

function clauseAbove(draft: Draft, of: DraftOf, dated: ReadonlyMap<Draft, EventTime>, tree: Tree): EventTime | null {
  if (draft.governed !== null && draft.governed !== 'actual') return null;
  let at = draft.top;
  for (let step = 0; step < CLIMB; step++) {
    if (!goesOnWith(at, tree)) return null;
    const head = tree.head(at);
    if (!head) return null;
    const upper = of(head, draft);
    const date = upper && dated.get(upper);
    if (date) return draft.predicate.kind === 'noun' && !isDeed(upper) ? null : date;
    at = head;
  }
  return null;
}

/** Meetings and material acts happen where and when their nouns do; what is said of an attack says nothing of its day. */
function isDeed(draft: Draft): boolean {
  return QUAD_OF[draft.type] % 2 === 0 || draft.type === 'CONSULT';
}

/** Whether a word's clause or phrase is of the time of what stands above it. */
function goesOnWith(at: Token, tree: Tree): boolean {
  switch (baseRelation(at.deprel)) {
    case 'xcomp':
    case 'conj':
    case 'parataxis':
    case 'obj':
    case 'nmod':
      return true;
    case 'obl':
      return DURING.has(tree.preposition(at));
    case 'acl':
      return at.deprel === 'acl' && at.xpos !== 'VBN' && at.xpos !== 'VBD';
    case 'advcl':
      return SAME_TIME_MARKS.has(markOf(at, tree)) || at.xpos === 'VBG';
    default:
      return false;
  }
}

function markOf(clause: Token, tree: Tree): string {
  return tree.childBy(clause, 'mark', 'advmod:when')?.form.toLowerCase() ?? whenOf(clause, tree);
}

/** "when" is an adverb in some trees and a marker in others. */
function whenOf(clause: Token, tree: Tree): string {
  return (
    tree
      .childrenBy(clause, 'advmod')
      .find((word) => word.xpos === 'WRB')
      ?.form.toLowerCase() ?? ''
  );
}

/** The date of what a verb's own clause holds: a clause beside it with "when", the last of several coordinated verbs, the event during which
 * it happens. */
function clauseBelow(draft: Draft, of: DraftOf, dated: ReadonlyMap<Draft, EventTime>, tree: Tree): EventTime | null {
  if (draft.predicate.kind !== 'verb') return null;
  for (const child of [...tree.children(draft.top)].reverse()) {
    const lower = of(child, draft);
    const date = lower && dated.get(lower);
    if (date && isOfItsTime(child, lower, tree)) return date;
  }
  return null;
}

function isOfItsTime(child: Token, lower: Draft, tree: Tree): boolean {
  switch (baseRelation(child.deprel)) {
    case 'advcl':
      return ['when', 'as', 'while'].includes(markOf(child, tree));
    case 'conj':
      return lower.predicate.kind === 'verb' && tree.childBy(child, 'nsubj', 'aux') === null;
    case 'obl':
      return SETTING.has(tree.preposition(child));
    default:
      return false;
  }
}

/** Same type, and each side does and suffers the same as far as both drafts name it; a noun that points back ("the shooting") need name nobody, and who
 * claims it need not be who did it before. */
function retells(a: Draft, b: Draft, tree: Tree): boolean {
  if (a.type !== b.type || a.predicate.modal !== null) return false;
  const back = pointsBack(a, tree);
  const named = back ? a.actors.filter(({ mention }) => tree.isWithin(tree.token(mention.head), a.predicate.token)) : a.actors;
  const [actors, recipients] = [compare(named, b.actors), compare(a.recipients, b.recipients)];
  if (actors === 'differ' || recipients === 'differ') return false;
  return actors === 'meet' || recipients === 'meet' || back;
}

const POINTERS: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those']);

/** Whether an event noun has a determiner that points to something told before ("the shooting"). */
export function pointsBack(draft: Draft, tree: Tree): boolean {
  const determiner = tree.childBy(draft.predicate.token, 'det');
  return draft.predicate.kind === 'noun' && determiner !== null && POINTERS.has(determiner.form.toLowerCase());
}

function compare(a: readonly Party[], b: readonly Party[]): 'meet' | 'differ' | 'unknown' {
  const [left, right] = [sides(a), sides(b)];
  if (left.length === 0 || right.length === 0) return 'unknown';
  return left.some((side) => right.includes(side)) ? 'meet' : 'differ';
}

const BANDS = /:(?:REB|UAF|PRM|CRM)$/;

/** Parties by country where they have one; bands of a country are not the country. */
function sides(parties: readonly Party[]): readonly EntityId[] {
  return partyIds(parties).map((id) => (BANDS.test(id) ? id : (id.split(':')[0] ?? id)));
}
