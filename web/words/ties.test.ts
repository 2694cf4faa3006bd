import { expect, test } from 'vitest';
import type { CaseTieView, TieWord } from '../../src/api/index.ts';
import { tieState, tiesAround, tiesBy, tiesFinding } from './ties.ts';

const word: TieWord = {
  document: { id: 'd', title: null, source: null, published: null },
  speaker: null,
  quote: { start: 0, end: 1, text: 'x' },
};
const tie = (
  from: string,
  to: string,
  first: string | null,
  words: Partial<Pick<CaseTieView, 'stated' | 'claimed' | 'denied'>> = { stated: [word] },
): CaseTieView => ({
  from: { id: from, name: from, kind: 'state' },
  to: { id: to, name: to, kind: 'state' },
  ...{ kind: 'hosts', stated: [], claimed: [], denied: [], first, last: first },
  ...words,
});

test.each([
  [{ stated: [word], denied: [] }, 'stated'],
  [{ stated: [], denied: [] }, 'claimed'],
  [{ stated: [word], denied: [word] }, 'disputed'],
])('a tie %# is %s', (words, state) => expect(tieState(words)).toBe(state));

const ties = [
  tie('a', 'b', '2017-02-01'),
  tie('b', 'c', '2017-03-01', { claimed: [word] }),
  tie('c', 'd', null, { denied: [word] }),
];

test('by a day, around an actor, in words', () => {
  expect(tiesBy(ties, '2017-02-15').map(({ from }) => from.id)).toEqual(['a', 'c']);
  expect(tiesAround(ties, ['a'], 1).length).toBe(1);
  expect(tiesAround(ties, ['a', 'd'], 1).map(({ to }) => to.id)).toEqual(['b', 'd']);
  expect(tiesAround(ties, ['a'], 2).length).toBe(2);
  expect(tiesAround(ties, ['z'], 2)).toEqual([]);
  expect(tiesFinding(ties)).toBe('3 ties between 4 actors, 1 only claimed, 1 disputed');
  expect(tiesFinding([])).toBe('No report speaks of a lasting tie between actors');
});
