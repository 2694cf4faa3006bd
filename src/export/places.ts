import type { Happening, Place } from './happening.ts';

/** The most exact place of a happening: a located site before a region, a region before a country. */
export function placeOf({ places }: Pick<Happening, 'places'>): Place | null {
  const located = places.filter(({ latitude, longitude }) => latitude !== null && longitude !== null);
  const exact = (list: readonly Place[]) =>
    list.find(({ kind }) => isSite(kind)) ?? list.find(({ kind }) => kind !== 'country') ?? list[0];
  return exact(located) ?? exact(places) ?? null;
}

/** Whether a kind of place is a spot rather than an area. */
export function isSite(kind: string): boolean {
  return kind === 'city' || kind === 'crossing' || kind === 'facility';
}

/** The number of a place in the GeoNames gazetteer, null where it is not from there. */
export function geonamesId({ id }: Pick<Place, 'id'>): string | null {
  return /^geonames:(\d+)$/.exec(id)?.[1] ?? null;
}
