import { describe, expect, test } from 'vitest';
import {
  addClusterScores,
  bestAssignment,
  type Clusters,
  clusterRates,
  meanF1,
  NO_CLUSTER_SCORES,
  onCommonMentions,
  scoreClusters,
} from './coreference.ts';

/** "ABC DE" -> [[A, B, C], [D, E]] */
const clusters = (text: string): Clusters => text.split(' ').map((cluster) => [...cluster]);

const rounded = (gold: string, found: string) => {
  const { muc, b3, ceafe } = scoreClusters(clusters(gold), clusters(found));
  return [muc, b3, ceafe].flatMap((counts) => {
    const { recall, precision } = clusterRates(counts);
    return [recall, precision].map((rate) => Number(rate.toFixed(3)));
  });
};

describe('scoreClusters', () => {
  test.each([
    { name: 'all right', gold: 'ABC DE', found: 'ABC DE', scores: [1, 1, 1, 1, 1, 1] },
    // Vilain and others 1995, their chain A-B-C-D: one link of three missing
    { name: 'MUC: a chain cut in two', gold: 'ABCD', found: 'AB CD', scores: [0.667, 1, 0.5, 1, 0.667, 0.333] },
    { name: 'MUC: a chain with one missing mention', gold: 'ABCD', found: 'ABC', scores: [0.667, 1, 0.563, 1, 0.857, 0.857] },
    // Bagga and Baldwin 1998: merging the two large chains costs more than merging a large and a small one
    {
      name: 'B3: small and large merged',
      gold: '12345 67 89abc',
      found: '12345 6789abc',
      scores: [1, 0.9, 1, 0.762, 0.611, 0.917],
    },
    { name: 'B3: both large merged', gold: '12345 67 89abc', found: '1234589abc 67', scores: [1, 0.9, 1, 0.583, 0.556, 0.833] },
    // Luo 2005, example 1 (c) and (d): everything in one, everything apart
    { name: 'CEAF: all in one', gold: '12345 67 89abc', found: '123456789abc', scores: [1, 0.818, 1, 0.375, 0.196, 0.588] },
    {
      name: 'CEAF: all apart',
      gold: '12345 67 89abc',
      found: '1 2 3 4 5 6 7 8 9 a b c',
      scores: [0, 0, 0.25, 1, 0.444, 0.111],
    },
    // Pradhan and others 2014, reference and response of their worked example
    {
      name: "the reference scorer's example",
      gold: 'abc defg',
      found: 'ab cd fghi',
      scores: [0.4, 0.4, 0.417, 0.5, 0.65, 0.433],
    },
  ])('$name', ({ gold, found, scores }) => {
    expect(rounded(gold, found)).toEqual(scores);
  });

  test('nothing found scores nothing', () => {
    expect(meanF1(scoreClusters(clusters('AB'), []))).toBe(0);
  });

  test('sums documents before dividing', () => {
    const sum = addClusterScores(scoreClusters(clusters('AB'), clusters('A B')), scoreClusters(clusters('CD'), clusters('CD')));
    expect(clusterRates(sum.muc)).toEqual({ recall: 0.5, precision: 1, f1: 2 / 3 });
    expect(addClusterScores(NO_CLUSTER_SCORES, sum)).toEqual(sum);
  });
});

test('onCommonMentions leaves out what one side lacks, and emptied clusters', () => {
  expect(onCommonMentions(clusters('AB C'), clusters('AD B E'))).toEqual({ gold: [['A', 'B']], found: [['A'], ['B']] });
});

test.each([
  {
    name: 'greedy would fail',
    worth: [
      [5, 4],
      [4, 1],
    ],
    best: 8,
  },
  { name: 'more rows than columns', worth: [[1], [3], [2]], best: 3 },
  { name: 'more columns than rows', worth: [[1, 7, 2]], best: 7 },
  {
    name: 'three by three',
    worth: [
      [7, 5, 11],
      [5, 4, 1],
      [9, 3, 2],
    ],
    best: 24,
  },
  { name: 'nothing', worth: [], best: 0 },
])('bestAssignment: $name', ({ worth, best }) => {
  expect(bestAssignment(worth)).toBe(best);
});
