export { code } from './code.ts';
export type * from './coded.ts';
export { scoreOf } from './events/code-events.ts';
export { type Lexicon, loadLexicon } from './lexicon.ts';
export { rankDrafts, type RelateProfile, type Relation, relateSpans } from './relate.ts';
