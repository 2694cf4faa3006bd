import type { CaseIncident, CaseIncidentDetail } from '../api/index.ts';
import { eventScore, QUAD_OF } from '../codebook/index.ts';
import type { Incident } from '../link/index.ts';
import {
  type CaseDb,
  findIncidentId,
  type IncidentFilter,
  listIncidents,
  type StoredIncident,
  StoreError,
} from '../store/index.ts';
import { type CaseLines, readLines } from './case-lines.ts';
import { type CaseNames, readNames } from './case-names.ts';

/** The incidents a filter wants, by day, with names and the words of every telling. */
export async function listCaseIncidents(db: CaseDb, filter: IncidentFilter = {}): Promise<readonly CaseIncident[]> {
  const [names, stored] = await Promise.all([readNames(db), listIncidents(db, filter)]);
  const lines = await readLines(db, names, { tellings: stored.flatMap(({ details }) => (details as Incident).tellings) });
  return stored.map((incident) => toCaseIncident(incident, names, lines));
}

/** One incident with why each telling was joined.
 * @param given its id or the beginning of it, or the id of one of its events (`DOCUMENT#e3`)
 * @throws StoreError where the case has no such incident */
export async function readCaseIncident(db: CaseDb, given: string): Promise<CaseIncidentDetail> {
  const id = await findIncidentId(db, given);
  const [names, [stored]] = await Promise.all([readNames(db), listIncidents(db, { ids: [id] })]);
  if (!stored) throw new StoreError('store/no-entry', given, 'the case has no such incident');
  const { tellings, joins } = stored.details as Incident;
  const lines = await readLines(db, names, { tellings });
  return { ...toCaseIncident(stored, names, lines), joins, decisions: [] };
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
