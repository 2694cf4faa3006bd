export { code } from './code.ts';
export type * from './coded.ts';
export { draftSentence } from './draft.ts';
export type { Clues, Confidence } from './events/confidence.ts';
export { type EventModel, loadEventModel } from './learned/index.ts';
export { type Lexicon, loadLexicon, newsVerbs } from './lexicon.ts';
export { type RelateProfile, type Relation, rankDrafts, relateSpans } from './relate.ts';
