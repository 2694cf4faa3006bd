import type { TokenRange } from '../../base/index.ts';
import type { Token } from '../../document/index.ts';
import { cueZone, isQuoteMark, quotedPieces, saysSomething } from './content.ts';
import { type Found, plainly } from './found.ts';
import { isVerbal } from './grammar.ts';
import { type Reading, sameParagraph, sentenceOf } from './reading.ts';

/** A shorter second stretch is not a statement of its own. */
const SECOND_LENGTH = 5;

/** The quotation a speech verb introduces or closes: beside the verb, with only its own subject and adverbials between. */
export function findQuoted(reading: Reading, verb: Token): Found | null {
  const sentence = sentenceOf(reading, verb);
  const zone = cueZone(reading.tree, verb, null);
  const pieces = quotedPieces(reading, sentence)
    .map(({ range }) => range)
    .filter((range) => !(range.from <= verb.index && verb.index < range.to) && range.to > range.from);
  const before = pieces.filter((range) => range.to <= verb.index && isBeside(reading, range, verb, zone)).at(-1) ?? null;
  const after = pieces.find((range) => range.from > verb.index && isBeside(reading, range, verb, zone)) ?? null;
  const main = before && after ? fuller(reading, before, after) : (before ?? after);
  if (main && isStatement(reading, main)) {
    const other = main === before ? after : before;
    return { ...plainly(main, null), second: other && isSecond(reading, other) ? other : null };
  }
  return outsideSentence(reading, verb, sentence);
}

function fuller(reading: Reading, before: TokenRange, after: TokenRange): TokenRange {
  const length = ({ from, to }: TokenRange) => to - from;
  if (saysSomething(reading, before) !== saysSomething(reading, after)) return saysSomething(reading, before) ? before : after;
  return length(after) > length(before) ? after : before;
}

function isStatement(reading: Reading, range: TokenRange): boolean {
  return range.to - range.from >= 3 || saysSomething(reading, range);
}

function isSecond(reading: Reading, range: TokenRange): boolean {
  const { tree } = reading;
  if (range.to - range.from < SECOND_LENGTH) return false;
  return tree.tokens.slice(range.from, range.to).some((token) => isVerbal(token) && tree.childBy(token, 'nsubj') !== null);
}

function isBeside(reading: Reading, quoted: TokenRange, verb: Token, zone: ReadonlySet<number>): boolean {
  const before = quoted.to <= verb.index;
  const [from, to] = before ? [quoted.to, verb.index] : [verb.index + 1, quoted.from];
  for (let index = from; index < to; index++) {
    const token = reading.tree.token(index);
    if (token.upos === 'PUNCT' || isQuoteMark(token) || zone.has(index)) continue;
    if (['ADV', 'CCONJ', 'SCONJ', 'AUX', 'PART', 'DET'].includes(token.upos)) continue;
    if (!before && token.form.toLowerCase() === 'that') continue;
    return false;
  }
  return before || !hasOpenClause(reading, verb, quoted);
}

/** "said the rebels were "finished" yesterday": the quotation is a word inside a clause, not the statement itself. */
function hasOpenClause(reading: Reading, verb: Token, quoted: TokenRange): boolean {
  return reading.tree.tokens.slice(verb.index + 1, quoted.from).some((token) => token.upos === 'VERB');
}

/** A sentence end was set between quotation and cue: '"Stop!" cried the guard', 'He said: "..."'. */
function outsideSentence(reading: Reading, verb: Token, sentence: TokenRange): Found | null {
  const { tree } = reading;
  const first = tree.token(sentence.from);
  const previous = reading.doc.sentences[first.sentence - 1];
  if (
    previous &&
    verb.index - sentence.from <= 6 &&
    startsLow(reading, sentence) &&
    sameParagraph(reading, tree.token(previous.to - 1), first)
  ) {
    const piece = quotedPieces(reading, previous).at(-1);
    if (piece && !piece.quotation.open && sentence.from - piece.range.to <= 2 && isStatement(reading, piece.range))
      return plainly(piece.range, null);
  }
  const last = tree.token(sentence.to - 1);
  const next = reading.doc.sentences[first.sentence + 1];
  if (next && [':', ','].includes(last.form) && sameParagraph(reading, last, tree.token(next.from))) {
    const piece = quotedPieces(reading, next)[0];
    if (piece && piece.range.from - next.from <= 1 && isStatement(reading, piece.range)) return plainly(piece.range, null);
  }
  return null;
}

/** A sentence that starts in lower case, or with a closing mark, goes on from the one before. */
function startsLow(reading: Reading, sentence: TokenRange): boolean {
  const tokens = reading.tree.tokens.slice(sentence.from, sentence.from + 2);
  const [first, second] = tokens;
  const word = first && (isQuoteMark(first) || first.form === ',') ? second : first;
  return word !== undefined && /^\p{Ll}/u.test(word.form);
}
