export { type Article, bareArticle, type PublishedBasis, type Zone } from './article.ts';
export { type ConlluSentence, type ConlluWord, documentFromConllu, readConllu, toConllu } from './conllu.ts';
export type { NameLabel, NameSpan, Parsed, Quotation } from './parsed.ts';
export type { Token } from './token.ts';
export type { Trace, TraceStep } from './trace.ts';
export { baseRelation, inZone, rangeSpan, sentenceSpan, Tree, tokensInSpan } from './tree.ts';
