/** Everything training is tuned by; chosen on the dev parts of the treebanks. */
export const SETTINGS = {
  seed: 20170219,
  /** Share of sentences copied as headlines. */
  headlines: 0.08,
  /** Parts of the jack-knife by which the parser's tags are made. */
  folds: 5,
  tokenizer: { epochs: 6, rounding: { threshold: 0.05, scale: 16 } },
  sentences: { epochs: 8, rounding: { threshold: 0.05, scale: 16 } },
  xpos: { epochs: 3, rounding: { threshold: 0.5, scale: 8 } },
  upos: { epochs: 3, rounding: { threshold: 0.3, scale: 8 } },
  lemmas: { epochs: 6, rounding: { threshold: 0.1, scale: 16 } },
  names: { epochs: 6, rounding: { threshold: 0.1, scale: 16 } },
  parser: {
    epochs: 3,
    transitions: { threshold: 1, scale: 8 },
    labels: { threshold: 1, scale: 8 },
  },
} as const;
