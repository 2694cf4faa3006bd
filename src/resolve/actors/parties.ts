import { kebabCase, type PlainDate } from '../../base/index.ts';
import { type ActorKind, INTERNATIONAL_CODES, type Sector } from '../../codebook/index.ts';
import type { ActorRow, DatedRole, PersonRow } from '../../knowledge/index.ts';
import type { Entity, Place } from '../resolved.ts';
import type { ActorIndex } from './actor-index.ts';

/** An entity before the text's own names for it are known. */
export type Party = Omit<Entity, 'aliases'> & { readonly names: readonly string[] };

const SECTOR_WORDS: Readonly<Record<Sector, readonly [word: string, kind: ActorKind]>> = {
  COP: ['police', 'police'],
  GOV: ['government', 'government'],
  JUD: ['judiciary', 'government'],
  LEG: ['parliament', 'government'],
  MIL: ['military', 'military'],
  PRM: ['militias', 'armed-group'],
  PTY: ['parties', 'organisation'],
  REB: ['rebels', 'armed-group'],
  SPY: ['intelligence', 'government'],
  UAF: ['gunmen', 'armed-group'],
  UNK: ['actors', 'unknown'],
  AGR: ['farmers and fishermen', 'people'],
  BUS: ['businesses', 'organisation'],
  CRM: ['criminals', 'armed-group'],
  CVL: ['civilians', 'people'],
  EDU: ['students and scholars', 'people'],
  ELI: ['former officials', 'people'],
  JRN: ['journalists', 'media'],
  LAB: ['workers', 'people'],
  MED: ['health workers', 'people'],
  REF: ['refugees', 'people'],
  OPP: ['opposition', 'organisation'],
  PRE: ['authorities', 'government'],
  REL: ['clergy', 'people'],
  SOC: ['civil society', 'organisation'],
};

/** A state by its ISO code. */
export function stateParty(index: ActorIndex, id: string): Party {
  const state = index.states.get(id);
  return { id, name: state?.name ?? id, kind: 'state', country: id, sector: null, names: state?.names ?? [] };
}

/** States on whose soil the report names places, for acts done to a place: those not among the entities yet. */
export function statesOfPlaces(index: ActorIndex, places: readonly Place[], known: readonly Entity[]): readonly Entity[] {
  const ids = new Set(known.map(({ id }) => id));
  const missing = new Set(
    places
      .map(({ country }) => country)
      .filter((country) => country !== null && index.states.has(country) && !ids.has(country)),
  );
  return [...missing]
    .filter((id) => id !== null)
    .map((id) => {
      const { name, kind, country, sector } = stateParty(index, id);
      return { id, name, kind, country, sector, aliases: [] };
    });
}

/** An organ or class of people of a state: `PAK:MIL`. */
export function organParty(index: ActorIndex, state: string, sector: Sector): Party {
  const [word, kind] = SECTOR_WORDS[sector];
  const adjective = index.states.get(state)?.adjective ?? state;
  return { id: `${state}:${sector}`, name: `${adjective} ${word}`, kind, country: state, sector, names: [] };
}

/** A listed group, organisation, medium or people. */
export function actorParty({ id, name, kind, country, sector, names }: ActorRow): Party {
  return { id, name, kind, country, sector, names };
}

/** A listed person with the role of a day. */
export function personParty(person: PersonRow, published: PlainDate | null, formerRole: boolean): Party {
  const { country, sector } = roleAt(person.roles, published, formerRole);
  return { id: person.id, name: person.name, kind: 'person', country, sector, names: person.names };
}

/** The role held on a day: the one that covers it; after the last one an elder (`ELI`), unless the text speaks of the
 * former office; without a day the first role listed. */
export function roleAt(
  roles: readonly DatedRole[],
  day: PlainDate | null,
  formerRole: boolean,
): { readonly country: string | null; readonly sector: Sector | null } {
  const first = roles[0] ?? { office: null, country: null, sector: null, from: null, to: null };
  if (day === null) return roles.at(-1) ?? first;
  const current = roles.filter(({ from, to }) => (from ?? '') <= day && day <= (to ?? '9999')).at(-1);
  if (current) return current;
  const past = roles.filter(({ to }) => to !== null && to < day).at(-1);
  if (!past) return { country: first.country, sector: null };
  const office = past.sector === 'GOV' || past.sector === 'MIL' || past.sector === 'COP' || past.sector === 'SPY';
  return formerRole || !office ? past : { country: past.country, sector: 'ELI' };
}

/** An actor of the text's own: kebab-case id, name as written. */
export function ownParty(name: string, kind: ActorKind, country: string | null, sector: Sector | null): Party {
  return { id: kebabCase(name) || 'unnamed', name, kind, country, sector, names: [] };
}

/** Whether a country code is a state's, not one of PLOVER's international ones. */
export function isStateCode(country: string | null): country is string {
  return country !== null && !(INTERNATIONAL_CODES as readonly string[]).includes(country);
}

/** States a party speaks for: none for media and organisations, which report from elsewhere. */
export function countryOf({ kind, country }: Party): string | null {
  return kind === 'media' || kind === 'organisation' || !isStateCode(country) ? null : country;
}

/** Kind of an actor of a sector. */
export function kindOfSector(sector: Sector): ActorKind {
  return SECTOR_WORDS[sector][1];
}
