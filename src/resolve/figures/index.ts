export { findFigures } from './find-figures.ts';
export { type FigureWords, loadFigureWords } from './words.ts';
