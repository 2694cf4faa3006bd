import type { CaseDyad, CaseExchange, ExchangeDay, ExchangeMove } from '../api/index.ts';
import { daysBetween } from '../base/index.ts';
import { readLinkedCase } from '../ingest/index.ts';
import { type DyadLevel, dyadSeries, type Group, type Move, movesOf, type Telling, type TimeUnit } from '../link/index.ts';
import type { CaseDb } from '../store/index.ts';
import { type CaseLines, readLines } from './case-lines.ts';
import { type CaseNames, readNames } from './case-names.ts';

/** Which moves are counted; all that is given must hold. */
export interface MoveFilter {
  /** Ids of parties; at the level of countries also of countries. */
  readonly actor?: readonly string[];
  readonly recipient?: readonly string[];
  readonly type?: readonly string[];
  readonly status?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

/** Series of the ordered pairs of a case, those with most moves first. */
export async function listCaseDyads(
  db: CaseDb,
  filter: MoveFilter & { readonly limit?: number },
  { unit, level }: { readonly unit: TimeUnit; readonly level: DyadLevel },
): Promise<readonly CaseDyad[]> {
  const [names, { groups, tellings }] = await Promise.all([readNames(db), readLinkedCase(db)]);
  const moves = movesOf(groups, tellings, level).filter((move) => isWanted(move, filter));
  const dyads = dyadSeries(moves, unit).map(({ actor, recipient, bins, undated }): CaseDyad => {
    const dated = bins.reduce((sum, bin) => sum + bin.moves, 0);
    return { actor: names.actor(actor), recipient: names.actor(recipient), moves: dated + undated, bins, undated };
  });
  const ranked = [...dyads].sort((a, b) => b.moves - a.moves);
  return filter.limit === undefined ? ranked : ranked.slice(0, filter.limit);
}

/** The moves of a pair toward each other by day, each with the days since the other's last, and what third parties do to either.
 * @param a ids of the first side: at the level of countries a country, else a party or several that count as one */
export async function readExchange(
  db: CaseDb,
  a: readonly string[],
  b: readonly string[],
  level: DyadLevel,
): Promise<CaseExchange> {
  const [names, { groups, tellings }] = await Promise.all([readNames(db), readLinkedCase(db)]);
  const all = movesOf(groups, tellings, level);
  const [isA, isB] = [a, b].map((ids) => (id: string) => ids.includes(id)) as [Test, Test];
  const own = all.filter(({ actor, recipient }) => (isA(actor) && isB(recipient)) || (isB(actor) && isA(recipient)));
  const thirds = all.filter((move) => !own.includes(move) && [move.actor, move.recipient].some((id) => isA(id) || isB(id)));
  const lines = await readLines(db, names, { tellings: [...own, ...thirds].flatMap((move) => move.tellings) });
  const toMove = mover(names, lines, groups, tellings);
  const moves: ExchangeMove[] = [];
  const last: Partial<Record<'a' | 'b', string>> = {};
  for (const move of own) {
    const side = isA(move.actor) ? 'a' : 'b';
    const before = last[side === 'a' ? 'b' : 'a'];
    const lag = before === undefined || move.day === null ? null : daysBetween(before, move.day);
    moves.push(toMove(move, side, lag));
    if (move.day !== null) last[side] = move.day;
  }
  return {
    ...{ a: names.actor(a[0] ?? ''), b: names.actor(b[0] ?? ''), level, moves },
    thirds: thirds.map((move) => toMove(move, 'third', null)),
    days: daysOf(moves),
  };
}

type Test = (id: string) => boolean;

function mover(names: CaseNames, lines: CaseLines, groups: readonly Group[], tellings: readonly Telling[]) {
  const byId = new Map(tellings.map((telling) => [telling.id, telling]));
  const groupIds = new Set(groups.map(({ id }) => id));
  return (move: Move, side: ExchangeMove['side'], lag: number | null): ExchangeMove => {
    const { id, type, modes, quad, status, score, day, isPublicationDay } = move;
    const ends = move.tellings.flatMap((telling) => byId.get(telling)?.time?.end ?? []).sort();
    return {
      ...{
        id: groupIds.has(id) ? id : (move.tellings[0] ?? id),
        side,
        type,
        modes,
        quad,
        status,
        score,
        day,
        isPublicationDay,
      },
      ...{ actor: names.actor(move.actor), recipient: names.actor(move.recipient), lag, answers: null },
      lastDay: isPublicationDay ? day : (ends[0] ?? day),
      tellings: lines.tellings(move.tellings),
    };
  };
}

function daysOf(moves: readonly ExchangeMove[]): readonly ExchangeDay[] {
  const days = new Map<string, { scoreA: number; scoreB: number; moves: number; reports: Set<string> }>();
  const dayOf = (day: string) => {
    const found = days.get(day) ?? { scoreA: 0, scoreB: 0, moves: 0, reports: new Set<string>() };
    days.set(day, found);
    return found;
  };
  for (const { day, side, score, status, tellings } of moves) {
    for (const { document } of tellings) if (document.published !== null) dayOf(document.published).reports.add(document.id);
    if (day === null) continue;
    const sums = dayOf(day);
    sums.moves++;
    if (status !== 'actual' && status !== 'ongoing') continue;
    if (side === 'a') sums.scoreA += score;
    else sums.scoreB += score;
  }
  return [...days]
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([day, { reports, ...sums }]) => ({ day, ...sums, reports: reports.size }));
}

function isWanted({ actor, recipient, type, status, day }: Move, filter: MoveFilter): boolean {
  const among = (values: readonly string[] | undefined, value: string) => values === undefined || values.includes(value);
  return (
    among(filter.actor, actor) &&
    among(filter.recipient, recipient) &&
    among(filter.type, type) &&
    among(filter.status, status) &&
    (filter.from === undefined || (day !== null && day >= filter.from)) &&
    (filter.to === undefined || (day !== null && day <= filter.to))
  );
}
