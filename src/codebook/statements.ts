/** What the report, through its chain of speakers, holds an event to be. */
export const STATUSES = [
  'actual',
  'ongoing',
  'denied',
  'alleged',
  'threatened',
  'demanded',
  'planned',
  'hypothetical',
] as const;
export type Status = (typeof STATUSES)[number];

/** A speaker's attitude to the content of a claim. */
export const STANCES = [
  'asserts',
  'accuses',
  'denies',
  'demands',
  'threatens',
  'warns',
  'promises',
  'predicts',
  'supports',
  'rejects',
  'claims-responsibility',
] as const;
export type Stance = (typeof STANCES)[number];

export function isStance(text: string): text is Stance {
  return (STANCES as readonly string[]).includes(text);
}

/** Lasting relations between actors. */
export const TIE_KINDS = [
  'part-of',
  'split-from',
  'allegiance',
  'allied',
  'hosts',
  'supports',
  'opposes',
  'leads',
  'member',
  'speaks-for',
  'based-in',
  'alias',
] as const;
export type TieKind = (typeof TIE_KINDS)[number];

export function isTieKind(text: string): text is TieKind {
  return (TIE_KINDS as readonly string[]).includes(text);
}
