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

/** The sides that ids of actors stand for: each by the one id that stands for it; where countries are compared, an organ counts as its
 * state. */
export async function sidesAt(picture: CasePicture, level: DyadLevel, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { standing } = await picture.names();
  return new Set(ids.map((id) => (level === 'country' && /^[A-Z]{3}:/.test(id) ? id.slice(0, 3) : standing(id))));
}
