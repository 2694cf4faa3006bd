import type { PlainDate } from '../base/index.ts';
import { readFullDate } from './date-line.ts';
import type { HtmlNode } from './html-blocks.ts';

/** What a page's metadata say. */
export interface PageFacts {
  readonly title: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly published: PlainDate | null;
}

/** The part of a DOM document that is asked. */
export interface HtmlDocument extends HtmlNode {
  querySelectorAll(selector: string): Iterable<HtmlNode>;
}

const TITLES = ['og:title', 'twitter:title', 'dc.title'];
const SOURCES = ['og:site_name', 'application-name', 'dc.publisher', 'citation_publisher'];
const DATES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.date',
  'dc.date',
  'citation_publication_date',
  'date',
];

/** Longest title, publisher or address taken over. */
const LONGEST = 400;

/** Title, publisher, address and date of a page, from JSON-LD, meta tags, `<link rel=canonical>` and `<time pubdate>`. */
export function readPageFacts(document: HtmlDocument): PageFacts {
  const tags = readMetaTags(document);
  const linked = readLinkedData(document);
  const tag = (names: readonly string[]) => names.map((name) => tags.get(name)).find((value) => value !== undefined) ?? null;
  const source = linked.source ?? tag(SOURCES);
  const title = linked.title ?? tag(TITLES);
  const canonical = attributes(document, 'link[rel="canonical"]', 'href')[0] ?? tag(['og:url']);
  const dates = [
    ...DATES.flatMap((name) => tags.get(name) ?? []),
    ...attributes(document, 'time[pubdate], time[itemprop="datePublished"]', 'datetime'),
  ];
  return {
    title: title && withoutSource(title, source),
    source,
    url: canonical && /^https?:\/\/\S+$/i.test(canonical) ? canonical : null,
    published: linked.published ?? firstDate(dates),
  };
}

function firstDate(texts: readonly string[]): PlainDate | null {
  return texts.map(readFullDate).find((date) => date !== null) ?? null;
}

function readMetaTags(document: HtmlDocument): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const name = (
      meta.getAttribute?.('property') ??
      meta.getAttribute?.('name') ??
      meta.getAttribute?.('itemprop')
    )?.toLowerCase();
    const content = tidy(meta.getAttribute?.('content'));
    if (name && content && !tags.has(name)) tags.set(name, content);
  }
  return tags;
}

function attributes(document: HtmlDocument, selector: string, name: string): readonly string[] {
  return [...document.querySelectorAll(selector)].flatMap((node) => tidy(node.getAttribute?.(name)) ?? []);
}

/** Objects looked at in a page's JSON-LD. */
const MAX_OBJECTS = 2000;
const ARTICLE_TYPE = /Article$|^(?:BlogPosting|Report|LiveBlogPosting)$/;

/** The first article that a page's JSON-LD describes. Blocks that are not JSON are left out, as search engines do. */
function readLinkedData(document: HtmlDocument): Omit<PageFacts, 'url'> {
  const open: unknown[] = [...document.querySelectorAll('script[type="application/ld+json"]')]
    .map((script) => parseJson(script.textContent ?? ''))
    .reverse();
  for (let seen = 0; open.length > 0 && seen < MAX_OBJECTS; seen++) {
    const next = open.pop();
    if (Array.isArray(next)) open.push(...next.slice(0, MAX_OBJECTS).reverse());
    else if (isObject(next)) {
      const types = [next['@type']].flat();
      if (types.some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type))) return articleFacts(next);
      open.push(...['mainEntity', '@graph'].map((key) => next[key]).filter((value) => value !== undefined));
    }
  }
  return { title: null, source: null, published: null };
}

function articleFacts(article: Readonly<Record<string, unknown>>): Omit<PageFacts, 'url'> {
  const publisher = [article.publisher].flat()[0];
  const date = article.datePublished;
  return {
    title: tidy(article.headline),
    source: tidy(isObject(publisher) ? publisher.name : publisher),
    published: typeof date === 'string' ? readFullDate(date) : null,
  };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function tidy(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value
    .slice(0, 4 * LONGEST)
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' || text.length > LONGEST ? null : text;
}

/** "Title - The Paper" without the paper. */
function withoutSource(title: string, source: string | null): string {
  const tail =
    source === null ? null : [' - ', ' | ', ' – ', ' — '].map((dash) => dash + source).find((end) => title.endsWith(end));
  return tail ? title.slice(0, -tail.length) : title;
}
