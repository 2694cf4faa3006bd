export { makeArticle } from './article.ts';
export { readFullDate } from './date-line.ts';
export { readJsonLine, readObject, readPublished, readSpans } from './json-lines.ts';
export { MAX_DOCUMENT, type Metadata, type ReadOptions } from './options.ts';
export { type Format, formatOf, guessFormat, readDocument, readDocuments, readText } from './read-document.ts';
