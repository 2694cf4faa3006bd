import type { ClaimEdit, EventEdit, TieEdit } from '../../api/index.ts';
import { dateParts } from '../../base/index.ts';
import { EVENT_TYPES, STANCES, STATUSES, TIE_KINDS } from '../../codebook/index.ts';
import { type CaseDb, findActorIds, findPlaceIds } from '../../store/index.ts';

/** A correction that cannot be understood: a message for the user. */
export class ChangeError extends Error {
  override readonly name = 'ChangeError';
}

/** Fields whose values are one of a vocabulary. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  type: EVENT_TYPES,
  status: STATUSES,
  stance: STANCES,
  kind: TIE_KINDS,
};

/** Fields that hold one actor, and fields that hold several. */
const ONE_ACTOR: ReadonlySet<string> = new Set(['speaker', 'addressee', 'from', 'to']);
const ACTORS: ReadonlySet<string> = new Set(['actors', 'recipients']);

/** The correction that `field=value` texts stand for: actors and places by id or name, several parted by commas, nothing for none;
 * `time=2017-02-01` or `time=2017-02-01..2017-02-03`.
 * @throws ChangeError where a field or value is none */
export async function readChange(db: CaseDb, texts: readonly string[]): Promise<EventEdit & ClaimEdit & TieEdit> {
  const change: Record<string, unknown> = {};
  for (const text of texts) {
    const at = text.indexOf('=');
    if (at < 1) throw new ChangeError(`"${text}" is not of the form field=value`);
    const field = text.slice(0, at).trim();
    change[field] = await readValue(db, field, text.slice(at + 1).trim());
  }
  return change;
}

async function readValue(db: CaseDb, field: string, value: string): Promise<unknown> {
  const codes = CODES[field];
  if (codes) return readCode(field, value, codes);
  if (field === 'time') return readTime(value);
  const parts = value === '' ? [] : value.split(',').map((part) => part.trim());
  if (field === 'modes') return parts;
  if (ACTORS.has(field)) return Promise.all(parts.map((part) => idOf('actor', part, (each) => findActorIds(db, each))));
  if (field === 'places') return Promise.all(parts.map((part) => idOf('place', part, (each) => findPlaceIds(db, each))));
  if (ONE_ACTOR.has(field)) return value === '' ? null : idOf('actor', value, (each) => findActorIds(db, each));
  throw new ChangeError(
    `there is no field "${field}"; an event has type, modes, status, actors, recipients, places, time; a claim stance, speaker, addressee; a tie kind, from, to`,
  );
}

function readCode(field: string, value: string, codes: readonly string[]): string {
  const code = codes.find((each) => each.toLowerCase() === value.toLowerCase());
  if (code === undefined) throw new ChangeError(`${field} is one of ${codes.join(', ')}`);
  return code;
}

function readTime(value: string): { readonly start: string; readonly end: string } | null {
  if (value === '') return null;
  const [start = '', end = start] = value.split('..');
  if (dateParts(start) === null || dateParts(end) === null || end < start)
    throw new ChangeError('time is a day, YYYY-MM-DD, or two with .. between them');
  return { start, end };
}

async function idOf(noun: string, phrase: string, find: (phrase: string) => Promise<readonly string[]>): Promise<string> {
  const ids = await find(phrase);
  const id = ids.find((each) => each.toLowerCase() === phrase.toLowerCase()) ?? (ids.length === 1 ? ids[0] : undefined);
  if (id !== undefined) return id;
  throw new ChangeError(
    `${ids.length === 0 ? 'no' : 'more than one'} ${noun} "${phrase}" in this case${ids.length > 0 ? `: ${ids.join(', ')}` : ''}`,
  );
}
