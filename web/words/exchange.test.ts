import { describe, expect, test } from 'vitest';
import type { ExchangeMove } from '../../src/api/index.ts';
import { everyDay, exchangeFinding, inTime, lagLabel } from './exchange.ts';

const a = { id: 'PAK', name: 'Pakistan', kind: 'state' } as const;
const b = { id: 'AFG', name: 'Afghanistan', kind: 'state' } as const;
const move = (side: ExchangeMove['side'], day: string | null, answers: ExchangeMove['answers'] = null): ExchangeMove => ({
  ...{ id: `${side}${day}`, side, day, lastDay: day, answers, isPublicationDay: false, lag: null },
  ...{ actor: side === 'a' ? a : b, recipient: side === 'a' ? b : a, type: 'ACCUSE', modes: [], quad: 3, status: 'actual' },
  ...{ score: -3, tellings: [] },
});
const answer = { move: null, statement: 'd#e1', words: { start: 0, end: 2, text: 'in' } };

describe('the heading says what was found', () => {
  test.each([
    { moves: [], says: 'No report tells of a move between Pakistan and Afghanistan' },
    { moves: [move('a', '2017-02-17')], says: 'Pakistan made 1 move toward Afghanistan, which made none' },
    {
      moves: [move('a', '2017-02-17'), move('b', '2017-02-17'), move('b', '2017-02-19', answer)],
      says: 'Pakistan and Afghanistan traded 3 moves on 2 days; 1 is said to answer another',
    },
    { moves: [move('a', null), move('b', null)], says: 'Pakistan and Afghanistan traded 2 moves' },
  ])('$says', ({ moves, says }) => expect(exchangeFinding({ a, b, moves })).toBe(says));
});

test.each([
  [0, 'same day'],
  [1, '1 day later'],
  [12, '12 days later'],
  [-2, null],
  [null, null],
])('a lag of %s', (lag, label) => expect(lagLabel(lag)).toBe(label));

test('third parties stand between the moves of the pair, undated moves last', () => {
  const moves = [move('a', '2017-02-18'), move('b', null)];
  const thirds = [move('third', '2017-02-17'), move('third', '2017-02-18')];
  expect(inTime({ moves, thirds }, true).map(({ side, day }) => `${side} ${day}`)).toEqual([
    'third 2017-02-17',
    'a 2017-02-18',
    'third 2017-02-18',
    'b null',
  ]);
  expect(inTime({ moves, thirds }, false).length).toBe(2);
});

test('days without a move are at 0', () => {
  const days = [{ day: '2017-02-17', scoreA: -3, scoreB: 0, moves: 1, reports: 2 }];
  expect(everyDay(days, '2017-02-16', '2017-02-18').map(({ day, scoreA }) => `${day} ${scoreA}`)).toEqual([
    '2017-02-16 0',
    '2017-02-17 -3',
    '2017-02-18 0',
  ]);
  expect(everyDay(days, '2017-02-18', '2017-02-16')).toEqual([]);
});
