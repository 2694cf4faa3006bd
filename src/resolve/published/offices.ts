import { foldName } from '../../base/index.ts';
import type { DatedRole, PersonRow } from '../../knowledge/index.ts';

/** Somebody who held offices, under one of the names a report may use. */
export interface OfficeHolder {
  readonly person: PersonRow;
  /** The name is a surname or another single word: it may be somebody else's. */
  readonly short: boolean;
}

/** Office-holders by their names, folded; a surname leads to all that have it. */
export type OfficeHolders = ReadonlyMap<string, readonly OfficeHolder[]>;

/** Indexes the persons of the knowledge by full name, other names, first and last name, and surname. */
export function indexOffices(persons: readonly PersonRow[]): OfficeHolders {
  const holders = new Map<string, OfficeHolder[]>();
  for (const person of persons) {
    const names = [person.name, ...person.names].map(nameOf);
    const words = nameOf(person.name).split(' ');
    const [first = '', last = ''] = [words[0], words.at(-1)];
    for (const name of new Set([...names, `${first} ${last}`, last])) {
      const list = holders.get(name) ?? [];
      list.push({ person, short: !name.includes(' ') });
      holders.set(name, list);
    }
  }
  return holders;
}

/** How names are compared: folded, without full stops. */
export function nameOf(text: string): string {
  return foldName(text).replace(/\./g, '').replace(/\s+/g, ' ').trim();
}

/** Roles a person may be called by some title for: those of that very office; where the tables do not tell the offices of a
 * government apart, all of them. */
export function rolesOfTitle({ roles }: PersonRow, title: string, isGovernment: boolean): readonly DatedRole[] {
  const exact = roles.filter(({ office }) => office === title);
  if (exact.length > 0 || !isGovernment) return exact;
  return roles.filter(({ office, sector }) => sector === 'GOV' && (office === null || office.endsWith(` ${title}`)));
}

/** Roles whose holder's name may stand before "administration" or "government". */
export function leadingRoles({ roles }: PersonRow): readonly DatedRole[] {
  const heads = roles.filter(({ office }) => office !== null && HEADS.has(office));
  return heads.length > 0 ? heads : roles.filter(({ office, sector }) => sector === 'GOV' && office === null);
}

const HEADS: ReadonlySet<string> = new Set(['president', 'prime minister', 'chancellor', 'premier', 'taoiseach', 'king']);
