import type { DateMention } from '../resolved.ts';

/** A date that was read, and the atoms it stands on. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly mention: DateMention;
}
