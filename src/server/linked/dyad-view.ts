import type { CaseDyad } from '../../api/index.ts';
import { type DyadLevel, dyadSeries, movesOf, type TimeUnit } from '../../link/index.ts';
import { nameActor } from './lines.ts';
import type { LinkedCase } from './linked-case.ts';

/** The series of every ordered pair, most moves first. @param events ids of the events to count; all where left out */
export function toDyads(
  linked: LinkedCase,
  unit: TimeUnit,
  level: DyadLevel,
  events?: ReadonlySet<string>,
): readonly CaseDyad[] {
  const tellings = [...linked.events.values()].map(({ telling }) => telling);
  const moves = movesOf(linked.groups, tellings, level).filter(
    (move) => !events || move.tellings.some((telling) => events.has(telling)),
  );
  return dyadSeries(moves, unit)
    .map(({ actor, recipient, bins, undated }) => ({
      ...{ actor: nameActor(linked, actor), recipient: nameActor(linked, recipient), bins, undated },
      moves: bins.reduce((sum, bin) => sum + bin.moves, undated),
    }))
    .sort((a, b) => b.moves - a.moves || (`${a.actor.id}|${a.recipient.id}` < `${b.actor.id}|${b.recipient.id}` ? -1 : 1));
}
