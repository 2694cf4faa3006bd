export { type CaseScores, EVENT_SHARES, evaluateCase, MEASURES, type Measure, sumScores } from './case-scores.ts';
export type { Finding } from './findings.ts';
export { type CaseGold, readGold } from './gold.ts';
export { type PairAnswer, type PairMiss, type PairScores, scorePairs } from './pair-scores.ts';
export { printFindings, printPairMisses, printPairScores, printScores } from './print.ts';
export { isOddId, type PairChoice, type RelatePair, readPairs } from './relate-pairs.ts';
export { f1, precision, ratio, recall, type Share, type Tally } from './tally.ts';
