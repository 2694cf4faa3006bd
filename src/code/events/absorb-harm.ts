import type { MatchContext } from '../match/match-frames.ts';
import { phraseHeads } from '../match/noun-phrase.ts';
import type { Draft } from './draft.ts';

/** Roles in which an event noun stands beside the verb that tells its effect ("the bombing killed 12", "died in the raid"). */
const CAUSE_ROLES: ReadonlySet<string> = new Set(['subj', 'in', 'during', 'by', 'with', 'from']);

/** One happening told by verb and noun ("12 were killed in a bombing") becomes one event, the noun's, with the verb's parties. */
export function absorbHarm(drafts: readonly Draft[], context: MatchContext): readonly Draft[] {
  let current = drafts;
  for (const verb of drafts) {
    if (verb.type !== 'ASSAULT' || verb.predicate.kind === 'noun') continue;
    const noun = current.find(
      (draft) => draft !== verb && draft.type === 'ASSAULT' && draft.predicate.kind === 'noun' && isCause(verb, draft, context),
    );
    if (!noun || !current.includes(verb)) continue;
    const merged: Draft = {
      ...noun,
      top: verb.top,
      actors: noun.actors.length > 0 ? noun.actors : verb.actors.filter((party) => !party.within),
      recipients: noun.recipients.length > 0 ? noun.recipients : verb.recipients,
    };
    current = current.filter((draft) => draft !== verb).map((draft) => (draft === noun ? merged : draft));
  }
  return current;
}

function isCause(verb: Draft, noun: Draft, context: MatchContext): boolean {
  return verb.predicate.arguments.some(
    (argument) => CAUSE_ROLES.has(argument.role) && phraseHeads(context.tree, argument.token).includes(noun.predicate.token),
  );
}
