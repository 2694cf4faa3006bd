import type { Party } from './parties.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';

/** A description in apposition to a name is that name: "X, a spokesman for the ministry", "the group's leader, Y". */
export function joinAppositions(scene: Scene, readings: readonly Reading[]): readonly Reading[] {
  const byHead = new Map(readings.map((reading) => [reading.head, reading]));
  return readings.map((reading) => {
    const token = scene.doc.tokens[reading.head];
    if (!token || reading.form !== 'description') return reading;
    const above = token.deprel === 'appos' ? byHead.get(token.head) : undefined;
    const below = scene.tree.childrenBy(token, 'appos').map((child) => byHead.get(child.index));
    const name = [above, ...below].find((other) => other?.form === 'name' && canBe(other.parties[0], reading));
    return name ? { ...reading, parties: name.parties, basis: 'apposition', noun: null } : reading;
  });
}

/** A person is described by a role, a group by a group noun; a state is not described by either. */
function canBe(party: Party | undefined, { noun }: Reading): boolean {
  if (!party || !noun || noun.plural) return false;
  if (party.kind === 'person') return noun.role !== null || noun.organ !== null;
  if (party.kind === 'state') return false;
  return noun.organ !== null && noun.role === null;
}
