import type { CaseActorName, CaseIncident } from '../../src/api/index.ts';
import { counted } from '../../src/wording/index.ts';

/** What the lanes of the timeline stand for. */
export type LaneKind = 'dyad' | 'place';

/** A row of the timeline. */
export interface Lane {
  readonly key: string;
  readonly label: string;
  readonly incidents: readonly CaseIncident[];
}

/** A state's organ counts as the state: `PAK:MIL` as `PAK`. */
export function stateOf(id: string): string {
  return /^[A-Z]{3}(?=:)/.exec(id)?.[0] ?? id;
}

/** Incidents by ordered pair of parties or by place, those with most first; a pair and its reverse stand together.
 * @param nameOf names of states, which organs count for */
export function lanesOf(
  incidents: readonly CaseIncident[],
  by: LaneKind,
  nameOf: (id: string) => string | undefined,
): readonly Lane[] {
  const lanes = new Map<string, { label: string; incidents: CaseIncident[] }>();
  for (const incident of incidents)
    for (const [key, label] of by === 'place' ? placesOf(incident) : pairsOf(incident, nameOf)) {
      const lane = lanes.get(key) ?? { label, incidents: [] };
      lane.incidents.push(incident);
      lanes.set(key, lane);
    }
  const both = new Map<string, number>();
  for (const [key, lane] of lanes) both.set(unordered(key), (both.get(unordered(key)) ?? 0) + lane.incidents.length);
  return [...lanes]
    .map(([key, lane]) => ({ key, ...lane }))
    .sort(
      (x, y) =>
        (both.get(unordered(y.key)) ?? 0) - (both.get(unordered(x.key)) ?? 0) ||
        (unordered(x.key) < unordered(y.key) ? -1 : unordered(x.key) > unordered(y.key) ? 1 : 0) ||
        y.incidents.length - x.incidents.length ||
        (x.key < y.key ? -1 : 1),
    );
}

function unordered(key: string): string {
  return key.split('|').sort().join('|');
}

function placesOf({ places }: CaseIncident): readonly (readonly [string, string])[] {
  return places.slice(0, 1).map(({ id, name }) => [id, name]);
}

function pairsOf(
  { actors, recipients }: CaseIncident,
  nameOf: (id: string) => string | undefined,
): readonly (readonly [string, string])[] {
  const [actor] = actors;
  const [recipient] = recipients;
  if (!actor || !recipient) return [];
  const [from, to] = [stateOf(actor.id), stateOf(recipient.id)];
  // A state that only its organs are named of goes by the name of the first of them.
  const name = (party: CaseActorName, id: string) => nameOf(id) ?? party.name;
  return from === to ? [] : [[`${from}|${to}`, `${name(actor, from)} → ${name(recipient, to)}`]];
}

/** What the timeline shows, as a heading. */
export function lanesFinding(lanes: readonly Lane[], total: number, by: LaneKind): string {
  const [first] = [...lanes].sort((x, y) => y.incidents.length - x.incidents.length);
  if (!first) return by === 'place' ? 'No move has a place' : 'No move is between two named parties';
  const where = by === 'place' ? `at ${first.label}` : first.label;
  return `${counted(first.incidents.length, 'move')} of ${total} ${by === 'place' ? where : `are ${where}`}`;
}
