import { textId } from '../../base/index.ts';
import type { CaseTie, TieSource } from '../case-ties.ts';
import { type Dispute, toSide } from './dispute.ts';

/** Disputes over ties: one states or claims it, another denies it. */
export function findTieDisputes(ties: readonly CaseTie[]): readonly Dispute[] {
  return ties.flatMap(({ from, kind, to, stated, claimed, denied }) => {
    if (denied.length === 0 || stated.length + claimed.length === 0) return [];
    const tie = `${from} ${kind} ${to}`;
    const voices = (sources: readonly TieSource[]) =>
      sources.map(({ speaker, source, document }) => ({ voice: speaker ?? source ?? document }));
    return [
      {
        id: `d-${textId(`tie ${tie}`).slice(0, 16)}`,
        kind: 'tie',
        incidents: [],
        sides: [toSide(tie, voices([...stated, ...claimed])), toSide(`not: ${tie}`, voices(denied))],
      },
    ];
  });
}
