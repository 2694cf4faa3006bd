import type { Sector } from '../codebook/index.ts';
import type { Party } from './happening.ts';

/** CAMEO's role codes where they are not PLOVER's: CAMEO's MED are media, its HLH health. Roles CAMEO lacks are empty. */
const ROLES: Readonly<Partial<Record<Sector, string>>> = {
  MED: 'HLH',
  JRN: 'MED',
  PRM: 'UAF',
  SOC: 'CVL',
  ELI: 'ELI',
  UNK: '',
  PRE: '',
  REL: 'REL',
};

/** PLOVER's international "countries" that CAMEO has as roles. */
const INTERNATIONAL: Readonly<Record<string, readonly [role: string, group: string]>> = {
  IGO: ['IGO', ''],
  UNO: ['IGO', 'UNO'],
  EUR: ['IGO', 'EEC'],
  NGO: ['NGO', ''],
  ISM: ['IMG', ''],
  IMG: ['IMG', ''],
  MNC: ['MNC', ''],
};

/** An actor in CAMEO's terms. */
export interface CameoActor {
  /** Alpha-3 code of its country, `''` where it has none. */
  readonly country: string;
  /** Known international group. */
  readonly group: string;
  readonly role: string;
}

/** What CAMEO says of a party: nothing of a missing one. */
export function cameoActor(party: Party | null): CameoActor {
  if (!party) return { country: '', group: '', role: '' };
  const { country, sector } = party;
  const international = country === null ? undefined : INTERNATIONAL[country];
  if (international) return { country: '', role: international[0], group: international[1] };
  return { country: country ?? '', group: '', role: sector === null ? '' : (ROLES[sector] ?? sector) };
}

/** The actor code in one piece: `PAKMIL`. */
export function cameoCode({ country, group, role }: CameoActor): string {
  return group === '' ? `${country}${role}` : `${role}${group}`;
}
