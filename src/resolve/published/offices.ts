import { addDays, foldName, type PlainDate } from '../../base/index.ts';
import type { DatedRole, PersonRow } from '../../knowledge/index.ts';
import { FIRST_DAY } from './candidates.ts';

/** Somebody who held offices, under one of the names a report may use. */
export interface OfficeHolder {
  readonly person: PersonRow;
  /** The name is a surname or another single word: it may be somebody else's. */
  readonly short: boolean;
}

/** Office-holders by their names, as {@link nameOf} gives them. */
export interface OfficeHolders {
  /** A surname leads to all that have it. */
  readonly byName: ReadonlyMap<string, readonly OfficeHolder[]>;
  /** First words of all names. */
  readonly firstWords: ReadonlySet<string>;
  /** Last day an office that the tables leave open is taken to be held: some time after the last change that they know. */
  readonly openUntil: PlainDate;
}

/** Reports are read with tables at most about two years older than they are, or their offices have changed hands meanwhile. */
const OPEN_DAYS = 730;

/** Indexes the persons of the knowledge by full name, other names, first and last name, and surname. */
export function indexOffices(persons: readonly PersonRow[]): OfficeHolders {
  const byName = new Map<string, OfficeHolder[]>();
  const firstWords = new Set<string>();
  for (const person of persons) {
    const names = [person.name, ...person.names].map(nameOf);
    const words = (names[0] ?? '').split(' ');
    const [first = '', last = ''] = [words[0], words.at(-1)];
    for (const name of new Set([...names, `${first} ${last}`, last])) {
      const list = byName.get(name);
      const holder = { person, short: isShort(name) };
      if (list) list.push(holder);
      else byName.set(name, [holder]);
      firstWords.add(name.split(' ', 1)[0] ?? '');
    }
  }
  const last = persons
    .flatMap(({ roles }) => roles.flatMap(({ from }) => from ?? []))
    .reduce((a, b) => (a > b ? a : b), FIRST_DAY);
  return { byName, firstWords, openUntil: addDays(last, OPEN_DAYS) };
}

/** A surname alone, whatever particles it has: "al Bashir". */
function isShort(name: string): boolean {
  return name.split(' ').filter((word) => !/^(?:al|el|bin|ben|ibn|de|da|dos|van|von|der|ould|ag)$/.test(word)).length < 2;
}

/** How names are compared: folded, without full stops, hyphens as spaces. */
export function nameOf(text: string): string {
  const folded = /^[\x20-\x7e]*$/.test(text) ? text.toLowerCase() : foldName(text);
  if (!/[.‑–-]/.test(folded)) return folded;
  return folded.replaceAll('.', '').replace(/[‑–-]/g, ' ').replace(/ {2,}/g, ' ').trim();
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
