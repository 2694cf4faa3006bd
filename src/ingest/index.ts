export { type Added, type AddOptions, addArticles } from './add-articles.ts';
export type { Coder } from './coder.ts';
export { addChanges, compareRecords, type ListChange, type RecordChange, type RecordList } from './compare-records.ts';
export { DOCUMENTS_AT_ONCE, isLinked, type LinkProgress, linkCase, relinkCase } from './link-case.ts';
export { type Recoded, recodeDocuments } from './recode.ts';
export { mergePairs, splitPairs, type TellingPair } from './rulings.ts';
export { isWeighed, type LinkedCase, readLinkedCase, weighCase } from './weigh-case.ts';
