import type { AnyFeed } from 'feedsmith';

/** What a feed says of one report. Texts may be marked up. */
export interface FeedItem {
  /** The feed's own id of it, else null. */
  readonly id: string | null;
  readonly title: string | null;
  readonly url: string | null;
  /** As the feed writes it. */
  readonly published: string | null;
  /** Who published it: who it was taken over from, else whose feed it is. */
  readonly source: string | null;
  /** The report itself where the feed holds it, else its summary. */
  readonly text: string | null;
  readonly isSummary: boolean;
}

/** The items of a feed (RSS 0.9 to 2.0, RDF, Atom, JSON Feed) in its order. */
export function feedItems(parsed: AnyFeed): readonly FeedItem[] {
  switch (parsed.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map((item) => ({
        id: item.guid?.value ?? null,
        title: item.title ?? null,
        url: item.link ?? (item.guid?.isPermaLink === false ? null : (item.guid?.value ?? null)),
        published: item.pubDate ?? item.dc?.dates?.[0] ?? null,
        source: item.source?.title ?? parsed.feed.title ?? null,
        ...fullOr(item.content?.encoded, item.description),
      }));
    case 'rdf':
      return (parsed.feed.items ?? []).map((item) => ({
        id: item.rdf?.about ?? null,
        title: item.title ?? null,
        url: item.link ?? null,
        published: item.dc?.dates?.[0] ?? null,
        source: parsed.feed.title ?? null,
        ...fullOr(item.content?.encoded, item.description),
      }));
    case 'atom':
      return (parsed.feed.entries ?? []).map((entry) => ({
        id: entry.id ?? null,
        title: entry.title?.value ?? null,
        url: entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href ?? null,
        published: entry.published ?? entry.updated ?? null,
        source: entry.source?.title?.value ?? parsed.feed.title?.value ?? null,
        ...fullOr(entry.content?.value, entry.summary?.value),
      }));
    case 'json':
      return (parsed.feed.items ?? []).map((item) => ({
        id: item.id ?? null,
        title: item.title ?? null,
        url: item.url ?? null,
        published: item.date_published ?? null,
        source: parsed.feed.title ?? null,
        ...fullOr(item.content_html ?? item.content_text, item.summary),
      }));
  }
}

function fullOr(full: string | undefined, summary: string | undefined): Pick<FeedItem, 'text' | 'isSummary'> {
  const isSummary = full === undefined || full.trim() === '';
  return { text: (isSummary ? summary : full) ?? null, isSummary };
}
