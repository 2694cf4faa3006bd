import { type PlainDate, type Span, textId } from '../base/index.ts';

/** How the publication date is known. */
export type PublishedBasis = 'given' | 'metadata' | 'dateline' | 'inferred' | 'unknown';

/** A stretch of the text that is not running prose of the report. Everything outside a zone is body text. */
export interface Zone {
  readonly kind: 'headline' | 'byline' | 'dateline' | 'caption' | 'credit';
  readonly span: Span;
}

/** One report as read. `text` never changes afterwards: every later offset points into it. */
export interface Article {
  /** SHA-256 of `text`, hex. */
  readonly id: string;
  /** The caller's own id (a JSONL line's `id`). */
  readonly externalId: string | null;
  readonly title: string | null;
  /** Who published it. */
  readonly source: string | null;
  readonly url: string | null;
  readonly published: PlainDate | null;
  readonly publishedBasis: PublishedBasis;
  readonly language: string;
  readonly text: string;
  /** Ordered, not overlapping. */
  readonly zones: readonly Zone[];
  /** Actor spans given by the caller, to be used as they are; null where the engine is to find them. */
  readonly givenEntities: readonly Span[] | null;
}

/** An article of which only the text is known. */
export function bareArticle(text: string): Article {
  return {
    id: textId(text),
    externalId: null,
    title: null,
    source: null,
    url: null,
    published: null,
    publishedBasis: 'unknown',
    language: 'en',
    text,
    zones: [],
    givenEntities: null,
  };
}
