import type { CaseActorName, CasePlaceName, VoiceName } from '../api/index.ts';
import { type CaseDb, listActors, listPlaces, listVariants, type StoredVoice } from '../store/index.ts';

/** The one name that each actor and place has in a case. */
export interface CaseNames {
  /** Whether the case has such an actor. */
  has(actor: string): boolean;
  actor(id: string): CaseActorName;
  /** The id that stands for an actor that reports have several ids for. */
  standing(id: string): string;
  /** Null for a place the case does not have. */
  place(id: string): CasePlaceName | null;
  voice(voice: StoredVoice): VoiceName;
}

/** Reads the names of a case: an actor is called as most reports call it, and ids that stand for one actor are called alike. */
export async function readNames(db: CaseDb): Promise<CaseNames> {
  const [listed, placed, variants] = await Promise.all([listActors(db), listPlaces(db), listVariants(db)]);
  const called = new Map(variants.map(({ actor, called }) => [actor, called]));
  const actors = new Map(listed.map(({ id, name, kind }) => [id, { id, name, kind }]));
  const places = new Map(placed.map((place) => [place.id, place]));
  const actor = (id: string): CaseActorName => {
    const own = actors.get(id);
    const standing = actors.get(called.get(id) ?? id) ?? own;
    return {
      id,
      name: standing?.name ?? id,
      kind: ((own ?? standing)?.kind as CaseActorName['kind'] | undefined) ?? 'unknown',
    };
  };
  return {
    has: (id) => actors.has(id),
    actor,
    standing: (id) => called.get(id) ?? id,
    place(id) {
      const place = places.get(id);
      if (!place) return null;
      const { name, kind, country, latitude, longitude } = place;
      return { id, name, kind, country, latitude, longitude };
    },
    voice: ({ id, words }) => ({ id, name: id === null ? (words ?? 'not named') : actor(id).name }),
  };
}
