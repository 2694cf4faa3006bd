import type { Token } from '../../document/index.ts';
import type { MatchContext } from '../match/match-frames.ts';
import { phraseHeads } from '../match/noun-phrase.ts';
import type { Party } from '../match/parties.ts';
import { type Draft, partyIds } from './draft.ts';
import { withoutParties } from './fill-roles.ts';

/** What is told to have come of an attack: who is killed, wounded, taken. */
const HARMING: ReadonlySet<string> = new Set([
  'kill',
  'wound',
  'injure',
  'hurt',
  'shoot',
  'abduct',
  'kidnap',
  'burn',
  'destroy',
  'loot',
]);
const DYING: ReadonlySet<string> = new Set(['die', 'perish']);
/** Phrases that say where or by what, so that the harm is of another deed. */
const OF_ITS_OWN: ReadonlySet<string> = new Set(['in', 'at', 'near', 'by', 'during', 'of', 'from', 'outside', 'when']);

/** How many drafts back the attack is looked for. */
const WINDOW = 4;

/** "Gunmen stormed a bar. Six people were killed.": harm told in the next breath without doer, place or cause is what the attackers did, and
 * those harmed are who was attacked.
 * @param drafts in text order */
export function joinHarmLater(drafts: readonly Draft[], context: MatchContext): readonly Draft[] {
  const joined = [...drafts];
  for (const [index, harm] of drafts.entries()) {
    if (!isBareHarm(harm)) continue;
    const at = findAttack(joined, index, harm);
    const attack = joined[at];
    if (!attack) continue;
    const doers = withoutParties(attack.actors, harm.recipients);
    joined[index] = { ...harm, actors: doers };
    if (attack.recipients.length === 0 && doers.length > 0) joined[at] = { ...attack, recipients: harm.recipients };
  }
  return joined.map((draft) => {
    if (!isDeed(draft) || draft.recipients.length > 0) return draft;
    const dead = whoDied(draft, context);
    return dead.length > 0 ? { ...draft, recipients: withoutParties(dead, draft.actors) } : draft;
  });
}

function isDeed({ type, governor, predicate, rule }: Draft): boolean {
  return type === 'ASSAULT' && governor === null && !predicate.negated && predicate.modal === null && !rule.includes('<');
}

/** Harm in the passive with nobody beside it but those harmed. */
function isBareHarm(draft: Draft): boolean {
  const { predicate, actors, recipients } = draft;
  if (!isDeed(draft) || predicate.kind === 'noun' || actors.length > 0 || recipients.length === 0) return false;
  if (!HARMING.has(predicate.lemma) || predicate.token.deprel === 'acl') return false;
  return !predicate.arguments.some(({ role }) => role === 'subj' || OF_ITS_OWN.has(role));
}

/** The last attack with a doer before the harm, in its sentence or the one before, whose known victims are not others. */
function findAttack(drafts: readonly Draft[], index: number, harm: Draft): number {
  const { sentence } = harm.predicate.token;
  for (let at = index - 1; at >= Math.max(0, index - WINDOW); at--) {
    const other = drafts[at];
    if (!other || sentence - other.predicate.token.sentence > 1) return -1;
    if (!isDeed(other) || other.actors.length === 0) continue;
    if (other.actors.length > 1) return -1;
    return mayBeOne(other.recipients, harm.recipients) ? at : -1;
  }
  return -1;
}

function mayBeOne(attacked: readonly Party[], harmed: readonly Party[]): boolean {
  const sides = (parties: readonly Party[]) => partyIds(parties).map((id) => id.split(':')[0] ?? id);
  return attacked.length === 0 || sides(attacked).some((side) => sides(harmed).includes(side));
}

/** Those of whom the rest of the sentence or the next one tells that they died, without a cause of its own. */
function whoDied(deed: Draft, context: MatchContext): readonly Party[] {
  const { tree } = context;
  const { token } = deed.predicate;
  for (let at = token.index + 1; at < tree.tokens.length; at++) {
    const word = tree.token(at);
    if (word.sentence > token.sentence + 1) return [];
    if (word.upos === 'VERB' && DYING.has(word.lemma.toLowerCase())) return victims(word, context);
  }
  return [];
}

function victims(verb: Token, context: MatchContext): readonly Party[] {
  const { arguments: found, negated } = context.predicateOf(verb);
  if (negated || found.some(({ role }) => OF_ITS_OWN.has(role))) return [];
  return found
    .filter(({ role }) => role === 'subj')
    .flatMap(({ token }) => phraseHeads(context.tree, token))
    .flatMap((token) => context.parties.direct(token) ?? []);
}
