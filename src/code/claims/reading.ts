import type { Span, TokenRange } from '../../base/index.ts';
import type { Stance } from '../../codebook/index.ts';
import { type Quotation, type Token, type Trace, Tree } from '../../document/index.ts';
import type { EntityId, Mention, Resolved } from '../../resolve/index.ts';
import type { SpeechLexicon } from './lexicon.ts';

/** Everything a rule on speech looks at, made once for a document. */
export interface Reading {
  readonly doc: Resolved;
  readonly tree: Tree;
  readonly lexicon: SpeechLexicon;
  /** Mention by the index of its head. */
  readonly mentions: ReadonlyMap<number, Mention>;
  readonly trace: Trace;
}

/** What is needed to look up who a word stands for. */
export type MentionReading = Pick<Reading, 'doc' | 'tree' | 'mentions'>;

/** A claim before it has its number. Ranges count tokens. */
export interface Draft {
  /** Token that attributes the statement; null in a continued quotation. */
  readonly cue: Token | null;
  readonly cueRange: TokenRange | null;
  /** Head of the noun phrase that names the speaker, where there is one. */
  readonly speakerToken: Token | null;
  readonly speaker: EntityId | null;
  readonly speakerSpan: Span | null;
  readonly stance: Stance;
  readonly addressee: EntityId | null;
  readonly content: TokenRange;
  readonly condition: TokenRange | null;
  readonly rule: string;
}

/** Prepares a document for the rules. */
export function makeReading(doc: Resolved, lexicon: SpeechLexicon, trace: Trace): Reading {
  const mentions = new Map(doc.mentions.map((mention) => [mention.head, mention]));
  return { doc, tree: new Tree(doc.tokens), lexicon, mentions, trace };
}

/** The mention a token heads; also the mention of a name it is the title or a part of ("Gen. Waziri" from "Gen."). */
export function mentionOf(reading: MentionReading, token: Token): Mention | null {
  const own = reading.mentions.get(token.index);
  if (own) return own;
  for (const child of reading.tree.childrenBy(token, 'flat', 'appos', 'compound')) {
    if (baseOf(child) === 'compound' && child.upos !== 'PROPN') continue;
    const named = reading.mentions.get(child.index);
    if (named && (named.form === 'name' || named.form === 'given') && baseOf(child) !== 'compound') return named;
  }
  const around = reading.doc.mentions.find(
    (mention) => mention.range.from <= token.index && token.index < mention.range.to && mention.form !== 'adjective',
  );
  return around && headsRange(reading, token, around.range) ? around : null;
}

function headsRange(reading: MentionReading, token: Token, range: TokenRange): boolean {
  const head = token.head;
  return (head < range.from || head >= range.to) && token.sentence === reading.tree.token(range.from).sentence;
}

function baseOf(token: Token): string {
  return token.deprel.split(':')[0] ?? '';
}

/** The innermost quotation that holds a token, if any. */
export function quotationAround(reading: Reading, index: number): Quotation | null {
  let found: Quotation | null = null;
  for (const quotation of reading.doc.quotations)
    if (quotation.range.from <= index && index < quotation.range.to)
      if (!found || quotation.range.to - quotation.range.from <= found.range.to - found.range.from) found = quotation;
  return found;
}

/** The token range of the sentence a token stands in. */
export function sentenceOf(reading: Reading, token: Token): TokenRange {
  const range = reading.doc.sentences[token.sentence];
  if (!range) throw new RangeError(`sentence ${token.sentence} is not below ${reading.doc.sentences.length}`);
  return range;
}

/** Whether two tokens stand in one paragraph (no line break between them). */
export function sameParagraph(reading: Reading, from: Token, to: Token): boolean {
  const [first, last] = from.index <= to.index ? [from, to] : [to, from];
  return !reading.doc.text.slice(first.end, last.start).includes('\n');
}
