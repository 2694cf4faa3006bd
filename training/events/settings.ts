/** Every number the event model is trained with. */
export const EVENT_SETTINGS = {
  seed: 20251,
  /** Sentences made of one template line; lines with few ways to read give fewer. */
  sentencesPerLine: 12,
  maxSentences: 30_000,
  /** Networks trained from different seeds and averaged, and the width of each. */
  members: 2,
  hidden: 24,
  epochs: 9,
  learningRate: 0.02,
  /** Share of features hidden at random while training, and of examples that lose all they have from frames. */
  featureDropout: 0.5,
  framesDropout: 0.35,
  /** A feature is kept if so many different template lines have it, or so many sentences of one. */
  minLines: 2,
  minSentences: 3,
  maxKeys: 52_000,
  folds: 5,
  l2: 1e-6,
} as const;
