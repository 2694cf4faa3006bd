import type { TokenRange } from '../../base/index.ts';
import { baseRelation, type Token } from '../../document/index.ts';
import { saysSomething } from './content.ts';
import { quotationAround, type Reading, sentenceOf } from './reading.ts';

/** A content and the condition it is said under, taken off where it stands at one of the ends. */
export interface Conditional {
  readonly content: TokenRange;
  readonly condition: TokenRange | null;
}

/** Finds "if talks fail", "unless ...", "only if ..." in or right beside a content. */
export function splitCondition(reading: Reading, content: TokenRange, cue: Token | null): Conditional {
  const condition = findCondition(reading, content, cue) ?? conditionInFront(reading, content, cue);
  if (!condition) return { content, condition };
  let { from, to } = content;
  if (condition.from <= from) from = Math.max(from, condition.to);
  else if (condition.to >= to - 1) to = withoutJoint(reading, from, condition.from);
  return to - from >= 2 ? { content: { from, to }, condition } : { content, condition };
}

/** "achievable — but only if": what joins the condition goes too. */
function withoutJoint(reading: Reading, from: number, end: number): number {
  let to = end;
  while (
    to - 1 > from &&
    ['but', 'and', ',', '-', '–', '—', '--', 'only', 'even'].includes(reading.tree.token(to - 1).form.toLowerCase())
  )
    to--;
  return to;
}

/** "If the siege goes on, the minister said, it will cut aid": the condition stands before the cue, the rest behind it. */
function conditionInFront(reading: Reading, content: TokenRange, cue: Token | null): TokenRange | null {
  if (!cue || cue.index > content.from) return null;
  const { from } = sentenceOf(reading, cue);
  const start = reading.tree.token(from).upos === 'PUNCT' ? from + 1 : from;
  const length = markerLength(reading, start);
  const comma = reading.tree.tokens.slice(start, cue.index).find((token) => token.form === ',');
  if (length === 0 || !comma) return null;
  const range = { from: start, to: comma.index };
  return saysSomething(reading, range) ? range : null;
}

function findCondition(reading: Reading, content: TokenRange, cue: Token | null): TokenRange | null {
  const first = reading.tree.token(content.from);
  const sentence = sentenceOf(reading, first);
  const from = cue && cue.index < content.from && cue.index >= sentence.from ? cue.index + 1 : content.from;
  const quoteEnd = endOfQuote(reading, content);
  const until = Math.min(endOfReach(reading, content, sentence), quoteEnd);
  for (let index = from; index < until; index++) {
    const length = markerLength(reading, index);
    if (length === 0) continue;
    const clause = conditionClause(reading, index, length, content.to);
    if (clause) return { from: clause.from, to: withoutComma(reading, Math.min(clause.to, quoteEnd)) };
  }
  return null;
}

/** What stands behind the closing mark is not part of what was said. */
function endOfQuote(reading: Reading, content: TokenRange): number {
  const quotation = quotationAround(reading, content.from);
  return quotation && quotation.range.to >= content.to ? quotation.range.to : Number.POSITIVE_INFINITY;
}

/** A condition may follow the content directly ("..., if talks fail"). */
function endOfReach(reading: Reading, content: TokenRange, sentence: TokenRange): number {
  let end = content.to;
  while (end < sentence.to && end < content.to + 4 && ['PUNCT', 'CCONJ', 'ADV'].includes(reading.tree.token(end).upos)) end++;
  return Math.min(end + 1, sentence.to);
}

/** "until then", "until now": a time, no condition. */
const POINTS_BACK: ReadonlySet<string> = new Set([
  'then',
  'now',
  'recently',
  'yesterday',
  'today',
  'late',
  'early',
  'dawn',
  'midnight',
]);

function markerLength(reading: Reading, index: number): number {
  const first = reading.tree.token(index).form.toLowerCase();
  let best = 0;
  for (const marker of reading.lexicon.conditionMarkers) {
    if (!marker.startsWith(first)) continue;
    const words = marker.split(' ');
    if (words.length > best && words.every((word, offset) => reading.tree.tokens[index + offset]?.form.toLowerCase() === word))
      best = words.length;
  }
  return best === 1 && POINTS_BACK.has(reading.tree.tokens[index + 1]?.form.toLowerCase() ?? '') ? 0 : best;
}

function conditionClause(reading: Reading, index: number, length: number, until: number): TokenRange | null {
  const { tree } = reading;
  const marker = tree.token(index + length - 1);
  const clause = tree.head(marker) ?? marker;
  const isComplement = ['ccomp', 'csubj'].includes(baseRelation(clause.deprel)) && marker.form.toLowerCase() === 'if';
  if (isComplement || !['mark', 'advmod', 'case', 'fixed', 'cc'].includes(baseRelation(marker.deprel))) return null;
  const range = tree.subtreeRange(clause.index > marker.index ? clause : marker);
  const open = length === 1 && !saysSomething(reading, range) ? endOfOpen(reading, range.to, until) : range.to;
  if (open <= index + length || (length < 3 && !saysSomething(reading, { from: index, to: open }))) return null;
  if (open > range.to) return { from: index, to: withoutComma(reading, open) };
  return { from: index, to: withoutComma(reading, Math.max(range.to, endOfLast(reading, range.to, until))) };
}

/** "until foreign troops | leave": the parser took the subject for all of it; the condition goes on to the end or the next comma. */
function endOfOpen(reading: Reading, from: number, until: number): number {
  for (let index = from; index < until; index++) if (reading.tree.token(index).upos === 'PUNCT') return index;
  return Math.max(from, until);
}

/** A condition that comes last runs to the end of the content where no new subject starts behind what the parser made of it. */
function endOfLast(reading: Reading, from: number, until: number): number {
  const rest = reading.tree.tokens.slice(from, until);
  return rest.some((token) => baseRelation(token.deprel) === 'nsubj' || token.form === ';') ? from : until;
}

function withoutComma(reading: Reading, end: number): number {
  let to = end;
  while ([',', '.', '”', '"', ';', '—', '–'].includes(reading.tree.token(to - 1).form)) to--;
  return to;
}
