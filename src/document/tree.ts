import type { Span, TokenRange } from '../base/index.ts';
import type { Parsed } from './parsed.ts';
import type { Token } from './token.ts';

/** The relation without its subtype: `nsubj:pass` -> `nsubj`. */
export function baseRelation(deprel: string): string {
  const colon = deprel.indexOf(':');
  return colon < 0 ? deprel : deprel.slice(0, colon);
}

/** Walks the dependency trees of one parsed document. Children are listed in text order. */
export class Tree {
  readonly tokens: readonly Token[];
  readonly #children: readonly (readonly Token[])[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
    const children: Token[][] = tokens.map(() => []);
    for (const token of tokens) if (token.head >= 0) children[token.head]?.push(token);
    this.#children = children;
  }

  /** @throws RangeError where there is no such token */
  token(index: number): Token {
    const token = this.tokens[index];
    if (!token) throw new RangeError(`token ${index} is not below ${this.tokens.length}`);
    return token;
  }

  /** Dependents in text order. */
  children(token: Token): readonly Token[] {
    return this.#children[token.index] ?? [];
  }

  head(token: Token): Token | null {
    return token.head < 0 ? null : this.token(token.head);
  }

  /** First dependent with one of the relations; `nsubj` also takes `nsubj:pass` and other subtypes, `nsubj:pass` only itself. */
  childBy(token: Token, ...relations: readonly string[]): Token | null {
    return this.children(token).find((child) => hasRelation(child, relations)) ?? null;
  }

  /** All dependents with one of the relations (subtypes as in {@link childBy}). */
  childrenBy(token: Token, ...relations: readonly string[]): readonly Token[] {
    return this.children(token).filter((child) => hasRelation(child, relations));
  }

  /** The token and everything below it, in text order. */
  subtree(token: Token): readonly Token[] {
    const found: Token[] = [];
    const open = [token];
    for (let next = open.pop(); next; next = open.pop()) {
      found.push(next);
      open.push(...this.children(next));
    }
    return found.sort((a, b) => a.index - b.index);
  }

  /** Smallest token range holding the subtree. */
  subtreeRange(token: Token): TokenRange {
    let [from, to] = [token.index, token.index + 1];
    const open = [token];
    for (let next = open.pop(); next; next = open.pop()) {
      if (next.index < from) from = next.index;
      if (next.index >= to) to = next.index + 1;
      open.push(...this.children(next));
    }
    return { from, to };
  }

  /** Whether `token` is `ancestor` or below it. */
  isWithin(token: Token, ancestor: Token): boolean {
    for (let next: Token | null = token; next; next = this.head(next)) if (next.index === ancestor.index) return true;
    return false;
  }

  /** The token and the heads above it, nearest first. */
  pathToRoot(token: Token): readonly Token[] {
    const path: Token[] = [];
    for (let next: Token | null = token; next; next = this.head(next)) path.push(next);
    return path;
  }

  /** The token itself and its conjuncts ("A, B and C" from A: A, B, C). */
  withConjuncts(token: Token): readonly Token[] {
    return [token, ...this.childrenBy(token, 'conj').flatMap((conjunct) => this.withConjuncts(conjunct))];
  }

  /** Lower-case text of the `case` marker(s): `from`, `according to`; empty where there is none. */
  preposition(token: Token): string {
    return this.childrenBy(token, 'case')
      .filter((marker) => marker.index < token.index)
      .flatMap((marker) => [marker, ...this.childrenBy(marker, 'fixed')])
      .map((marker) => marker.form.toLowerCase())
      .join(' ');
  }
}

function hasRelation(token: Token, relations: readonly string[]): boolean {
  return relations.includes(token.deprel) || relations.includes(baseRelation(token.deprel));
}

/** Span from the first to the last token of a range. @throws RangeError on an empty range or one outside the tokens */
export function rangeSpan(tokens: readonly Token[], range: TokenRange): Span {
  const first = tokens[range.from];
  const last = tokens[range.to - 1];
  if (!first || !last || range.to <= range.from)
    throw new RangeError(`token range ${range.from}..${range.to} is empty or outside 0..${tokens.length}`);
  return { start: first.start, end: last.end };
}

/** Tokens that lie wholly inside a span, as a range (empty range where none does). */
export function tokensInSpan(tokens: readonly Token[], span: Span): TokenRange {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while ((tokens[to]?.end ?? Number.POSITIVE_INFINITY) <= span.end) to++;
  return { from: low, to };
}

/** Text span of a sentence. */
export function sentenceSpan(doc: Parsed, sentence: number): Span {
  const range = doc.sentences[sentence];
  if (!range) throw new RangeError(`sentence ${sentence} is not below ${doc.sentences.length}`);
  return rangeSpan(doc.tokens, range);
}

/** Whether a token stands in a zone of one of the kinds (headline, caption, ...). */
export function inZone(doc: Parsed, span: Span, ...kinds: readonly string[]): boolean {
  return doc.zones.some((zone) => kinds.includes(zone.kind) && zone.span.start <= span.start && span.end <= zone.span.end);
}
