/** PLOVER actor sectors (PLOVER manual, draft 2.0, section 3), primary ones first; OPP and PRE are secondary. */
export const SECTORS = [
  'COP',
  'GOV',
  'JUD',
  'LEG',
  'MIL',
  'PRM',
  'PTY',
  'REB',
  'SPY',
  'UAF',
  'UNK',
  'AGR',
  'BUS',
  'CRM',
  'CVL',
  'EDU',
  'ELI',
  'JRN',
  'LAB',
  'MED',
  'REF',
  'OPP',
  'PRE',
  'REL',
  'SOC',
] as const;
export type Sector = (typeof SECTORS)[number];

const KNOWN: ReadonlySet<string> = new Set(SECTORS);

export function isSector(text: string): text is Sector {
  return KNOWN.has(text);
}

/** PLOVER's codes in place of a country for international actors. */
export const INTERNATIONAL_CODES = ['IGO', 'UNO', 'EUR', 'NGO', 'ISM', 'IMG', 'MNC'] as const;
export type InternationalCode = (typeof INTERNATIONAL_CODES)[number];

/** What kind of party an actor is. */
export const ACTOR_KINDS = [
  'state',
  'government',
  'military',
  'police',
  'armed-group',
  'organisation',
  'person',
  'people',
  'media',
  'unknown',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];
