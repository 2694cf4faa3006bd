export { INPUT_ENDINGS, inputFormatOf } from './formats.ts';
export { readSource } from './read-source.ts';
export type { Reading, RunFacts, Source } from './source.ts';
