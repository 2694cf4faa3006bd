import { QUAD_OF } from '../../codebook/index.ts';
import type { Token } from '../../document/index.ts';
import type { MatchContext } from '../match/match-frames.ts';
import { phraseHeads } from '../match/noun-phrase.ts';
import type { Party } from '../match/parties.ts';
import { type Draft, partyIds } from './draft.ts';

/** How many drafts back the deed or the charge is looked for that words point to. */
const WINDOW = 10;

const POINTERS: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those', 'both']);
/** Refusals of what somebody else has said. */
const DENYING: ReadonlySet<string> = new Set([
  'deny',
  'reject',
  'dismiss',
  'refute',
  'rebut',
  'repudiate',
  'disavow',
  'contest',
  'dispute',
  'call',
  'describe',
  'label',
  'brand',
  'term',
]);
const CHARGES: ReadonlySet<string> = new Set(
  'accusation allegation blame charge claim complaint criticism involvement it report responsibility role suggestion that this'.split(
    ' ',
  ),
);

/** What is done that is no attack. */
const MEASURES: ReadonlySet<string> = new Set(
  'arrest ban closure coup crackdown decision deportation expulsion launch measure move order plan restriction ruling sentence step takeover verdict'.split(
    ' ',
  ),
);

/** Words that name nobody are said to whom the report has told of: "condemned the bombing" to the bombers, "denied the charge" to those who
 * charged.
 * @param drafts in text order */
export function aimWords(drafts: readonly Draft[], context: MatchContext): readonly Draft[] {
  const aimed: Draft[] = [];
  for (const [index, draft] of drafts.entries()) {
    const before = aimed.slice(Math.max(0, index - WINDOW));
    const recipients = draft.actors.length > 0 && draft.predicate.kind === 'verb' ? aimOf(draft, before, context) : null;
    aimed.push(recipients ? { ...draft, recipients } : draft);
  }
  return aimed;
}

function aimOf(draft: Draft, before: readonly Draft[], context: MatchContext): readonly Party[] | null {
  if (draft.type === 'ACCUSE' && draft.recipients.length === 0) return blamedFor(draft, before, context);
  if (draft.type === 'REJECT' && DENYING.has(draft.predicate.lemma)) return accusers(draft, before, context);
  if (draft.type === 'REJECT' && draft.rule.includes('<refuse/')) return askers(draft, before);
  return null;
}

/** How many drafts back the request is looked for that is refused. */
const ASKED = 4;

/** Who asked for what is refused. */
function askers(draft: Draft, before: readonly Draft[]): readonly Party[] | null {
  const request = before
    .slice(-ASKED)
    .findLast(
      ({ type, actors, recipients }) =>
        type === 'REQUEST' && actors.length > 0 && meet(recipients, draft.actors) && !share(actors, draft.actors),
    );
  return request ? request.actors : null;
}

/** Who did the deed that is condemned. */
function blamedFor(draft: Draft, before: readonly Draft[], context: MatchContext): readonly Party[] | null {
  const object = objects(draft, context)[0];
  if (!object) return null;
  const isOther = ({ actors }: Draft) => actors.length > 0 && !share(actors, draft.actors);
  if (object.upos === 'PRON') {
    const last = before.findLast(({ type, governor }) => governor === null && (type === 'ACCUSE' || type === 'ASSAULT'));
    if (last?.type === 'ACCUSE')
      return last.recipients.length > 0 && !meet(last.recipients, draft.actors) ? last.recipients : null;
    return last && isOther(last) ? last.actors : null;
  }
  if (MEASURES.has(object.lemma.toLowerCase()) && hasPointer(object, context))
    return before.findLast((draft) => draft.governor === null && QUAD_OF[draft.type] >= 3 && isOther(draft))?.actors ?? null;
  if (!pointsToDeed(object, context)) return null;
  const deeds = before.filter(({ type, predicate }) => type === 'ASSAULT' && !predicate.negated && predicate.token !== object);
  const words = modifiers(object, context);
  const told = deeds.filter((deed) => words.length === 0 || words.some((word) => isNamedWith(deed, word, context)));
  const deed = told.findLast(({ governor }) => governor === null);
  return deed && isOther(deed) ? deed.actors : null;
}

function hasPointer(object: Token, { tree }: MatchContext): boolean {
  return POINTERS.has(tree.childBy(object, 'det')?.form.toLowerCase() ?? '');
}

function pointsToDeed(object: Token, context: MatchContext): boolean {
  return hasPointer(object, context) && context.classes.classesOf(object.lemma.toLowerCase()).includes('attack');
}

/** What the deed is told apart by: "the shrine bombing", "the attack on the dam". */
function modifiers(object: Token, { tree }: MatchContext): readonly string[] {
  return tree
    .childrenBy(object, 'compound', 'nmod', 'nmod:poss')
    .filter((child) => !/^(?:suicide|bomb|terror|car|truck|rocket|missile|air)$/i.test(child.lemma))
    .map((child) => child.lemma.toLowerCase());
}

/** Whether the sentence of a deed has a word. */
function isNamedWith({ predicate }: Draft, word: string, { tree }: MatchContext): boolean {
  const top = tree.pathToRoot(predicate.token).at(-1) ?? predicate.token;
  return tree.subtree(top).some((token) => token.lemma.toLowerCase() === word);
}

/** Who made the charge that is denied; a party that is only named in what is denied is none. */
function accusers(draft: Draft, before: readonly Draft[], context: MatchContext): readonly Party[] | null {
  const content = draft.predicate.arguments.find(({ role }) => role === 'ccomp')?.token ?? null;
  const object = objects(draft, context)[0] ?? null;
  if (!content && object && !CHARGES.has(object.lemma.toLowerCase())) return null;
  const charge = before.findLast(
    ({ type, actors, recipients, governor }) =>
      type === 'ACCUSE' &&
      governor === null &&
      actors.length > 0 &&
      meet(recipients, draft.actors) &&
      !share(actors, draft.actors),
  );
  if (charge) return draft.recipients.length === 0 || content ? charge.actors : null;
  if (!content || draft.recipients.length === 0) return null;
  const others = draft.recipients.filter(({ mention }) => !context.tree.isWithin(context.tree.token(mention.head), content));
  return others.length < draft.recipients.length ? others : null;
}

function objects({ predicate }: Draft, { tree }: MatchContext): readonly Token[] {
  return predicate.arguments.filter(({ role }) => role === 'obj').flatMap(({ token }) => phraseHeads(tree, token));
}

function meet(a: readonly Party[], b: readonly Party[]): boolean {
  const sides = (parties: readonly Party[]) => partyIds(parties).map((id) => id.split(':')[0] ?? id);
  return sides(a).some((side) => sides(b).includes(side));
}

/** Whether one party is on both sides: an opposition is not its government, though both are of one country. */
function share(a: readonly Party[], b: readonly Party[]): boolean {
  const [first, second] = [partyIds(a), partyIds(b)];
  return first.some((id) => second.includes(id));
}
