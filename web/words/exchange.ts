import type { CaseExchange, ExchangeDay, ExchangeMove } from '../../src/api/index.ts';
import { counted, numeral } from '../../src/wording/index.ts';
import { dayNumber, daysLater } from './days.ts';

/** What an exchange came to, as a heading: `Pakistan and Afghanistan traded 9 moves in 4 days; 2 are said to answer`. */
export function exchangeFinding({ a, b, moves }: Pick<CaseExchange, 'a' | 'b' | 'moves'>): string {
  if (moves.length === 0) return `No report tells of a move between ${a.name} and ${b.name}`;
  const sides = new Set(moves.map(({ side }) => side));
  const [only] = moves;
  const days = moves.flatMap(({ day, isPublicationDay }) => (day === null || isPublicationDay ? [] : [dayNumber(day)]));
  const answering = moves.filter(({ answers }) => answers !== null).length;
  const said = answering === 0 ? '' : `; ${numeral(answering)} ${answering === 1 ? 'is' : 'are'} said to answer another`;
  if (sides.size === 1 && only) {
    const [who, whom] = only.side === 'a' ? [a, b] : [b, a];
    return `${who.name} made ${counted(moves.length, 'move')} toward ${whom.name}, which made none${said}`;
  }
  const span = days.length === 0 ? '' : ` on ${counted(new Set(days).size, 'day')}`;
  return `${a.name} and ${b.name} traded ${counted(moves.length, 'move')}${span}${said}`;
}

/** How long after the other's last move, in words. */
export function lagLabel(lag: number | null): string | null {
  if (lag === null) return null;
  if (lag === 0) return 'same day';
  return lag < 0 ? null : `${counted(lag, 'day')} later`;
}

/** Moves of the pair and, where wanted, of third parties, in order of time; undated ones last. */
export function inTime(
  { moves, thirds }: Pick<CaseExchange, 'moves' | 'thirds'>,
  withThirds: boolean,
): readonly ExchangeMove[] {
  const key = ({ day, side }: ExchangeMove) => `${day ?? '9999'}|${side === 'third' ? 1 : 0}`;
  return (withThirds ? [...moves, ...thirds] : [...moves]).sort((x, y) => (key(x) < key(y) ? -1 : key(x) > key(y) ? 1 : 0));
}

/** Most days that are drawn one by one. */
const MOST_DAYS = 4000;

/** Every day from the first to the last, those without a move at 0: a score does not last till the next move. */
export function everyDay(days: readonly ExchangeDay[], from: string, to: string): readonly ExchangeDay[] {
  const known = new Map(days.map((day) => [day.day, day]));
  const length = Math.min(MOST_DAYS, dayNumber(to) - dayNumber(from) + 1);
  return Array.from({ length: Math.max(0, length) }, (_, index) => {
    const day = daysLater(from, index);
    return known.get(day) ?? { day, scoreA: 0, scoreB: 0, moves: 0, reports: 0 };
  });
}
