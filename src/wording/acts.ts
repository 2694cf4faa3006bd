import { QUAD_NAMES, type Quad, type Stance, type Status } from '../codebook/index.ts';

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

/** Whether an act is a deed rather than a word. */
export function isDeed(quad: Quad): boolean {
  return quad === 2 || quad === 4;
}

/** Whether something is held to have happened. */
export function isFact(status: Status): boolean {
  return status === 'actual' || status === 'ongoing';
}

/** What kind of act a quad is, in plain words. */
export function quadLabel(quad: Quad): string {
  return QUAD_NAMES[quad];
}
