import type { MatchContext } from '../match/match-frames.ts';
import { nounKeys } from '../match/noun-phrase.ts';
import { type Draft, partyIds } from './draft.ts';

/** A drill of one side shows force, a drill of several is cooperation between them (PLOVER manual, COOPERATE and MOBILIZE). */
export function jointExercise(draft: Draft, context: MatchContext): Draft {
  if (draft.type !== 'MOBILIZE' || !isExercise(draft, context)) return draft;
  const partners = [
    ...draft.actors,
    ...draft.recipients.filter((party) =>
      draft.predicate.arguments.some(
        (argument) => argument.role === 'with' && context.parties.find(argument.token)?.mention === party.mention,
      ),
    ),
  ];
  if (partyIds(partners).length < 2) return draft;
  return {
    ...draft,
    type: 'COOPERATE',
    modes: [],
    actors: partners,
    recipients: draft.recipients.filter((party) => !partners.includes(party)),
  };
}

function isExercise(draft: Draft, context: MatchContext): boolean {
  const words = [
    draft.predicate.token,
    ...draft.predicate.arguments
      .filter((argument) => argument.role === 'obj' || argument.role === 'in')
      .map((argument) => argument.token),
  ];
  return words.some((word) => nounKeys(context.tree, word).some((key) => context.classes.classesOf(key).includes('exercise')));
}
