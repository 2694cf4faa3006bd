import { type Gazetteer, type GazetteerEntry, placeKey } from '../../knowledge/index.ts';
import type { Candidate } from './candidates.ts';
import type { Surroundings } from './surroundings.ts';

/** How often a report names each country, by ISO alpha-3 code: by name, through its people and organs, through sure places. */
export type CountryEvidence = ReadonlyMap<string, number>;

/** Points a sense of a name gets. Population counts by its logarithm to ten; the rest were set so that a country named in the
 * report outweighs a city some two hundred times larger elsewhere, and a larger place named beside it outweighs everything. */
const POINTS = {
  supplement: 6.3,
  country: 7,
  region: 4.5,
  /** A second-level division; so small a place is meant where its country is spoken of. */
  district: 2.5,
  /** Of our own towns whose name others bear too: at least this, and a little above their inhabitants. */
  contested: 5,
  kept: 0.7,
  unknownSize: 2.5,
  capital: 1.5,
  named: 2,
  namedOften: 0.6,
  within: 12,
  wanted: 3,
  holds: 6,
} as const;
/** Lead over the next sense, in points, below which no choice is made; and least points of a name without locative words. */
export const LEAD = 0.5;
export const LEAST = 4.5;
/** Senses closer together than this are one place, in kilometres. */
const SAME_PLACE_KM = 60;
/** A district and its town, and a division and its chief town, at the most. */
const [SAME_DISTRICT_KM, SAME_REGION_KM] = [100, 500];

/** The sense of a name the report means, or null where that is not sure. */
export function chooseSense(
  candidate: Candidate,
  around: Surroundings,
  evidence: CountryEvidence,
  gazetteer: Gazetteer,
): GazetteerEntry | null {
  const scored = candidate.entries
    .map((entry) => ({ entry, points: pointsOf(entry, candidate, { around, evidence, gazetteer }) }))
    .sort((a, b) => b.points - a.points || (a.entry.id < b.entry.id ? -1 : 1));
  const [best] = scored;
  if (!best) return null;
  const rival = scored.find(({ entry }) => !isSamePlace(entry, best.entry));
  if (rival && best.points - rival.points < LEAD) return null;
  return best.points >= leastPoints(best.entry, candidate, around, gazetteer)
    ? preferSupplement(best.entry, candidate.entries)
    : null;
}

/** Points a sense must have to be believed at all. */
function leastPoints(
  { kind, supplement }: GazetteerEntry,
  { key }: Candidate,
  around: Surroundings,
  gazetteer: Gazetteer,
): number {
  if (kind === 'country' || (supplement && !gazetteer.unsure.has(key))) return 0;
  return LEAST + (gazetteer.unsure.has(key) ? 3 : 0) + (around.first ? 1.5 : 0) - (around.locative ? 1.5 : 0);
}

/** Our own entry for the same place, where there is one. */
function preferSupplement(entry: GazetteerEntry, all: readonly GazetteerEntry[]): GazetteerEntry {
  return all.find((other) => other.supplement && other.kind === entry.kind && isSamePlace(other, entry)) ?? entry;
}

interface Weighed {
  readonly around: Surroundings;
  readonly evidence: CountryEvidence;
  readonly gazetteer: Gazetteer;
}

function pointsOf(entry: GazetteerEntry, { entries }: Candidate, { around, evidence, gazetteer }: Weighed): number {
  let points = sizePoints(entry, entries);
  const times = entry.country ? (evidence.get(entry.country) ?? 0) : 0;
  if (times > 0 && entry.kind !== 'country') points += POINTS.named + POINTS.namedOften * Math.min(3, Math.log2(times));
  if (around.within.some((key) => liesIn(entry, key, gazetteer))) points += POINTS.within;
  if (around.holds !== null && entry.kind !== 'city' && gazetteer.find(around.holds).some((held) => holds(entry, held)))
    points += POINTS.holds;
  if (around.wants === 'region' && entry.kind === 'region') points += POINTS.wanted;
  if (around.wants === 'city' && entry.kind === 'city') points += POINTS.wanted;
  return points;
}

function sizePoints(entry: GazetteerEntry, namesakes: readonly GazetteerEntry[]): number {
  const { kind, precision, supplement, population, capital } = entry;
  if (kind === 'country') return POINTS.country;
  if (supplement) return isContested(entry, namesakes) ? contestedPoints(entry, namesakes) : POINTS.supplement;
  if (kind === 'region') return precision === 'district' ? POINTS.district : POINTS.region;
  return (population > 0 ? Math.log10(population) : POINTS.unknownSize) + (capital ? POINTS.capital : 0);
}

/** A town of ours, no seat of government, whose name a place in another country bears too. */
function isContested({ kind, capital, country }: GazetteerEntry, namesakes: readonly GazetteerEntry[]): boolean {
  return kind === 'city' && !capital && namesakes.some((other) => other.country !== country);
}

function contestedPoints(entry: GazetteerEntry, namesakes: readonly GazetteerEntry[]): number {
  const twins = namesakes.filter((other) => other.kind === 'city' && isSamePlace(entry, other));
  const population = Math.max(1, ...twins.map((twin) => twin.population));
  return Math.max(POINTS.contested, Math.log10(population) + POINTS.kept);
}

/** Whether a place lies in the country or division of the given name. */
function liesIn(entry: GazetteerEntry, key: string, gazetteer: Gazetteer): boolean {
  if (entry.division !== '' && placeKey(entry.division) === key) return true;
  return gazetteer.find(key).some((larger) => holds(larger, entry));
}

function holds(larger: GazetteerEntry, smaller: GazetteerEntry): boolean {
  if (larger.id === smaller.id || larger.country === null || larger.country !== smaller.country) return false;
  if (larger.kind === 'country') return smaller.kind !== 'country';
  if (larger.kind !== 'region') return false;
  return smaller.division !== ''
    ? placeKey(smaller.division) === placeKey(larger.name)
    : smaller.supplement && larger.supplement;
}

/** Two entries for one place: near each other, or a division and its town of the same name. */
export function isSamePlace(a: GazetteerEntry, b: GazetteerEntry): boolean {
  if (a.country !== b.country || a.kind === 'country' || b.kind === 'country') return a.id === b.id;
  if (a.kind !== 'region' && b.kind !== 'region') return kilometres(a, b) < SAME_PLACE_KM;
  const narrow = (a.kind !== 'region' || a.precision === 'district') && (b.kind !== 'region' || b.precision === 'district');
  return kilometres(a, b) < (narrow ? SAME_DISTRICT_KM : SAME_REGION_KM);
}

/** Great-circle distance; 0 where a point is missing. */
export function kilometres(a: GazetteerEntry, b: GazetteerEntry): number {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return 0;
  const radians = Math.PI / 180;
  const [phi, psi] = [a.latitude * radians, b.latitude * radians];
  const half =
    Math.sin((psi - phi) / 2) ** 2 + Math.cos(phi) * Math.cos(psi) * Math.sin(((b.longitude - a.longitude) * radians) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(half)));
}
