export { type PhraseActor, resolvePhrase } from './actors/index.ts';
export { addUnits, NUMBER_WORDS, ORDINAL_WORDS, periodAround, UNIT_NAMES } from './dates/index.ts';
export { loadResolveKnowledge, type ResolveKnowledge, resolve } from './resolve.ts';
export type * from './resolved.ts';
