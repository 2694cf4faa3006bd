import type { RecordBounds } from '../../api/index.ts';

/** What a dispute is about: whether it happened, who did it, who is to blame, how many, or whether a tie holds. */
export type DisputeKind = 'happened' | 'who' | 'blame' | 'figure' | 'tie';

/** One position and those who hold it. */
export interface Side {
  /** In words: "it happened", "islamic-state", "killed: 70". */
  readonly position: string;
  /** Ids of the parties that hold it, in order; unnamed speakers by their words. */
  readonly voices: readonly string[];
  /** Ids of the statements (`document#claim`) that say so. */
  readonly statements: readonly string[];
  /** Ids of the tellings (`document#event`) that say so. */
  readonly tellings: readonly string[];
  /** The number it gives, in a dispute over one. */
  readonly bounds?: RecordBounds;
}

/** Statements or figures of one or many reports that cannot all be true. */
export interface Dispute {
  readonly id: string;
  readonly kind: DisputeKind;
  /** Groups of tellings it is about; empty where what is disputed was not coded as an event. */
  readonly incidents: readonly string[];
  readonly sides: readonly [Side, Side, ...Side[]];
}

/** A side from what its members say, each once and in order. */
export function toSide(position: string, members: readonly { voice?: string; statement?: string; telling?: string }[]): Side {
  const each = (values: readonly (string | undefined)[]) => [...new Set(values.flatMap((value) => value ?? []))].sort();
  return {
    position,
    voices: each(members.map(({ voice }) => voice)),
    statements: each(members.map(({ statement }) => statement)),
    tellings: each(members.map(({ telling }) => telling)),
  };
}
