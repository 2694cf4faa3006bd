import type { ActorFields, CaseRecord, ClaimEdit, EventEdit, RecordPlace, TieEdit } from '../api/index.ts';
import type { EntryDecision } from '../review/index.ts';
import { type CaseDb, listActors, listPlaces } from '../store/index.ts';
import { ReviewError } from './review-error.ts';

/** Actors and places a correction names that the document does not: they must be in the case. */
export async function knownOf(
  db: CaseDb,
  { actors, places }: CaseRecord,
  change: EventEdit & ClaimEdit & TieEdit,
): Promise<Pick<EntryDecision, 'actors' | 'places'>> {
  const named = [
    ...(change.actors ?? []),
    ...(change.recipients ?? []),
    change.speaker,
    change.addressee,
    change.from,
    change.to,
  ];
  const ids = [...new Set(named.flatMap((id) => id ?? []))].filter((id) => !actors.some((actor) => actor.id === id));
  const placeIds = [...new Set(change.places ?? [])].filter((id) => !places.some((place) => place.id === id));
  return {
    ...(ids.length > 0 && { actors: await fieldsOf(db, ids) }),
    ...(placeIds.length > 0 && { places: await placesOf(db, placeIds) }),
  };
}

/** What the case knows of some actors, in the order of their ids. @throws ReviewError where it has no such actor */
export async function fieldsOf(db: CaseDb, ids: readonly string[]): Promise<readonly ActorFields[]> {
  const found = await listActors(db, { actor: ids });
  return ids.map((id) => {
    const actor = found.find((each) => each.id === id);
    if (!actor) throw new ReviewError('bad-decision', `the case has no actor "${id}"`);
    const { name, kind, country, sector } = actor;
    return { id, name, kind: kind as ActorFields['kind'], country, sector: sector as ActorFields['sector'] };
  });
}

async function placesOf(db: CaseDb, ids: readonly string[]): Promise<readonly RecordPlace[]> {
  const found = await listPlaces(db, { place: ids });
  return ids.map((id) => {
    const place = found.find((each) => each.id === id);
    if (!place) throw new ReviewError('bad-decision', `the case has no place "${id}"`);
    const { name, kind, country, latitude, longitude } = place;
    return { id, name, kind, country, latitude, longitude, mentions: [] };
  });
}
