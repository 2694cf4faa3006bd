import type { CaseDyad, CaseFilter } from '../api/index.ts';
import { compareText } from '../base/index.ts';
import { type DyadLevel, dyadSeries, type Move, type TimeUnit } from '../link/index.ts';
import { listEventIds } from '../store/index.ts';
import { asksNothing } from './asks-nothing.ts';
import type { CasePicture } from './case-picture.ts';
import { caseMoves, sidesAt } from './moves.ts';
import { type Part, partOf } from './part.ts';

/** Series of the ordered pairs of a case, those with most moves first. A move is counted where a filter wants one of its events. */
export async function listCaseDyads(
  picture: CasePicture,
  { limit, offset, ...filter }: CaseFilter,
  { unit, level }: { readonly unit: TimeUnit; readonly level: DyadLevel },
): Promise<Part<CaseDyad>> {
  const [names, moves] = await Promise.all([picture.names(), wantedMoves(picture, filter, level)]);
  const dyads = dyadSeries(moves, unit).map(({ actor, recipient, bins, undated }): CaseDyad => {
    const dated = bins.reduce((sum, bin) => sum + bin.moves, 0);
    return { actor: names.actor(actor), recipient: names.actor(recipient), moves: dated + undated, bins, undated };
  });
  const keyOf = ({ actor, recipient }: CaseDyad) => `${actor.id}|${recipient.id}`;
  dyads.sort((a, b) => b.moves - a.moves || compareText(keyOf(a), keyOf(b)));
  return partOf(dyads, { ...(limit !== undefined && { limit }), ...(offset !== undefined && { offset }) });
}

async function wantedMoves(picture: CasePicture, filter: CaseFilter, level: DyadLevel): Promise<readonly Move[]> {
  const moves = await caseMoves(picture, level);
  if (asksNothing(filter)) return moves;
  const [events, actors, recipients] = await Promise.all([
    listEventIds(picture.db, filter),
    filter.actor && sidesAt(picture, level, filter.actor),
    filter.recipient && sidesAt(picture, level, filter.recipient),
  ]);
  return moves.filter(
    ({ actor, recipient, tellings }) =>
      (actors?.has(actor) ?? true) && (recipients?.has(recipient) ?? true) && tellings.some((id) => events.has(id)),
  );
}
