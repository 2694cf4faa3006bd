import type { CaseTieView } from '../../src/api/index.ts';
import { counted } from '../../src/wording/index.ts';

/** How a tie is vouched for: a report says so itself, only somebody is cited for it, or somebody denies it. */
export type TieState = 'stated' | 'claimed' | 'disputed';

/** What is drawn of a tie. Any denial makes it disputed. */
export function tieState({ stated, denied }: Pick<CaseTieView, 'stated' | 'denied'>): TieState {
  if (denied.length > 0) return 'disputed';
  return stated.length > 0 ? 'stated' : 'claimed';
}

/** Ties that somebody had spoken of by a day; those without one always. */
export function tiesBy(ties: readonly CaseTieView[], day: string): readonly CaseTieView[] {
  return ties.filter(({ first }) => first === null || first <= day);
}

/** Ties within a number of steps from some actors. */
export function tiesAround(ties: readonly CaseTieView[], centres: readonly string[], steps: number): readonly CaseTieView[] {
  let near = new Set(centres);
  for (let step = 1; step < steps; step++)
    near = new Set([
      ...near,
      ...ties.flatMap(({ from, to }) => (near.has(from.id) || near.has(to.id) ? [from.id, to.id] : [])),
    ]);
  return ties.filter(({ from, to }) => near.has(from.id) || near.has(to.id));
}

/** What the network shows, as a heading. */
export function tiesFinding(ties: readonly CaseTieView[]): string {
  if (ties.length === 0) return 'No report speaks of a lasting tie between actors';
  const count = (state: TieState) => ties.filter((tie) => tieState(tie) === state).length;
  const unsure = [
    count('claimed') > 0 ? `${count('claimed')} only claimed` : '',
    count('disputed') > 0 ? `${count('disputed')} disputed` : '',
  ].filter((part) => part !== '');
  const actors = new Set(ties.flatMap(({ from, to }) => [from.id, to.id])).size;
  return `${counted(ties.length, 'tie')} between ${counted(actors, 'actor')}${unsure.length > 0 ? `, ${unsure.join(', ')}` : ''}`;
}
