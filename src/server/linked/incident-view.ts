import type { CaseIncident } from '../../api/index.ts';
import { eventScore, QUAD_OF } from '../../codebook/index.ts';
import type { Incident } from '../../link/index.ts';
import { nameActor, namePlaces, tellingLines } from './lines.ts';
import type { LinkedCase } from './linked-case.ts';

/** An incident with the names and words that go with its ids. */
export function toIncidentView(linked: LinkedCase, incident: Incident): CaseIncident {
  const { id, type, modes, status, contested, actors, recipients, places, time, harm, sources, tellings } = incident;
  const published = tellings.flatMap((each) => linked.events.get(each)?.telling.published ?? []).sort();
  return {
    ...{ id, type, modes, quad: QUAD_OF[type], score: eventScore(type, modes), status, contested },
    actors: actors.map((actor) => nameActor(linked, actor)),
    recipients: recipients.map((actor) => nameActor(linked, actor)),
    places: namePlaces(linked, places),
    ...{
      day: time?.start ?? published[0] ?? null,
      lastDay: time?.end ?? published[0] ?? null,
      isPublicationDay: time === null,
    },
    ...{ harm, sources, tellings: tellingLines(linked, tellings) },
  };
}

/** Incidents by their ids, as views; ids without one are left out. */
export function incidentViews(linked: LinkedCase, ids: readonly string[]): readonly CaseIncident[] {
  return ids.flatMap((id) => {
    const incident = linked.incidents.get(id);
    return incident ? [toIncidentView(linked, incident)] : [];
  });
}
