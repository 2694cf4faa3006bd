export { type ResolvedPlaces, resolvePlaces } from './resolve-places.ts';
