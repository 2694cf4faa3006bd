export { type PhraseActor, resolvePhrase } from './actors/index.ts';
export { loadResolveKnowledge, type ResolveKnowledge, resolve } from './resolve.ts';
export type * from './resolved.ts';
