import { overlaps, type Span } from '../../base/index.ts';
import type { Token } from '../../document/index.ts';
import type { Entity } from '../../resolve/index.ts';
import type { PairQuestion } from './question.ts';

/** Longest sentence looked at, in tokens to either side of the source. */
const MAX_REACH = 120;

/** One of the two parties in its sentence. */
export interface PartyView {
  /** Head word of the span. */
  readonly head: Token;
  /** Token indices of the span. */
  readonly tokens: ReadonlySet<number>;
  readonly entity: Entity | null;
}

/** The sentence of a question with both parties found in it. */
export interface PairView {
  readonly source: PartyView | null;
  readonly target: PartyView | null;
  readonly sentence: readonly Token[];
}

/** Finds the two parties; of several spans the pair that stands in one sentence, nearest first. */
export function viewPair(question: PairQuestion): PairView {
  const sources = question.source.map((span) => partyOf(question, span)).filter((party) => party !== null);
  const targets = question.target.map((span) => partyOf(question, span)).filter((party) => party !== null);
  let best: readonly [PartyView | null, PartyView | null] = [sources[0] ?? null, targets[0] ?? null];
  let least = Number.POSITIVE_INFINITY;
  for (const source of sources)
    for (const target of targets) {
      const far = source.head.sentence === target.head.sentence ? 0 : 10_000;
      const distance = far + Math.abs(source.head.index - target.head.index);
      if (distance < least) [best, least] = [[source, target], distance];
    }
  const [source, target] = best;
  const anchor = source?.head ?? target?.head ?? null;
  return { source, target, sentence: anchor ? sentenceAround(question, anchor) : [] };
}

function partyOf({ doc, drafted }: PairQuestion, span: Span): PartyView | null {
  const inside = tokensOf(doc.tokens, span);
  const tokens = new Set(inside.map(({ index }) => index));
  const head = inside.find((token) => !tokens.has(token.head)) ?? null;
  if (!head) return null;
  const id = drafted.context.parties.mentionAt(head)?.entities[0] ?? null;
  return { head, tokens, entity: id === null ? null : drafted.context.parties.entity(id) };
}

function tokensOf(tokens: readonly Token[], span: Span): readonly Token[] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const found: Token[] = [];
  for (let at = low; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || !overlaps(token, span)) break;
    found.push(token);
  }
  return found;
}

function sentenceAround({ doc }: PairQuestion, anchor: Token): readonly Token[] {
  const range = doc.sentences[anchor.sentence];
  if (!range) return [anchor];
  return doc.tokens.slice(Math.max(range.from, anchor.index - MAX_REACH), Math.min(range.to, anchor.index + MAX_REACH));
}
