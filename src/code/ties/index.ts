export { findTies } from './find-ties.ts';
export { loadTieLexicon, type TieLexicon } from './lexicon.ts';
