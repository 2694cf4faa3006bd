import { textId } from '../../base/index.ts';
import type { Group } from '../group-tellings.ts';
import type { Telling, TellingParty } from '../telling.ts';
import { type Dispute, type Side, toSide } from './dispute.ts';

/** Kinds of parties that can be told apart as culprits: not people at large, and not a person who may belong to a group told beside. */
const CULPRITS: ReadonlySet<TellingParty['kind']> = new Set([
  'state',
  'government',
  'military',
  'police',
  'armed-group',
  'organisation',
]);

/** Disputes over who did it: reports or speakers name different parties as the actor of one happening, and nobody names them together. */
export function findCulprits(groups: readonly Group[]): readonly Dispute[] {
  return groups.flatMap((group) => {
    const named = new Map<string, Telling[]>();
    for (const telling of group.tellings) {
      const culprits = new Set(telling.actors.filter(({ kind }) => CULPRITS.has(kind)).map(({ id, country }) => country ?? id));
      if (culprits.size > 1) return [];
      for (const culprit of culprits) named.set(culprit, [...(named.get(culprit) ?? []), telling]);
    }
    const sides = [...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([culprit, tellings]) => sideOf(culprit, tellings));
    const [first, second, ...more] = sides;
    if (!first || !second) return [];
    return [
      {
        id: `d-${textId(`who ${group.id}`).slice(0, 16)}`,
        kind: 'who',
        incidents: [group.id],
        sides: [first, second, ...more],
      },
    ];
  });
}

function sideOf(culprit: string, tellings: readonly Telling[]): Side {
  return toSide(
    culprit,
    tellings.map(({ id, source, document }) => ({ telling: id, voice: source ?? document })),
  );
}
