import type { EventType, Quad, Stance, Status } from '../../src/api/index.ts';

/** Which kind of act each type is. A type that is missing here does not compile. */
export const QUAD_OF = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  CONCEDE: 1,
  COOPERATE: 2,
  AID: 2,
  RETREAT: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
} as const satisfies Readonly<Record<EventType, Quad>>;

/** All types, those of one kind together. */
export const EVENT_TYPES = Object.keys(QUAD_OF) as readonly EventType[];

/** The four kinds of act, in the reader's words. */
export const QUAD_LABELS = {
  1: 'verbal cooperation',
  2: 'material cooperation',
  3: 'verbal conflict',
  4: 'material conflict',
} as const satisfies Readonly<Record<Quad, string>>;

export const QUADS = [1, 2, 3, 4] as const satisfies readonly Quad[];

/** What each status says, in the reader's words. A status that is missing here does not compile. */
export const STATUS_MEANING = {
  actual: 'the report holds that it happened',
  ongoing: 'it had not ended when the report was written',
  alleged: 'only an interested party says so',
  denied: 'the report, or somebody in it, says it did not happen',
  threatened: 'somebody threatens to do it',
  demanded: 'somebody asks for it',
  planned: 'it is agreed or intended',
  hypothetical: 'it is only supposed',
} as const satisfies Readonly<Record<Status, string>>;

export const STATUSES = Object.keys(STATUS_MEANING) as readonly Status[];

/** Whether an act is a deed rather than a word. */
export function isDeed(quad: Quad): boolean {
  return quad === 2 || quad === 4;
}

/** Whether something is held to have happened. */
export function isFact(status: Status): boolean {
  return status === 'actual' || status === 'ongoing';
}

/** What a stance does, as a verb of its speaker. */
export const STANCE_VERB = {
  asserts: 'says',
  accuses: 'accuses',
  denies: 'denies',
  demands: 'demands',
  threatens: 'threatens',
  warns: 'warns',
  promises: 'promises',
  predicts: 'predicts',
  supports: 'supports',
  rejects: 'rejects',
  'claims-responsibility': 'claims it did it',
} as const satisfies Readonly<Record<Stance, string>>;

export const STANCES = Object.keys(STANCE_VERB) as readonly Stance[];
