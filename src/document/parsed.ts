import type { Span, TokenRange } from '../base/index.ts';
import type { Article } from './article.ts';
import type { Token } from './token.ts';

/** A stretch inside quotation marks; may run over several sentences. */
export interface Quotation {
  /** From the opening to past the closing mark. */
  readonly span: Span;
  /** Without the marks. */
  readonly inner: Span;
  /** Tokens of `inner`. */
  readonly range: TokenRange;
  /** No closing mark: the quotation goes on in the next paragraph (or the text is broken off). */
  readonly open: boolean;
}

/** Kinds the name finder tells apart. */
export type NameLabel = 'person' | 'place' | 'organisation' | 'other';

/** A proper name as found by the name finder, not yet resolved. */
export interface NameSpan {
  readonly range: TokenRange;
  readonly label: NameLabel;
}

/** An article with its language read: words, sentences, one dependency tree a sentence, quotations, names. */
export interface Parsed extends Article {
  readonly tokens: readonly Token[];
  /** Token ranges, in order, covering every token. */
  readonly sentences: readonly TokenRange[];
  readonly quotations: readonly Quotation[];
  readonly names: readonly NameSpan[];
}
