import type { Engine } from '../../src/engine/index.ts';
import { articleOf, judgeEvents, MENDED_SETS, OWN_SETS, readSet } from './own-sets.ts';
import type { Said } from './reliability.ts';

/** The confidence of every event given in the sets the lexicon was not mended by, beside whether it is right. */
export function confidenceGiven(engine: Engine): readonly Said[] {
  return OWN_SETS.filter((set) => !MENDED_SETS.has(set)).flatMap((set) =>
    readSet(set).flatMap((item) =>
      judgeEvents(item, engine.code(articleOf(item))).map(({ event, right }) => ({ share: event.confidence, right })),
    ),
  );
}
