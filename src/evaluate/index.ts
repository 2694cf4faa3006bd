export { scoreActorMentions } from './actor-mentions.ts';
export { type CaseScores, EVENT_SHARES, evaluateCase, MEASURES, type Measure, sumScores } from './case-scores.ts';
export {
  addClusterScores,
  CLUSTER_MEASURES,
  type ClusterMeasure,
  type ClusterScores,
  type Clusters,
  clusterRates,
  meanF1,
  NO_CLUSTER_SCORES,
  onCommonMentions,
  scoreClusters,
} from './coreference.ts';
export type { Finding } from './findings.ts';
export { type CaseGold, readGold } from './gold.ts';
export { type PairAnswer, type PairMiss, type PairScores, scorePairs } from './pair-scores.ts';
export { type Pairing, pairUp } from './pair-up.ts';
export { printFindings, printPairMisses, printPairScores, printScores } from './print.ts';
export { isOddId, type PairChoice, type RelatePair, readPairs } from './relate-pairs.ts';
export { addShares, addTallies, f1, NO_SHARE, NO_TALLY, precision, ratio, recall, type Share, type Tally } from './tally.ts';
