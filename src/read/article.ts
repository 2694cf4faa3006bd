import { fail, ok, type Result, type Span, textId } from '../base/index.ts';
import type { Article, Zone } from '../document/index.ts';
import { cleanText } from './clean.ts';
import { foreignLanguage } from './language-check.ts';
import { MAX_DOCUMENT, type Metadata, NO_METADATA } from './options.ts';
import { readLayout } from './zones.ts';

/** An article of a given text: cleaned, its zones found, refused where it is empty, too long or not in English.
 * @param name how a problem names the document
 * @param marked zones of `given` that its format marks; the others are found by the layout */
export function makeArticle(
  given: string,
  name: string,
  metadata: Partial<Metadata> = {},
  marked: readonly Zone[] = [],
): Result<Article> {
  const known = { ...NO_METADATA, ...metadata };
  if (given.length > MAX_DOCUMENT) return fail('read/too-large', name, `longer than ${MAX_DOCUMENT} characters`);
  const { text, toClean } = cleanText(given);
  if (!/\S/.test(text)) return fail('read/empty', name, 'no text');
  const language = foreignLanguage(text);
  if (language !== null) return fail('read/not-english', name, `the text is not in English (looks like ${language})`);
  const toCleanSpan = ({ start, end }: Span) => ({ start: toClean(start), end: toClean(end) });
  const layout = readLayout(
    text,
    marked.map(({ kind, span }) => ({ kind, span: toCleanSpan(span) })),
  );
  const isDated = known.published === null && layout.published !== null;
  const headline = layout.zones.find(({ kind }) => kind === 'headline')?.span;
  return ok({
    id: textId(text),
    externalId: known.externalId,
    title: known.title ?? (headline ? text.slice(headline.start, headline.end) : null),
    source: known.source,
    url: known.url,
    published: isDated ? layout.published : known.published,
    publishedBasis: isDated ? 'dateline' : known.publishedBasis,
    language: 'en',
    text,
    zones: layout.zones,
    givenEntities: known.entities?.map(toCleanSpan) ?? null,
  });
}
