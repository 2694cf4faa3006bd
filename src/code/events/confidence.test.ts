import { describe, expect, test } from 'vitest';
import { loadConfidence } from './confidence.ts';

const table = (...rows: readonly string[]) => new Map([['frames/confidence.tsv', ['clue\tweight', ...rows, ''].join('\n')]]);

describe('confidence', () => {
  const confidence = loadConfidence(table('always\t1', 'far\t-0.5', 'no actor\t-2'));

  test.each([
    { name: 'the base alone', clues: [['always', 1]], share: 0.73 },
    {
      name: 'a clue against',
      clues: [
        ['always', 1],
        ['no actor', 1],
      ],
      share: 0.27,
    },
    {
      name: 'twice as much of a clue',
      clues: [
        ['always', 1],
        ['far', 2],
      ],
      share: 0.5,
    },
    {
      name: 'a clue nobody weighed',
      clues: [
        ['always', 1],
        ['rain', 9],
      ],
      share: 0.73,
    },
    { name: 'never certain', clues: [['always', 99]], share: 0.98 },
    { name: 'never impossible', clues: [['no actor', 99]], share: 0.02 },
  ] as const)('$name', ({ clues, share }) => {
    expect(confidence(new Map(clues))).toBe(share);
  });

  test.each(['always\tmuch', 'always\t', 'always\t1\nalways\t2'])('a damaged table is refused: %j', (rows) => {
    expect(() => loadConfidence(table(rows))).toThrow(RangeError);
  });
});
