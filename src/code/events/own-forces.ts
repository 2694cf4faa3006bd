import type { Parties } from '../match/parties.ts';
import type { Draft } from './draft.ts';

/** Moving troops is done by those whose troops they are: "soldiers were sent to the border" has no other actor. */
export function ownForces(draft: Draft, parties: Parties): Draft {
  if (draft.type !== 'MOBILIZE') return draft;
  const moved = draft.recipients.filter((party) => party.entities.every((id) => parties.entity(id)?.sector === 'MIL'));
  if (moved.length === 0) return draft;
  const others = draft.recipients.filter((party) => !moved.includes(party));
  return { ...draft, actors: draft.actors.length > 0 ? draft.actors : moved, recipients: others };
}
