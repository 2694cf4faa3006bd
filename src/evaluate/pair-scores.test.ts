import { describe, expect, test } from 'vitest';
import type { EventType } from '../codebook/index.ts';
import { scorePairs } from './pair-scores.ts';
import { isOddId, readPairs } from './relate-pairs.ts';

function line(id: string, root: string, quad: number): string {
  const text = 'Rebels met the mayor.';
  return JSON.stringify({ id, text, source: [{ start: 0, end: 6 }], target: [{ start: 11, end: 20 }], root, quad });
}

const FILE = [
  line('p-0001', 'CONSULT', 1),
  line('p-0002', 'YIELD', 2),
  line('p-0003', 'ASSAULT', 4),
  line('p-0004', 'ASSAULT', 4),
].join('\n');

describe('reading pairs', () => {
  test.each([
    { choice: 'all', ids: ['p-0001', 'p-0002', 'p-0003', 'p-0004'] },
    { choice: 'odd', ids: ['p-0001', 'p-0003'] },
    { choice: 'even', ids: ['p-0002', 'p-0004'] },
  ] as const)('$choice ids', ({ choice, ids }) => {
    expect(readPairs(FILE, 'pairs', choice).pairs.map(({ id }) => id)).toEqual(ids);
  });

  test.each([
    ['p-0011', true],
    ['p-0010', false],
    ['7-x', true],
    ['x', false],
    ['', false],
  ])('%s', (id, isOdd) => {
    expect(isOddId(id)).toBe(isOdd);
  });

  test('bad lines are named and the rest read', () => {
    const { pairs, problems } = readPairs(`{\n${FILE}\n{"id":"a","text":"b"}`, 'pairs', 'all');
    expect(pairs.length).toBe(4);
    expect(problems.map(({ code, subject }) => `${subject} ${code}`)).toEqual([
      'pairs:1 evaluate/bad-json',
      'pairs:6 evaluate/bad-pair',
    ]);
  });

  test('CONCEDE and RETREAT are no roots of their own', () => {
    expect(readPairs(line('a', 'CONCEDE', 1), 'pairs', 'all').problems.length).toBe(1);
  });
});

describe('scores', () => {
  const { pairs } = readPairs(FILE, 'pairs', 'all');
  const score = (...types: readonly (EventType | null)[]) =>
    scorePairs(
      'set',
      pairs,
      types.map((type) => ({ type, confidence: 1 })),
    );

  test('RETREAT and CONCEDE are YIELD, of quad 2', () => {
    const { accuracy, macroF1, quadAccuracy, quadMacroF1 } = score('CONSULT', 'CONCEDE', 'ASSAULT', 'ASSAULT');
    expect([accuracy, macroF1, quadAccuracy, quadMacroF1]).toEqual([1, 1, 1, 1]);
  });

  test('macro-F1 is the mean over the roots of the gold', () => {
    const { accuracy, macroF1 } = score('CONSULT', 'RETREAT', 'ASSAULT', 'COERCE');
    expect(accuracy).toBe(3 / 4);
    expect(macroF1).toBeCloseTo((1 + 1 + 2 / 3) / 3);
  });

  test('no answer is a wrong answer', () => {
    expect(score(null, null, null, null).accuracy).toBe(0);
  });

  test('wrong answers of odd ids are counted but not shown', () => {
    const { misses, hiddenMisses } = score('AID', 'AID', 'AID', 'AID');
    expect(misses.map(({ id }) => id)).toEqual(['p-0002', 'p-0004']);
    expect(hiddenMisses).toBe(2);
  });
});
