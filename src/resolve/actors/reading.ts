import type { TokenRange } from '../../base/index.ts';
import type { OrganNoun, RoleNoun } from '../../knowledge/index.ts';
import type { Mention } from '../resolved.ts';
import type { Party } from './parties.ts';

/** What a noun phrase was read as. */
export interface Reading {
  readonly head: number;
  readonly range: TokenRange;
  readonly form: Mention['form'];
  /** Empty where only the context can tell. */
  readonly parties: readonly Party[];
  readonly basis: string;
  /** The noun the context must find an owner for. */
  readonly noun: ReadNoun | null;
  /** A single human being speaks or acts ("a spokesman"), whoever for. */
  readonly human: boolean;
}

/** A noun of a sector or role without an owner. */
export interface ReadNoun {
  /** As written, number kept: "gunmen". */
  readonly text: string;
  readonly organ: OrganNoun | null;
  readonly role: RoleNoun | null;
  readonly definite: boolean;
  readonly plural: boolean;
  /** A people's adjective before it: "Kurdish". */
  readonly people: string | null;
}
