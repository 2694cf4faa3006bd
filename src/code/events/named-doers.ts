import type { Token } from '../../document/index.ts';
import type { MatchContext } from '../match/match-frames.ts';
import { phraseHeads } from '../match/noun-phrase.ts';
import type { Party } from '../match/parties.ts';
import { type Draft, partyIds } from './draft.ts';
import { withoutParties } from './fill-roles.ts';

/** What is done with a weapon or to bring a deed about: who does that does the deed. */
const WIELDING: ReadonlySet<string> = new Set(
  (
    'carry claim commit conduct detonate drive drop execute fire fly hide hurl launch lay mail mount order perpetrate place plant post rig ' +
    'send set stage throw trigger unleash'
  ).split(' '),
);
const COMING: ReadonlySet<string> = new Set(['come', 'emanate', 'stem']);
const ANSWERING = /^(?:retaliate|respond|reply|answer|avenge|riposte)$/;
const ANSWERS: ReadonlySet<string> = new Set(['retaliation', 'response', 'reply', 'answer', 'revenge', 'reprisal', 'return']);

/** How many drafts back the deed that is answered is looked for. */
const WINDOW = 8;

/** Gives deeds without doer the one named beside them: "a bomb planted by rebels wounded six", "praise came from Oslo".
 * @param drafts in text order */
export function nameDoers(drafts: readonly Draft[], context: MatchContext): readonly Draft[] {
  const named = drafts.map((draft) => {
    if (draft.actors.length > 0) return draft;
    const found = draft.type === 'ASSAULT' ? wielders(draft, context) : [];
    const doers = found.length > 0 || draft.predicate.kind !== 'noun' ? found : origins(draft, context);
    return doers.length > 0 ? { ...draft, actors: doers, recipients: withoutParties(draft.recipients, doers) } : draft;
  });
  const struck = strikesByToken(named);
  return named.filter((draft) => !handsOver(draft, struck, context));
}

/** Attacks with a doer at each word that tells them or that they are done with, in text order. */
function strikesByToken(drafts: readonly Draft[]): ReadonlyMap<Token, readonly Draft[]> {
  const at = new Map<Token, Draft[]>();
  for (const draft of drafts) {
    if (draft.type !== 'ASSAULT' || draft.actors.length === 0) continue;
    const { token, arguments: found } = draft.predicate;
    for (const word of new Set([token, ...found.filter(({ role }) => role === 'subj').map((filler) => filler.token)])) {
      const there = at.get(word);
      if (there) there.push(draft);
      else at.set(word, [draft]);
    }
  }
  return at;
}

/** The planting of the bomb that another draft tells to have gone off is no deed of its own. */
function handsOver(draft: Draft, struck: ReadonlyMap<Token, readonly Draft[]>, context: MatchContext): boolean {
  const { type, predicate, governor } = draft;
  if (type !== 'ASSAULT' || governor !== null || predicate.token.deprel !== 'acl' || !WIELDING.has(predicate.lemma))
    return false;
  const weapon = context.tree.head(predicate.token);
  return weapon !== null && (struck.get(weapon) ?? []).some((other) => other !== draft);
}

/** Those who handle the weapon or the deed: the agents of a participle on it. */
function wielders(draft: Draft, context: MatchContext): readonly Party[] {
  const subjects = draft.predicate.arguments.filter(({ role }) => role === 'subj').map(({ token }) => token);
  const nouns = draft.predicate.kind === 'noun' ? [draft.predicate.token, ...subjects] : subjects;
  return nouns
    .flatMap((noun) => phraseHeads(context.tree, noun))
    .flatMap((noun) => context.tree.childrenBy(noun, 'acl'))
    .filter((clause) => clause.xpos === 'VBN' && WIELDING.has(clause.lemma.toLowerCase()))
    .flatMap((clause) => partiesIn(clause, 'subj', context));
}

/** "Praise for the truce came from Oslo." */
function origins({ predicate }: Draft, context: MatchContext): readonly Party[] {
  const verb = context.tree.head(predicate.token);
  if (!verb || predicate.token.deprel !== 'nsubj' || !COMING.has(verb.lemma.toLowerCase())) return [];
  return partiesIn(verb, 'from', context);
}

function partiesIn(verb: Token, role: string, context: MatchContext): readonly Party[] {
  return context
    .predicateOf(verb)
    .arguments.filter((argument) => argument.role === role)
    .flatMap(({ token }) => context.parties.find(token) ?? []);
}

/** "Oslo retaliated by shelling the coast": a blow that answers another is aimed at who struck first, where nobody else is named.
 * @param drafts in text order */
export function aimAnswers(drafts: readonly Draft[], context: MatchContext): readonly Draft[] {
  return drafts.map((draft, index) => {
    if (draft.type !== 'ASSAULT' || draft.recipients.length > 0 || draft.actors.length === 0 || !isAnswer(draft, context))
      return draft;
    const own = sides(draft.actors);
    const first = drafts.slice(Math.max(0, index - WINDOW), index).findLast(({ type, actors, recipients }) => {
      const struck = sides(recipients);
      return type === 'ASSAULT' && actors.length > 0 && !meet(sides(actors), own) && (struck.length === 0 || meet(struck, own));
    });
    return first ? { ...draft, recipients: first.actors } : draft;
  });
}

function isAnswer({ predicate }: Draft, { tree }: MatchContext): boolean {
  const { token } = predicate;
  const head = tree.head(token);
  if (ANSWERING.test(predicate.lemma) || (head && ANSWERING.test(head.lemma.toLowerCase()))) return true;
  return predicate.arguments.some(({ role, token: noun }) => role === 'in' && ANSWERS.has(noun.lemma.toLowerCase()));
}

/** Parties by country where they have one. */
function sides(parties: readonly Party[]): readonly string[] {
  return partyIds(parties).map((id) => id.split(':')[0] ?? id);
}

function meet(a: readonly string[], b: readonly string[]): boolean {
  return a.some((each) => b.includes(each));
}
