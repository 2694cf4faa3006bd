export {
  EventModel,
  type EventRows,
  encodeEventModel,
  HEADS,
  type Head,
  loadEventModel,
  probabilities,
} from './event-model.ts';
export { FeatureList } from './feature-list.ts';
export { pairFeatures } from './features.ts';
export type { PairQuestion, RankedDraft } from './question.ts';
export { scoreTypes } from './score-types.ts';
