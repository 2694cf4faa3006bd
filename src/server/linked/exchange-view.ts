import type { CaseExchange, ExchangeDay, ExchangeMove, RecordSpan } from '../../api/index.ts';
import { daysBetween } from '../../base/index.ts';
import { type DyadLevel, type Move, movesOf } from '../../link/index.ts';
import { nameActor, tellingLines } from './lines.ts';
import type { LinkedCase } from './linked-case.ts';

/** Words by which a report calls an act an answer to another. */
const ANSWER_WORDS =
  /\b(?:in (?:response|reply|reaction|retaliation|answer) (?:to|for)|retaliat\w{1,6}|in (?:apparent )?revenge for|tit-for-tat)\b/iu;

/** The moves of a pair in order, each with the days since the other's last.
 * @param a id of a party; at the level of countries also a country's code */
export function toExchange(linked: LinkedCase, a: string, b: string, level: DyadLevel): CaseExchange {
  const tellings = [...linked.events.values()].map(({ telling }) => telling);
  const all = movesOf(linked.groups, tellings, level);
  const between = all.filter((move) => isBetween(move, a, b));
  const thirds = all.filter((move) => !isBetween(move, a, b) && touches(move, a, b));
  const moves = between.map((move, at) => toMove(linked, move, move.actor === a ? 'a' : 'b', lastOfOther(between, at)));
  return {
    ...{ a: nameActor(linked, a), b: nameActor(linked, b), level, moves },
    thirds: thirds.map((move) => toMove(linked, move, 'third', null)),
    days: daysOf(linked, between, a),
  };
}

function isBetween({ actor, recipient }: Move, a: string, b: string): boolean {
  return (actor === a && recipient === b) || (actor === b && recipient === a);
}

function touches({ actor, recipient }: Move, a: string, b: string): boolean {
  return [a, b].includes(actor) || [a, b].includes(recipient);
}

/** The last move of the other side that came on an earlier day or the same, before this one. */
function lastOfOther(moves: readonly Move[], at: number): Move | null {
  const actor = moves[at]?.actor;
  for (let before = at - 1; before >= 0; before--) {
    const move = moves[before];
    if (move && move.actor !== actor) return move;
  }
  return null;
}

function toMove(linked: LinkedCase, move: Move, side: ExchangeMove['side'], before: Move | null): ExchangeMove {
  const { id, actor, recipient, type, modes, quad, status, score, day, isPublicationDay, tellings } = move;
  const stated = side === 'third' ? null : findAnswerWords(linked, tellings);
  return {
    ...{ id, actor: nameActor(linked, actor), recipient: nameActor(linked, recipient), side, type, modes, quad, status, score },
    ...{ day, lastDay: linked.incidents.get(id)?.time?.end ?? day, isPublicationDay },
    lag: day !== null && before?.day ? daysBetween(before.day, day) : null,
    answers: stated && { move: before?.id ?? null, ...stated },
    tellings: tellingLines(linked, tellings),
  };
}

/** The first telling whose sentence calls it an answer, and the words. */
function findAnswerWords(
  linked: LinkedCase,
  tellings: readonly string[],
): { readonly statement: string; readonly words: RecordSpan } | null {
  for (const id of tellings) {
    const evidence = linked.events.get(id)?.event.evidence;
    const found = evidence && ANSWER_WORDS.exec(evidence.text);
    if (!found) continue;
    const start = evidence.start + found.index;
    return { statement: id, words: { start, end: start + found[0].length, text: found[0] } };
  }
  return null;
}

/** Days with a move or a report, with sums of the scores of what is held to have happened. */
function daysOf(linked: LinkedCase, moves: readonly Move[], a: string): readonly ExchangeDay[] {
  const days = new Map<string, { scoreA: number; scoreB: number; moves: number; reports: Set<string> }>();
  const at = (day: string) => {
    const known = days.get(day) ?? { scoreA: 0, scoreB: 0, moves: 0, reports: new Set<string>() };
    days.set(day, known);
    return known;
  };
  for (const { day, actor, score, status, tellings } of moves) {
    for (const id of tellings) {
      const telling = linked.events.get(id)?.telling;
      if (telling?.published) at(telling.published).reports.add(telling.document);
    }
    if (day === null) continue;
    const sums = at(day);
    sums.moves++;
    if (status !== 'actual' && status !== 'ongoing') continue;
    if (actor === a) sums.scoreA += score;
    else sums.scoreB += score;
  }
  return [...days]
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([day, { reports, ...sums }]) => ({ day, ...sums, reports: reports.size }));
}
