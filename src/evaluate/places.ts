import type { RecordPlace } from '../api/index.ts';
import type { GoldPlace } from './gold.ts';
import { type Pairing, pairUp } from './pair-up.ts';

/** Mean radius of the Earth (IUGG). */
const EARTH_KM = 6371.0088;

/** Matches located places: within the gold's tolerance. Places without coordinates are left out on both sides. */
export function scorePlaces(golds: readonly GoldPlace[], predicted: readonly RecordPlace[]): Pairing<GoldPlace, RecordPlace> {
  const located = golds.filter((place) => place.latitude !== undefined && place.longitude !== undefined);
  const found = predicted.filter((place) => place.latitude !== null && place.longitude !== null);
  return pairUp(located, found, [
    (gold, place) => {
      const distance = distanceKm(gold, place);
      return distance <= (gold.toleranceKm ?? 0) ? 1 / (1 + distance) : null;
    },
  ]);
}

interface Point {
  readonly latitude?: number | null;
  readonly longitude?: number | null;
}

/** Great-circle distance by the haversine formula; infinite where a coordinate is missing. */
export function distanceKm(a: Point, b: Point): number {
  if (a.latitude == null || a.longitude == null || b.latitude == null || b.longitude == null) return Number.POSITIVE_INFINITY;
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const chord =
    Math.sin(north / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
