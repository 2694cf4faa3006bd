export { BadInput } from './bad-input.ts';
export { INPUT_ENDINGS, inputFormatOf } from './formats.ts';
export { splitLines, tooLongLine } from './json-lines.ts';
export { readSource } from './read-source.ts';
export { NOT_READ, type Reading, type RunFacts, type Source } from './source.ts';
export { type WebAnswer, webSource } from './web-source.ts';
