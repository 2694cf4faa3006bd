import { type CaseLedger, STANCES, type Stance } from '../../src/api/index.ts';
import { counted, numeral, STANCE_VERB } from '../../src/wording/index.ts';

/** Stances as a few signs, for cells of a matrix: against, for, asking or warning, plainly saying. */
export const STANCE_SIGN = {
  accuses: '−',
  rejects: '−',
  threatens: '−',
  denies: '≠',
  supports: '+',
  promises: '+',
  demands: '!',
  warns: '!',
  predicts: '?',
  asserts: '·',
  'claims-responsibility': '*',
} as const satisfies Readonly<Record<Stance, string>>;

/** The statements of a cell of the ledger in words: `2 accuses, 1 denies`. */
export function stancesLabel(stances: CaseLedger['cells'][number]['stances']): string {
  return STANCES.flatMap((stance) => {
    const count = stances[stance];
    return count === undefined ? [] : [`${numeral(count)} × ${STANCE_VERB[stance]}`];
  }).join(', ');
}

/** How many statements a cell holds. */
export function stancesTotal(stances: CaseLedger['cells'][number]['stances']): number {
  return Object.values(stances).reduce((sum, count) => sum + (count ?? 0), 0);
}

/** What the ledger shows, as a heading: who accuses whom most, else who speaks most. */
export function ledgerFinding({ speakers, parties, cells }: CaseLedger): string {
  const accusing = cells
    .filter(({ speaker, party }) => speakers[speaker]?.id !== parties[party]?.id)
    .map((cell) => ({ ...cell, count: cell.stances.accuses ?? 0 }))
    .sort((a, b) => b.count - a.count);
  const [most] = accusing;
  const [speaker, party] = [speakers[most?.speaker ?? -1], parties[most?.party ?? -1]];
  if (most && most.count > 1 && speaker && party)
    return `${speaker.name} accuses ${party.name} most often: ${counted(most.count, 'time')}`;
  const [first] = speakers;
  return first ? `${counted(speakers.length, 'speaker')}; ${first.name} speaks most` : 'Nobody is quoted or cited';
}
