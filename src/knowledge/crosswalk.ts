import {
  CONTEXTS,
  type Context,
  type EventType,
  isEventType,
  isModeOf,
  type Mode,
  type Stance,
  type Status,
} from '../codebook/index.ts';
import { type DataFiles, type Row, readTable, splitList } from './data-files.ts';

/** A CAMEO code with its root (the first two digits). */
export interface CameoCode {
  readonly code: string;
  readonly root: string;
}

/** What a CAMEO code is in PLOVER. */
export interface PloverCode {
  readonly type: EventType;
  readonly modes: readonly Mode[];
}

/** What of an event decides its CAMEO code. */
export interface CameoEvent {
  readonly type: EventType;
  readonly modes: readonly Mode[];
  readonly contexts: readonly Context[];
  readonly status: Status;
  /** Ids of the claims that are about it. */
  readonly claims: readonly string[];
}

/** What of a claim decides whether it gives a code of its own. */
export interface CameoClaim {
  readonly id: string;
  readonly stance: Stance;
}

/** One line of the crosswalk. */
export interface CrosswalkRow extends CameoCode {
  /** What it is about, in our words. */
  readonly about: string;
  /** Null where PLOVER has no type for the code. */
  readonly plover: PloverCode | null;
  /** The type CAMEO data carried over to PLOVER have; null where the public crosswalk drops the code. */
  readonly tradition: EventType | null;
}

/** PLOVER and CAMEO, both ways (data/codebook/README.md). */
export interface Crosswalk {
  readonly rows: readonly CrosswalkRow[];
  /** The codes of an event, its own first, then those of claims about it: 015 where responsibility is claimed, 016 where it is denied.
   * An event that is denied has no code of its own. */
  cameoOf(event: CameoEvent, claims: readonly CameoClaim[]): readonly CameoCode[];
  /** What a code of two to four digits is in PLOVER; a code without a line is read as the one above it. Null where PLOVER has no type or CAMEO no
   * such root. */
  ploverOf(cameoCode: string): PloverCode | null;
}

const FILE = 'codebook/crosswalk.tsv';

/** Codes that claims give. */
const CLAIM_CODES: Readonly<Partial<Record<Stance, string>>> = { 'claims-responsibility': '015', denies: '016' };

/** Giving way that is only announced is intent in CAMEO. */
const ANNOUNCED_YIELD = '035';

/** Reads `codebook/crosswalk.tsv`.
 * @throws RangeError naming file and line for a code that is malformed or stands twice, for what PLOVER does not have, and where a type or mode has
 * two best codes */
export function loadCrosswalk(files: DataFiles): Crosswalk {
  const rows = new Map<string, CrosswalkRow>();
  const best = new Map<string, CameoCode>();
  for (const row of readTable(files, FILE)) {
    const read = readRow(row);
    if (rows.has(read.code)) throw new RangeError(`${row.file}:${row.line}: ${read.code} stands twice`);
    rows.set(read.code, read);
    for (const key of splitList(row.cell('best'))) {
      checkBest(key, row);
      if (best.has(key))
        throw new RangeError(`${row.file}:${row.line}: ${key} has a best code already, ${best.get(key)?.code}`);
      best.set(key, cameoCode(read.code));
    }
  }
  return {
    rows: [...rows.values()],
    cameoOf: (event, claims) => codesOf(event, claims, best),
    ploverOf: (code) => rowOf(code, rows)?.plover ?? null,
  };
}

function codesOf(event: CameoEvent, claims: readonly CameoClaim[], best: ReadonlyMap<string, CameoCode>): readonly CameoCode[] {
  const own = event.status === 'denied' ? [] : [bestCode(event, best)];
  const said = claims
    .filter(({ id }) => event.claims.includes(id))
    .flatMap(({ stance }) => CLAIM_CODES[stance] ?? [])
    .map(cameoCode);
  return [...new Map([...own, ...said].map((each) => [each.code, each])).values()];
}

/** The code of the first mode that has one for a context of the event, then for itself; else the type's. */
function bestCode({ type, modes, contexts, status }: CameoEvent, best: ReadonlyMap<string, CameoCode>): CameoCode {
  if (type === 'CONCEDE' && status === 'planned') return cameoCode(ANNOUNCED_YIELD);
  const keys = [...modes.map((mode) => `${type}/${mode}`), type];
  for (const key of keys) {
    const byContext = contexts.map((context) => best.get(`${key}+${context}`)).find((code) => code !== undefined);
    const found = byContext ?? best.get(key);
    if (found) return found;
  }
  throw new RangeError(`${FILE}: ${type} has no best code`);
}

function rowOf(code: string, rows: ReadonlyMap<string, CrosswalkRow>): CrosswalkRow | null {
  for (let length = Math.min(code.length, 4); length >= 2; length--) {
    const found = rows.get(code.slice(0, length));
    if (found) return found;
  }
  return null;
}

function cameoCode(code: string): CameoCode {
  return { code, root: code.slice(0, 2) };
}

function readRow(row: Row): CrosswalkRow {
  const code = row.cell('code');
  if (!/^\d{2,4}$/.test(code))
    throw new RangeError(`${row.file}:${row.line}: "${code}" is no CAMEO code of two to four digits`);
  const tradition = row.cell('tradition');
  if (tradition !== '' && tradition !== '-' && !isEventType(tradition))
    throw new RangeError(`${row.file}:${row.line}: "${tradition}" is no PLOVER event type`);
  const plover = row.cell('plover');
  return {
    ...cameoCode(code),
    about: row.cell('about'),
    plover: plover === '' ? null : readPlover(plover, row),
    tradition: isEventType(tradition) ? tradition : null,
  };
}

function readPlover(text: string, row: Row): PloverCode {
  const [type = '', mode] = text.split('/');
  if (!isEventType(type)) throw new RangeError(`${row.file}:${row.line}: "${type}" is no PLOVER event type`);
  if (mode === undefined) return { type, modes: [] };
  if (!isModeOf(type, mode)) throw new RangeError(`${row.file}:${row.line}: "${mode}" is no mode of ${type}`);
  return { type, modes: [mode] };
}

function checkBest(key: string, row: Row): void {
  const [plover = '', context] = key.split('+');
  readPlover(plover, row);
  if (context !== undefined && !CONTEXTS.some((each) => each === context))
    throw new RangeError(`${row.file}:${row.line}: "${context}" is no PLOVER context`);
}
