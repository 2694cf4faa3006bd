import type { PlainDate, Span } from '../base/index.ts';
import type { PublishedBasis } from '../document/index.ts';

/** What the caller knows of a document beside its bytes. */
export interface ReadOptions {
  /** File name or the like: how problems name the document, and by its ending how the bytes are read. */
  readonly name: string;
  /** Publication date as ISO `YYYY-MM-DD`, used where the document itself gives none. */
  readonly published?: string | null;
  /** Who published it, used where the document itself does not say. */
  readonly source?: string | null;
  /** How the bytes are read, where the ending of the name does not say it. */
  readonly format?: Format | null;
  /** Encoding that the transport names, as a page's own declaration would. */
  readonly encoding?: string | null;
  /** What the feed, archive or message that held the document says of it. */
  readonly container?: ContainerFacts | null;
}

/** How a document's bytes are read. */
export type Format = 'text' | 'html' | 'jsonl';

/** Facts about a document from what it came in. They go before what the caller says of a whole run. */
export interface ContainerFacts {
  /** The container's own id of it: the `guid` of a feed's item, a message's id. */
  readonly externalId: string | null;
  /** Put on top of the text as its headline. */
  readonly title: string | null;
  /** A page's own word on its publisher goes before this. */
  readonly source: string | null;
  readonly url: string | null;
  /** The day of publication it states; never the day of a download. */
  readonly published: PlainDate | null;
}

/** Facts about a document that came with it, before its text is looked at. */
export interface Metadata {
  readonly externalId: string | null;
  readonly title: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly published: PlainDate | null;
  readonly publishedBasis: PublishedBasis;
  /** Offsets into the text as it was given. */
  readonly entities: readonly Span[] | null;
}

export const NO_METADATA: Metadata = {
  externalId: null,
  title: null,
  source: null,
  url: null,
  published: null,
  publishedBasis: 'unknown',
  entities: null,
};

/** Largest document read, in bytes of its file or in UTF-16 code units of its text. */
export const MAX_DOCUMENT = 2 * 1024 * 1024;
