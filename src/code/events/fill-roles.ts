import type { Token } from '../../document/index.ts';
import type { RoleSource } from '../match/frames.ts';
import type { Parties, Party } from '../match/parties.ts';
import type { Predicate } from '../match/predicate.ts';

/** Finds the parties for a role: the first alternative that names any; joined roles are read together.
 * @param taken parties that may not fill it (who is the actor is not also the recipient) */
export function fillRole(
  predicate: Predicate,
  source: RoleSource,
  parties: Parties,
  taken: readonly Party[] = [],
): readonly Party[] {
  for (const alternative of source) {
    const found = alternative.flatMap((role) =>
      roleTokens(predicate, role).flatMap((token) => findParty(token, role, parties)),
    );
    const free = found.filter((party) => !taken.some((other) => sameParty(other, party)));
    if (free.length > 0) return withoutRepeats(free);
  }
  return [];
}

function roleTokens(predicate: Predicate, role: string): readonly Token[] {
  if (role === 'by') return predicate.arguments.filter((each) => each.role === 'by').map((each) => each.token);
  return predicate.arguments.filter((each) => each.role === role).map((each) => each.token);
}

function findParty(token: Token, role: string, parties: Parties): readonly Party[] {
  const found = role === 'mod' ? parties.direct(token) : parties.find(token);
  return found ? [found] : [];
}

function sameParty(a: Party, b: Party): boolean {
  return a.entities.length === b.entities.length && a.entities.every((id) => b.entities.includes(id));
}

function withoutRepeats(found: readonly Party[]): readonly Party[] {
  return found.filter((party, index) => !found.slice(0, index).some((earlier) => sameParty(earlier, party)));
}
