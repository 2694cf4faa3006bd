import { addDays, daysBetween, type PlainDate } from '../base/index.ts';
import { LONG_DAYS, lengthOf, possibleDays } from './days.ts';
import { familyOf } from './families.ts';
import type { Telling, TellingParty } from './telling.ts';

/** Where a telling is looked up: two tellings that share no key are never compared. */
export interface BlockKeys {
  /** By family, a few days and a country or a party without one. */
  readonly near: readonly string[];
  /** By family, year and a place below the country or a party without one: for tellings that name no day ("in 2014"). */
  readonly far: readonly string[];
  /** Whether the telling names no day; two tellings that both do never meet by `far` keys. */
  readonly isLong: boolean;
}

/** Days in a block of near keys. */
const BLOCK_DAYS = 3;
const FIRST_DAY: PlainDate = '1900-01-01';

/** The keys under which a telling finds others that may tell the same. Few for any telling, so that the cost of linking grows with the
 * number of tellings, not with its square. Empty where nothing says when or who and where. */
export function blockKeys(telling: Telling): BlockKeys {
  const days = possibleDays(telling);
  if (!days) return { near: [], far: [], isLong: false };
  const isLong = lengthOf(days) > LONG_DAYS;
  const family = familyOf(telling.type);
  const near: string[] = [];
  if (!isLong) {
    const first = blockOf(addDays(days.start, -1));
    const last = blockOf(addDays(days.end, 1));
    for (const anchor of anchors(telling))
      for (let block = first; block <= last; block++) near.push(`${family}|${block}|${anchor}`);
  }
  const years = [...new Set([days.start.slice(0, 4), days.end.slice(0, 4)])];
  const far = exactAnchors(telling).flatMap((anchor) => years.map((year) => `${family}|${year}|${anchor}`));
  return { near, far, isLong };
}

function blockOf(day: PlainDate): number {
  return Math.floor(daysBetween(FIRST_DAY, day) / BLOCK_DAYS);
}

/** Countries of parties and places, and parties of no country. */
function anchors({ actors, recipients, places }: Telling): readonly string[] {
  const parties = [...actors, ...recipients].map(({ id, country }) => (country === null ? `a:${id}` : `c:${country}`));
  const countries = places.flatMap(({ country }) => (country === null ? [] : [`c:${country}`]));
  return [...new Set([...parties, ...countries])].sort();
}

function exactAnchors({ actors, recipients, places }: Telling): readonly string[] {
  const parties = [...actors, ...recipients].filter(isNamed).map(({ id }) => `a:${id}`);
  const exact = places.filter(({ kind }) => kind !== 'country').map(({ id }) => `p:${id}`);
  return [...new Set([...parties, ...exact])].sort();
}

/** A group, organisation or person of its own, not a state or one of its organs. */
function isNamed({ id, country }: TellingParty): boolean {
  return id !== country && !id.includes(':');
}
