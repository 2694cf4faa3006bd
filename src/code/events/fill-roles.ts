import type { Token } from '../../document/index.ts';
import type { RoleSource } from '../match/frames.ts';
import type { MatchContext } from '../match/match-frames.ts';
import type { Party } from '../match/parties.ts';
import type { Predicate } from '../match/predicate.ts';

/** Roles in which a place is what an act is aimed at; in others ("in Caracas") it only says where. */
const TARGET_ROLES: ReadonlySet<string> = new Set(['obj', 'against', 'into', 'onto', 'upon', 'on', 'of', 'to']);

/** Verbs whose "at" says what is aimed at. */
const AIMING: ReadonlySet<string> = new Set(['aim', 'fire', 'hurl', 'launch', 'lob', 'shoot', 'throw']);

/** Finds who an act is done to: as {@link fillRole}, else the state on whose soil it is done. */
export function fillRecipients(
  predicate: Predicate,
  source: RoleSource,
  context: MatchContext,
  actors: readonly Party[],
): readonly Party[] {
  const ofClause = source.some((roles) => roles.includes('ccomp'));
  const named = fillRole(predicate, source, context, actors).filter((party) => !ofClause || !isOfActor(party, actors));
  if (named.length > 0) return named;
  for (const role of source.flat()) {
    if (!TARGET_ROLES.has(role) && !(role === 'at' && AIMING.has(predicate.lemma))) continue;
    for (const token of roleTokens(predicate, role, context)) {
      const soil = context.parties.soil(token);
      if (soil && !actors.some((actor) => sameParty(actor, soil))) return [soil];
    }
  }
  return [];
}

/** Finds the parties for a role: the first alternative that names any; joined roles are read together.
 * @param taken parties that may not fill it (who is the actor is not also the recipient) */
export function fillRole(
  predicate: Predicate,
  source: RoleSource,
  context: MatchContext,
  taken: readonly Party[] = [],
): readonly Party[] {
  let domestic: readonly Party[] = [];
  for (const alternative of source) {
    const found = alternative.flatMap((role) =>
      roleTokens(predicate, role, context).flatMap((token) => findParty(token, role, context)),
    );
    const free = withoutRepeats(withoutParties(found, taken));
    if (free.some((party) => !isOwnState(party, taken) && !isOwnCountry(party, taken, context))) return free;
    if (domestic.length === 0) domestic = free.filter((party) => !isOwnCountry(party, taken, context));
  }
  return domestic;
}

/** "The ministry warned that Ankara would act": the state named is the speaker's own. */
function isOfActor({ within, entities }: Party, actors: readonly Party[]): boolean {
  return (
    !within && actors.length === 1 && entities.every((id) => actors[0]?.entities.some((actor) => actor.startsWith(`${id}:`)))
  );
}

/** "his country's solidarity with Taiwan": the state of the one who acts, named inside another phrase, comes after anybody else. */
function isOwnState({ within, entities }: Party, taken: readonly Party[]): boolean {
  return within && entities.every((id) => taken.some((other) => other.entities.some((actor) => actor.startsWith(`${id}:`))));
}

/** "his country's condolences": the state of the person who acts gives and does not take. */
function isOwnCountry({ within, entities, mention }: Party, taken: readonly Party[], { parties }: MatchContext): boolean {
  if (!within || mention.form !== 'description') return false;
  return entities.every((id) =>
    taken.some((other) => other.entities.some((actor) => actor !== id && parties.entity(actor)?.country === id)),
  );
}

/** Of a clause complement the party is who it is about: the subject of "demanded that troops leave", the object of "asked to see him". */
function roleTokens(predicate: Predicate, role: string, context: MatchContext): readonly Token[] {
  const spaced = role.replaceAll('_', ' ');
  const tokens = predicate.arguments.filter((each) => each.role === spaced).map((each) => each.token);
  if (role === 'between') return tokens.length === 1 ? tokens.flatMap((token) => withPartner(token, context)) : tokens;
  if (role !== 'ccomp' && role !== 'xcomp') return tokens;
  const inner = role === 'ccomp' ? 'subj' : 'obj';
  return tokens.flatMap((token) =>
    context
      .predicateOf(token)
      .arguments.filter((each) => each.role === inner)
      .map((each) => each.token),
  );
}

/** "talks between A and B": B, where the tree took it for something else than A's partner. */
function withPartner(token: Token, { tree }: MatchContext): readonly Token[] {
  if (tree.childBy(token, 'conj')) return [token];
  const joint = tree.subtreeRange(token).to;
  const and = joint < tree.tokens.length ? tree.token(joint) : null;
  const joined = and && and.sentence === token.sentence && and.deprel === 'cc' ? tree.head(and) : null;
  const partner = joined?.upos === 'VERB' ? tree.childBy(joined, 'nsubj') : joined;
  const isNoun = partner !== null && partner.index > joint && /^(NOUN|PROPN|PRON)$/.test(partner.upos);
  return isNoun ? [token, partner] : [token];
}

function findParty(token: Token, role: string, context: MatchContext): readonly Party[] {
  const found = role === 'mod' ? context.parties.direct(token) : context.parties.find(token);
  return found ? [found] : [];
}

/** The parties that are none of those taken. */
export function withoutParties(found: readonly Party[], taken: readonly Party[]): readonly Party[] {
  return found.filter((party) => !taken.some((other) => sameParty(other, party)));
}

function sameParty(a: Party, b: Party): boolean {
  if (areTwoOfAKind(a, b)) return false;
  return a.entities.length === b.entities.length && a.entities.every((id) => b.entities.includes(id));
}

/** A minister and the governor he sacks are both their country's government: two that are told apart by their own phrases stay two. */
function areTwoOfAKind(a: Party, b: Party): boolean {
  const isKind = ({ entities, within, mention }: Party) =>
    !within && mention.form === 'description' && entities.every((id) => id.includes(':'));
  return isKind(a) && isKind(b) && a.mention.head !== b.mention.head;
}

function withoutRepeats(found: readonly Party[]): readonly Party[] {
  return found.filter((party, index) => !found.slice(0, index).some((earlier) => sameParty(earlier, party)));
}
