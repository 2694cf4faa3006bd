import type { RecordEvent } from '../api/index.ts';
import { eventScore } from '../codebook/index.ts';
import type { Incident } from '../link/index.ts';
import type { Happening, Party, Place, Report } from './happening.ts';
import type { ReportShelf, ShelvedReport } from './report-shelf.ts';
import { tellEvent } from './tell-event.ts';

/** An incident as a happening: what linking holds of it, with names, words and claims from its reports. */
export async function tellIncident(shelf: ReportShelf, incident: Incident): Promise<Happening | null> {
  const told: Happening[] = [];
  for (const id of incident.tellings) {
    const [document = '', event = ''] = id.split('#');
    const report = await shelf.get(document);
    const found = eventOf(report, event);
    if (found) told.push(tellEvent(report, found));
  }
  // The report in whose words the incident is told: one that holds of it what the incident does.
  const first = told.find(({ status }) => status === incident.status) ?? told[0];
  if (!first) return null;
  const isDated = incident.time !== null;
  const days = told.flatMap(({ start }) => start ?? []).sort();
  return {
    unit: 'incidents',
    ...{ id: incident.id, type: incident.type, modes: incident.modes, status: incident.status },
    isContested: incident.contested,
    contexts: [...new Set(told.flatMap(({ contexts }) => contexts))].sort(),
    score: eventScore(incident.type, incident.modes),
    start: incident.time?.start ?? days[0] ?? null,
    end: incident.time?.end ?? days[0] ?? null,
    isPublicationDay: !isDated && days.length > 0,
    actors: named(
      incident.actors,
      told.flatMap(({ actors }) => actors),
    ),
    recipients: named(
      incident.recipients,
      told.flatMap(({ recipients }) => recipients),
    ),
    places: located(
      incident.places,
      told.flatMap(({ places }) => places),
    ),
    harm: Object.fromEntries(Object.entries(incident.harm).map(([kind, { low, best, high }]) => [kind, { low, best, high }])),
    tellings: incident.tellings,
    reports: reportsOf(first, told),
    outlets: [...new Set(told.flatMap(({ outlets }) => outlets))].sort(),
    independent: incident.sources.independent,
    trigger: first.trigger,
    evidence: first.evidence,
    evidencePoints: first.evidencePoints,
    claims: [...new Map(told.flatMap(({ claims }) => claims).map((said) => [said.id, said])).values()],
    confidence: Math.max(...told.map(({ confidence }) => confidence)),
  };
}

function eventOf({ record }: ShelvedReport, id: string): RecordEvent | undefined {
  return record.events.find((event) => event.id === id);
}

function named(ids: readonly string[], parties: readonly Party[]): readonly Party[] {
  return ids.flatMap((id) => parties.find((party) => party.id === id) ?? []);
}

function located(ids: readonly string[], places: readonly Place[]): readonly Place[] {
  return ids.flatMap((id) => places.find((place) => place.id === id) ?? []);
}

/** Each report once, that of the words first. */
function reportsOf(first: Happening, told: readonly Happening[]): readonly [Report, ...Report[]] {
  const [own] = first.reports;
  const others = new Map(told.flatMap(({ reports }) => reports).map((report) => [report.id, report]));
  others.delete(own.id);
  return [own, ...others.values()];
}
