import type { Article } from '../document/index.ts';
import type { SourceFacts } from '../store/index.ts';

/** What of an article the store keeps without looking inside. */
type Reading = Pick<Article, 'zones' | 'givenEntities'>;

/** The facts of an article beside its text: with the text they give the article back. */
export function toFacts(article: Article): SourceFacts {
  const { externalId, title, source, url, published, publishedBasis, language, zones, givenEntities } = article;
  const reading: Reading = { zones, givenEntities };
  return { externalId, title, source, url, published, publishedBasis, language, reading: JSON.stringify(reading) };
}

/** The article a text was, with the facts of one of its sources. */
export function toArticle(id: string, text: string, facts: SourceFacts): Article {
  const { reading, publishedBasis, ...rest } = facts;
  const { zones = [], givenEntities = null } = JSON.parse(reading) as Partial<Reading>;
  return { id, text, ...rest, publishedBasis: publishedBasis as Article['publishedBasis'], zones, givenEntities };
}
