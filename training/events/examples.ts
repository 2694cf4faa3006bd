import { type Lexicon, rankDrafts } from '../../src/code/index.ts';
import { pairFeatures } from '../../src/code/learned/index.ts';
import { EVENT_TYPES } from '../../src/codebook/index.ts';
import type { Engine } from '../../src/engine/index.ts';
import { makeArticle } from '../../src/read/index.ts';
import type { PairSentence } from './templates.ts';

/** A sentence as the network sees it. */
export interface Example {
  /** Number of its template line; all sentences of a line stay in one fold. */
  readonly line: number;
  readonly features: Int32Array;
  /** Which of the features come from frames. */
  readonly ofFrames: ReadonlySet<number>;
  /** Indices into EVENT_TYPES, one a head. */
  readonly answers: readonly [number, number];
  /** What the frames alone would say, by CAMEO habits, and how far ahead it is. */
  readonly frames: { readonly type: number; readonly margin: number };
}

/** Reads a sentence into features with the engine as it stands. */
export function readExample(sentence: PairSentence, line: number, engine: Engine, lexicon: Lexicon): Example | null {
  const { source, target } = sentence;
  const article = makeArticle(sentence.text, sentence.template, { entities: [...source, ...target] });
  if (!article.ok) return null;
  const doc = engine.resolve(article.value);
  const question = rankDrafts(doc, source, target, lexicon);
  const list = pairFeatures(question);
  const [best] = question.ranked;
  const rival = question.ranked.find(({ cameo }) => cameo !== best?.cameo);
  const own = best?.plover === sentence.plover ? best.cameo : sentence.cameo;
  const cameo = sentence.ofFrame ? own : sentence.cameo;
  return {
    line,
    features: sentence.ofFrame ? list.keys.filter((key) => !list.frameKeys.has(key)) : list.keys,
    ofFrames: list.frameKeys,
    answers: [EVENT_TYPES.indexOf(sentence.plover), EVENT_TYPES.indexOf(cameo)],
    frames: {
      type: best ? EVENT_TYPES.indexOf(best.cameo) : -1,
      margin: best ? best.score - (rival?.score ?? 0) : 0,
    },
  };
}
