import type { EventType } from '../../codebook/index.ts';
import type { Token } from '../../document/index.ts';
import type { MatchContext } from '../match/match-frames.ts';
import { phraseHeads } from '../match/noun-phrase.ts';
import type { Draft } from './draft.ts';

/** Roles in which an event noun stands beside the verb that tells its effect ("the bombing killed 12", "died in the raid"). */
const CAUSE_ROLES: ReadonlySet<string> = new Set(['subj', 'in', 'during', 'by', 'with', 'from']);

/** Types whose harm makes them an assault. */
const FORCE: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'PROTEST']);

/** One happening told twice in a sentence becomes one event: by verb and noun ("12 were killed in a bombing": the noun's, with the
 * verb's parties), or by an act and its outcome ("stormed the post, killing 12": the act's). */
export function absorbHarm(drafts: readonly Draft[], context: MatchContext): readonly Draft[] {
  return absorbOutcomes(absorbVerbs(drafts, context), context);
}

function absorbOutcomes(drafts: readonly Draft[], context: MatchContext): readonly Draft[] {
  let current = drafts;
  for (const outcome of drafts) {
    const { token } = outcome.predicate;
    if (outcome.type !== 'ASSAULT' || token.xpos !== 'VBG') continue;
    const head = clauseAbove(token, context);
    const act =
      head &&
      current.find(
        (draft) => draft !== outcome && FORCE.has(draft.type) && (draft.top === head || draft.predicate.token === head),
      );
    if (!act || act.predicate.negated !== outcome.predicate.negated) continue;
    const recipients = act.recipients.length > 0 ? act.recipients : outcome.recipients;
    const merged: Draft =
      act.type === 'ASSAULT' || act.type === 'PROTEST'
        ? { ...act, recipients }
        : { ...act, type: 'ASSAULT', modes: outcome.modes, recipients };
    current = current.filter((draft) => draft !== outcome).map((draft) => (draft === act ? merged : draft));
  }
  return current;
}

/** The word an outcome clause hangs on, through coordination ("killing six and wounding ten"). */
function clauseAbove(token: Token, context: MatchContext): Token | null {
  const head = context.tree.head(token);
  if (token.deprel === 'advcl') return head;
  return token.deprel === 'conj' && head?.xpos === 'VBG' ? clauseAbove(head, context) : null;
}

function absorbVerbs(drafts: readonly Draft[], context: MatchContext): readonly Draft[] {
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
  const hasDoer = verb.actors.some(({ within }) => !within);
  return verb.predicate.arguments.some(
    (argument) =>
      !(argument.role === 'during' && hasDoer) &&
      CAUSE_ROLES.has(argument.role) &&
      phraseHeads(context.tree, argument.token).includes(noun.predicate.token),
  );
}
