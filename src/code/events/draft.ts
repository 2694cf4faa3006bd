import type { EventType, Mode, Status } from '../../codebook/index.ts';
import type { Token } from '../../document/index.ts';
import type { EntityId } from '../../resolve/index.ts';
import type { Party } from '../match/parties.ts';
import type { Predicate } from '../match/predicate.ts';

/** A possible event while it is being put together. */
export interface Draft {
  readonly predicate: Predicate;
  /** The word through which operators reach it: its own, or the light verb that carries it ("carried out" of an attack). */
  readonly top: Token;
  /** First to last word of the trigger; tokens in text order. */
  readonly trigger: readonly [Token, ...Token[]];
  readonly type: EventType;
  readonly modes: readonly Mode[];
  /** Id of the frame, or frame and operator (`assault/shell<threaten/threaten`). */
  readonly rule: string;
  /** Specificity of the frame match. */
  readonly score: number;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  /** Status given by an operator or by the verbal event whose content this is; null where nothing governs it. */
  readonly governed: Status | null;
  /** The draft that governs this one (the request whose content it is). */
  readonly governor: Token | null;
}

/** The ids a list of parties stands for, in order, without repeats. */
export function partyIds(parties: readonly Party[]): readonly EntityId[] {
  return [...new Set(parties.flatMap((party) => party.entities))];
}
