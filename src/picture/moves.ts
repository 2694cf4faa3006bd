import { type DyadLevel, type Move, movesOf } from '../link/index.ts';
import type { CasePicture, Work } from './case-picture.ts';

const allMoves = (level: DyadLevel): Work<readonly Move[]> => {
  return async (picture) => {
    const { groups, tellings } = await picture.linked();
    return movesOf(groups, tellings, level);
  };
};

const AT_LEVEL: Readonly<Record<DyadLevel, Work<readonly Move[]>>> = { party: allMoves('party'), country: allMoves('country') };

/** All moves of a case, by day. */
export function caseMoves(picture: CasePicture, level: DyadLevel): Promise<readonly Move[]> {
  return picture.once(AT_LEVEL[level]);
}

/** The sides that ids of actors stand for: where countries are compared, an organ counts as its state. */
export function sidesAt(level: DyadLevel, ids: readonly string[]): readonly string[] {
  if (level === 'party') return ids;
  return [...new Set(ids.map((id) => (/^[A-Z]{3}:/.test(id) ? id.slice(0, 3) : id)))];
}
