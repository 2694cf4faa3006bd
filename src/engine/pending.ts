import type { Parsed } from '../document/index.ts';
import type { Resolved } from '../resolve/index.ts';

/** TEMPORARY pass-through for the stage that has not landed; it goes when its stage does. */
export const resolve = (parsed: Parsed): Resolved => ({
  ...parsed,
  mentions: [],
  entities: [],
  dates: [],
  placeMentions: [],
  places: [],
  figures: [],
});
