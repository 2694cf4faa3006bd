import type { EventModel, Head } from './event-model.ts';
import { pairFeatures } from './features.ts';
import type { PairQuestion } from './question.ts';

/** What the model makes of a question: a score a PLOVER type, in the order of EVENT_TYPES; larger is likelier. */
export function scoreTypes(question: PairQuestion, model: EventModel, head: Head): Float32Array {
  return model.score(pairFeatures(question).keys, head);
}
