import type { CaseExchange, ExchangeDay, ExchangeMove, TellingLine } from '../api/index.ts';
import { compareText, daysBetween } from '../base/index.ts';
import type { DyadLevel, Move, Telling } from '../link/index.ts';
import { type CaseLines, readLines } from './case-lines.ts';
import type { CaseNames } from './case-names.ts';
import type { CasePicture, Work } from './case-picture.ts';
import { caseMoves, sidesAt } from './moves.ts';

/** Words by which a report calls an act an answer to another. */
const ANSWER_WORDS =
  /\b(?:in (?:response|reply|reaction|retaliation|answer) (?:to|for)|retaliat\w{1,6}|in (?:apparent )?revenge for|tit-for-tat)\b/iu;

/** The moves of a pair toward each other by day, each with the days since the other's last, and what third parties do to either.
 * @param a ids of the first side: at the level of countries a country, else a party or several that count as one */
export async function readExchange(
  picture: CasePicture,
  a: readonly string[],
  b: readonly string[],
  level: DyadLevel,
): Promise<CaseExchange> {
  const [names, all, lastDays, ofA, ofB] = await Promise.all([
    picture.names(),
    caseMoves(picture, level),
    picture.once(lastDaysOfTellings),
    sidesAt(picture, level, a),
    sidesAt(picture, level, b),
  ]);
  const isOwn = ({ actor, recipient }: Move) =>
    (ofA.has(actor) && ofB.has(recipient)) || (ofB.has(actor) && ofA.has(recipient));
  const own = all.filter(isOwn);
  const thirds = all.filter((move) => !isOwn(move) && [move.actor, move.recipient].some((id) => ofA.has(id) || ofB.has(id)));
  const lines = await readLines(picture.db, names, { tellings: [...own, ...thirds].flatMap(({ tellings }) => tellings) });
  const words = { names, lines, lastDays };
  const moves = own.map((move, at) => toMove(move, ofA.has(move.actor) ? 'a' : 'b', lastOfOther(own, at), words));
  return {
    ...{ a: names.actor([...ofA][0] ?? ''), b: names.actor([...ofB][0] ?? ''), level, moves },
    thirds: thirds.map((move) => toMove(move, 'third', null, words)),
    days: daysOf(moves),
  };
}

/** Last day of each dated telling. */
const lastDaysOfTellings: Work<ReadonlyMap<string, string>> = async (picture) => {
  const { tellings } = await picture.linked();
  return new Map(tellings.flatMap(({ id, time }: Telling) => (time ? [[id, time.end] as const] : [])));
};

/** What moves are shown with. */
interface Words {
  readonly names: CaseNames;
  readonly lines: CaseLines;
  readonly lastDays: ReadonlyMap<string, string>;
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

function toMove(move: Move, side: ExchangeMove['side'], before: Move | null, { names, lines, lastDays }: Words): ExchangeMove {
  const { id, type, modes, quad, status, score, day, isPublicationDay } = move;
  const tellings = lines.tellings(move.tellings);
  const ends = move.tellings.flatMap((telling) => lastDays.get(telling) ?? []).sort();
  const stated = side === 'third' ? null : findAnswerWords(tellings);
  return {
    ...{ id, side, type, modes, quad, status, score, day, isPublicationDay, tellings },
    ...{ actor: names.actor(move.actor), recipient: names.actor(move.recipient) },
    lastDay: isPublicationDay ? day : (ends[0] ?? day),
    lag: day !== null && before?.day ? daysBetween(before.day, day) : null,
    answers: stated && { move: before?.id ?? null, ...stated },
  };
}

/** The first telling whose sentence calls it an answer, and the words. */
function findAnswerWords(tellings: readonly TellingLine[]): Omit<NonNullable<ExchangeMove['answers']>, 'move'> | null {
  for (const { id, quote } of tellings) {
    const found = ANSWER_WORDS.exec(quote.text);
    if (!found) continue;
    const start = quote.start + found.index;
    return { statement: id, words: { start, end: start + found[0].length, text: found[0] } };
  }
  return null;
}

/** Days with a move or a report, with sums of the scores of what is held to have happened. */
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
    .sort(([x], [y]) => compareText(x, y))
    .map(([day, { reports, ...sums }]) => ({ day, ...sums, reports: reports.size }));
}
