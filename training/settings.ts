/** Everything training is tuned by; README.md says what was chosen on the dev parts and what was not. */
export const SETTINGS = {
  seed: 20170219,
  /** Files of the treebank folder that are learned from. */
  parts: ['ewt-train', 'ewt-dev', 'gum-train', 'gum-dev'],
  /** Share of sentences copied as headlines. */
  headlines: 0.1,
  /** Parts of the jack-knife by which the parser's tags are made. */
  folds: 5,
  /** Parts of the corpus by which words are made unknown. */
  lexiconFolds: 10,
  tokenizer: { epochs: 6, rounding: { threshold: 0.05, scale: 16 } },
  sentences: { epochs: 8, rounding: { threshold: 0.05, scale: 16 } },
  xpos: { epochs: 5, hidden: 64, leastCount: 15, dropFeatures: 0.15, dropHidden: 0.2, rate: 0.05 },
  upos: { epochs: 3, rounding: { threshold: 0.6, scale: 8 } },
  lemmas: { epochs: 6, rounding: { threshold: 0.1, scale: 16 } },
  names: { epochs: 6, rounding: { threshold: 0.1, scale: 16 } },
  parser: { networks: 3, epochs: 8, hidden: 64, leastCount: 30, dropFeatures: 0.1, dropHidden: 0.15, rate: 0.05 },
} as const;
