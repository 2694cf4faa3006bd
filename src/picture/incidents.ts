import type { CaseIncident, CaseIncidentDetail } from '../api/index.ts';
import { eventScore, QUAD_OF } from '../codebook/index.ts';
import { readDecisionsOn } from '../ingest/index.ts';
import type { Incident } from '../link/index.ts';
import { findIncidentId, type IncidentFilter, listIncidents, type StoredIncident, StoreError } from '../store/index.ts';
import { type CaseLines, readLines } from './case-lines.ts';
import type { CaseNames } from './case-names.ts';
import type { CasePicture } from './case-picture.ts';

/** The incidents a filter wants, by day, with names and the words of every telling. */
export async function listCaseIncidents(picture: CasePicture, filter: IncidentFilter = {}): Promise<readonly CaseIncident[]> {
  const [names, stored] = await Promise.all([picture.names(), listIncidents(picture.db, filter)]);
  const lines = await readLines(picture.db, names, {
    tellings: stored.flatMap(({ details }) => (details as Incident).tellings),
  });
  return stored.map((incident) => toCaseIncident(incident, names, lines));
}

/** One incident with why each telling was joined, and what people decided about it.
 * @param given its id or the beginning of it, or the id of one of its events (`DOCUMENT#e3`)
 * @throws StoreError where the case has no such incident */
export async function readCaseIncident(picture: CasePicture, given: string): Promise<CaseIncidentDetail> {
  const { db } = picture;
  const id = await findIncidentId(db, given);
  const [names, [stored]] = await Promise.all([picture.names(), listIncidents(db, { ids: [id] })]);
  if (!stored) throw new StoreError('store/no-entry', given, 'the case has no such incident');
  const { tellings, joins } = stored.details as Incident;
  const [lines, decisions] = await Promise.all([
    readLines(db, names, { tellings }),
    readDecisionsOn(db, [...new Set([id, ...tellings])]),
  ]);
  return { ...toCaseIncident(stored, names, lines), joins, decisions };
}

function toCaseIncident({ id, day, lastDay, details }: StoredIncident, names: CaseNames, lines: CaseLines): CaseIncident {
  const { type, modes, status, contested, actors, recipients, places, time, harm, sources, tellings } = details as Incident;
  return {
    ...{ id, type, modes, quad: QUAD_OF[type], score: eventScore(type, modes), status, contested },
    actors: actors.map(names.actor),
    recipients: recipients.map(names.actor),
    places: places.flatMap((place) => names.place(place) ?? []),
    ...{ day, lastDay, isPublicationDay: time === null, harm, sources, tellings: lines.tellings(tellings) },
  };
}
