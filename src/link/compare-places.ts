import type { Reason } from './reason.ts';
import type { TellingPlace } from './telling.ts';

/** Two points nearer than this may be one place told with two names. */
const NEAR_KM = 30;
/** A point may lie this far from the middle of the region that is named instead. */
const REGION_KM = 250;
/** Kinds that cover more than one town. */
const WIDE: ReadonlySet<string> = new Set(['country', 'region', 'area']);

/** A country that is named alone may be where something led ("crossings to Afghanistan"), so it does not exclude a town of another. */
const OTHER_COUNTRY = -2.5;

/** Whether the places of two tellings can be the same, null where not; the nearest pair counts. */
export function comparePlaces(a: readonly TellingPlace[], b: readonly TellingPlace[]): readonly Reason[] | null {
  if (a.length === 0 || b.length === 0) return [];
  const found = a.flatMap((one) => b.map((other) => comparePlace(one, other))).filter((reason) => reason !== null);
  const [first, ...rest] = found;
  return first ? [rest.reduce((best, reason) => (reason.points > best.points ? reason : best), first)] : null;
}

function comparePlace(a: TellingPlace, b: TellingPlace): Reason | null {
  const both = [a.id, b.id].sort().join(' and ');
  if (a.id === b.id)
    return { about: 'place', points: a.kind === 'country' ? 0.5 : WIDE.has(a.kind) ? 1.25 : 2.5, says: `both ${a.id}` };
  const isOneCountry = a.country === null || b.country === null || a.country === b.country;
  if (a.kind === 'country' || b.kind === 'country')
    return {
      about: 'place',
      points: isOneCountry ? 0.25 : OTHER_COUNTRY,
      says: `${both}, ${isOneCountry ? 'one country' : 'two countries'}`,
    };
  const far = distance(a, b);
  if (far === null) return isOneCountry ? { about: 'place', points: -0.5, says: both } : null;
  if (far <= NEAR_KM) return { about: 'place', points: 1.5, says: `${both}, ${Math.round(far)} km apart` };
  const isWide = WIDE.has(a.kind) || WIDE.has(b.kind);
  return isWide && isOneCountry && far <= REGION_KM ? { about: 'place', points: 0, says: `${both} may be one` } : null;
}

const EARTH_KM = 6371;

/** Great-circle distance in kilometres; null where a point is missing. */
export function distance(a: TellingPlace, b: TellingPlace): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null;
  const radians = Math.PI / 180;
  const [p, q] = [a.latitude * radians, b.latitude * radians];
  const [dp, dq] = [(q - p) / 2, ((b.longitude - a.longitude) * radians) / 2];
  const chord = Math.sin(dp) ** 2 + Math.cos(p) * Math.cos(q) * Math.sin(dq) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}
