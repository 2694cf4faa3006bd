import { type CaseIncident, type CasePlaceName, QUADS, type Quad } from '../../src/api/index.ts';
import { counted, isFact, numeral } from '../../src/wording/index.ts';

/** A place of the map with what happened there. */
export interface Site {
  readonly place: CasePlaceName & { readonly latitude: number; readonly longitude: number };
  readonly incidents: readonly CaseIncident[];
}

/** Kinds of places that are areas: their point stands for somewhere within. */
const AREAS: Readonly<Record<string, number>> = {
  country: 28,
  province: 18,
  region: 22,
  state: 18,
  admin1: 18,
  admin2: 12,
  district: 12,
  county: 12,
};

/** Pixels of the soft disc around the point of an area; 0 where the point is a town or nearer. */
export function vagueness({ kind }: Pick<CasePlaceName, 'kind'>): number {
  return AREAS[kind] ?? 0;
}

/** Incidents by the nearest place they name; those whose places have no point are left out. */
export function sitesOf(incidents: readonly CaseIncident[]): readonly Site[] {
  const sites = new Map<string, { place: Site['place']; incidents: CaseIncident[] }>();
  for (const incident of incidents) {
    const [place] = incident.places.flatMap(({ latitude, longitude, ...rest }) =>
      latitude === null || longitude === null ? [] : [{ ...rest, latitude, longitude }],
    );
    if (!place) continue;
    const site = sites.get(place.id) ?? { place, incidents: [] };
    site.incidents.push(incident);
    sites.set(place.id, site);
  }
  return [...sites.values()].sort((a, b) => b.incidents.length - a.incidents.length || (a.place.id < b.place.id ? -1 : 1));
}

/** Share of the moves that the map must show at first. */
const MAIN = 0.85;
/** How far beyond them, of their distance from the middle, a place still belongs there. */
const BEYOND = 2;

/** The places where most of it is: those nearest to the middle of the moves that together hold enough of them, and what lies just beyond. */
export function mainSites(sites: readonly Site[]): readonly Site[] {
  const middle = {
    longitude: firstThatHold(sites, 0.5, ({ place }) => place.longitude)?.place.longitude ?? 0,
    latitude: firstThatHold(sites, 0.5, ({ place }) => place.latitude)?.place.latitude ?? 0,
  };
  const distance = ({ place }: Site) => Math.hypot(place.longitude - middle.longitude, place.latitude - middle.latitude);
  const last = firstThatHold(sites, MAIN, distance);
  const reach = last ? distance(last) : 0;
  return sites.filter((site) => distance(site) <= BEYOND * reach);
}

/** The place at which, in some order, a share of the moves is reached. */
function firstThatHold(sites: readonly Site[], share: number, order: (site: Site) => number): Site | undefined {
  const total = sites.reduce((sum, { incidents }) => sum + incidents.length, 0);
  let held = 0;
  for (const site of [...sites].sort((a, b) => order(a) - order(b))) {
    held += site.incidents.length;
    if (held >= total * share) return site;
  }
  return undefined;
}

/** People killed over some incidents: what the lowest and the highest number given for each add up to. High is null where one has no bound. */
export function killedAt(incidents: readonly CaseIncident[]): { readonly low: number; readonly high: number | null } {
  const killed = incidents.flatMap(({ harm }) => harm.killed ?? []);
  return {
    low: killed.reduce((sum, { low }) => sum + (low ?? 0), 0),
    high: killed.reduce<number | null>(
      (sum, { high, low }) => (sum === null || (high === null && low !== null) ? null : sum + (high ?? 0)),
      0,
    ),
  };
}

/** How many of some incidents are of each kind, facts and others apart. */
export function quadsOf(
  incidents: readonly CaseIncident[],
): readonly { readonly quad: Quad; readonly facts: number; readonly others: number }[] {
  return QUADS.map((quad) => {
    const mine = incidents.filter((incident) => incident.quad === quad);
    const facts = mine.filter(({ status }) => isFact(status)).length;
    return { quad, facts, others: mine.length - facts };
  });
}

/** What the map shows, as a heading. */
export function sitesFinding(sites: readonly Site[], total: number): string {
  const [most] = sites;
  if (!most) return 'No move has a place on the map';
  const placed = sites.reduce((sum, { incidents }) => sum + incidents.length, 0);
  return `${numeral(placed)} of ${counted(total, 'move')} have a place; most are at ${most.place.name} (${numeral(most.incidents.length)})`;
}
