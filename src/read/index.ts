export { makeArticle } from './article.ts';
export { readFullDate } from './date-line.ts';
export { decodeText } from './decode.ts';
export { readJsonLine, readObject, readPublished, readSpans } from './json-lines.ts';
export { type ContainerFacts, type Format, MAX_DOCUMENT, type Metadata, type ReadOptions } from './options.ts';
export { FORMATS, formatOf, guessFormat, readDocument, readDocuments, readText } from './read-document.ts';
