import type { CaseTie } from '../case-ties.ts';
import type { Group } from '../group-tellings.ts';
import { type Statement, voiceOf } from '../statement.ts';
import type { Telling } from '../telling.ts';
import { findMutualBlame } from './blame.ts';
import { findCulprits } from './culprits.ts';
import { findDenials, propositionsOf } from './denials.ts';
import type { Dispute } from './dispute.ts';
import { findFigureDisputes } from './figures.ts';
import { findTieDisputes } from './tie-disputes.ts';

/** A happening that several parties say independently. */
export interface Agreement {
  /** The group of tellings. */
  readonly incident: string;
  /** Parties that say so, two or more, no two of one country. */
  readonly voices: readonly string[];
  readonly statements: readonly string[];
}

/** Everything of a case that statements, figures and ties disagree on, by id. A pure function of the set of its arguments. */
export function findDisputes(
  groups: readonly Group[],
  tellings: readonly Telling[],
  statements: readonly Statement[],
  ties: readonly CaseTie[],
): readonly Dispute[] {
  return [
    ...findDenials(propositionsOf(groups, statements)),
    ...findCulprits(groups),
    ...findMutualBlame(tellings),
    ...findFigureDisputes(groups),
    ...findTieDisputes(ties),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Who corroborates whom: happenings that speakers of different sides say. */
export function findAgreements(groups: readonly Group[], statements: readonly Statement[]): readonly Agreement[] {
  return propositionsOf(groups, statements).flatMap(({ group, holds }) => {
    const named = holds.filter(({ speaker }) => speaker !== null && speaker.kind !== 'unknown');
    const sides = new Set(named.map(({ speaker }) => speaker?.country ?? speaker?.id));
    if (!group || sides.size < 2) return [];
    return [
      {
        incident: group.id,
        voices: [...new Set(named.map(voiceOf))].sort(),
        statements: named.map(({ id }) => id).sort(),
      },
    ];
  });
}
