import type { TokenRange } from '../../base/index.ts';
import { baseRelation, type Quotation, type Token, type Tree } from '../../document/index.ts';
import { isInfinitive, isVerbal, joinRanges, rangesMeet, verbLemmas } from './grammar.ts';
import { quotationAround, type Reading, sentenceOf } from './reading.ts';

const QUOTES = new Set(['"', '“', '”', "''", '``', '‘', '’', "'", '`', '„', '«', '»']);
const OPENERS = new Set(['that', ',', ':', ';', '-', '–', '—', '--', '(', '...', '…', ')']);
const CLOSERS = new Set([',', ':', ';', '-', '–', '—', '--', '(', '.', 'and', 'but']);

/** Whether a token is a quotation mark. */
export function isQuoteMark(token: Token): boolean {
  return QUOTES.has(token.form) && token.upos !== 'PART';
}

/** Leaves away what does not belong to the content at its ends: quotation marks, commas, the complementiser, and a full stop that
 * ends the report's own sentence rather than the quoted one. Null where nothing is left. */
export function trimContent(reading: Reading, range: TokenRange): TokenRange | null {
  let { from, to } = range;
  const at = (index: number) => reading.tree.token(index);
  while (from < to && (isQuoteMark(at(from)) || opensOutside(at(from)))) from++;
  while (to > from) {
    const last = at(to - 1);
    if (!isQuoteMark(last) && !CLOSERS.has(last.form.toLowerCase())) break;
    if (last.form === '.' && quotationAround(reading, to - 1) && quotationAround(reading, from)) break;
    to--;
  }
  return from < to ? { from, to } : null;
}

function opensOutside(token: Token): boolean {
  const form = token.form.toLowerCase();
  return OPENERS.has(form) && (form !== 'that' || token.upos === 'SCONJ' || baseRelation(token.deprel) === 'mark');
}

/** The parts of a range outside some tokens, in order. */
export function piecesOutside(range: TokenRange, excluded: ReadonlySet<number>): readonly TokenRange[] {
  const pieces: TokenRange[] = [];
  let from = -1;
  for (let index = range.from; index <= range.to; index++) {
    const inside = index < range.to && !excluded.has(index);
    if (inside && from < 0) from = index;
    if (!inside && from >= 0) {
      pieces.push({ from, to: index });
      from = -1;
    }
  }
  return pieces;
}

/** The longest of some ranges; the first of equals. */
export function longest(ranges: readonly TokenRange[]): TokenRange | null {
  let best: TokenRange | null = null;
  for (const range of ranges) if (!best || range.to - range.from > best.to - best.from) best = range;
  return best;
}

/** The attributing words themselves: the verb, its subject and its adverbials, without the content clause and its conjuncts. */
export function cueZone(tree: Tree, verb: Token, content: Token | null): ReadonlySet<number> {
  const zone = new Set([verb.index]);
  for (const child of tree.children(verb)) {
    if (child === content || ['conj', 'ccomp', 'parataxis'].includes(baseRelation(child.deprel))) continue;
    if (child.upos === 'PUNCT' || child.upos === 'CCONJ') continue;
    if (content && child.index > content.index && verb.index < content.index) continue;
    for (const token of tree.subtree(child)) zone.add(token.index);
  }
  return zone;
}

/** Takes away what a reporting clause of its own has been attached to: ", adding that ...", ", but Kabul has threatened ...",
 * ", according to officials". Only outside quotation marks. */
export function cutForeign(reading: Reading, range: TokenRange, clause: Token): TokenRange {
  let to = range.to;
  const infinitive = isInfinitive(reading.tree, clause);
  for (let index = clause.index + 1; index < to; index++) {
    const token = reading.tree.token(index);
    const inQuote = quotationAround(reading, index);
    if (inQuote && inQuote.range.from > range.from) continue;
    if (inQuote && quotationAround(reading, clause.index) === inQuote) continue;
    if (!startsForeign(reading, token, infinitive)) continue;
    const start = clauseStart(reading, token, clause.index + 1);
    if (start > clause.index) to = Math.min(to, start);
  }
  return { from: range.from, to };
}

/** Whether a reporting verb has been attached inside what another one reports. */
export function startsForeign(reading: Reading, token: Token, infinitive: boolean): boolean {
  const { tree, lexicon } = reading;
  const before = tree.tokens[token.index - 1];
  if (token.form.toLowerCase() === 'according') return before?.form === ',';
  if (!isVerbal(token)) return false;
  const cue = verbLemmas(tree, token).some((lemma) => lexicon.verbs.has(lemma));
  if (token.xpos === 'VBG' && before?.form === ',' && cue) return true;
  const subject = tree.childBy(token, 'nsubj');
  if (clashesInTense(tree, token, subject)) return true;
  if (
    baseRelation(token.deprel) === 'conj' &&
    !subject &&
    cue &&
    ['VBD', 'VBZ', 'VBN'].includes(token.xpos) &&
    followsBut(reading, token)
  )
    return true;
  if (baseRelation(token.deprel) !== 'conj' || !subject || subject.index > token.index) return false;
  return infinitive || (cue && hasCommaBefore(reading, token));
}

/** "warned that it would retaliate and flew in more drones": a verb in the past is not coordinated with a bare one. */
function clashesInTense(tree: Tree, token: Token, subject: Token | null): boolean {
  const head = tree.head(token);
  const past = token.xpos === 'VBD' || tree.childrenBy(token, 'aux').some(({ xpos }) => xpos === 'VBD');
  return token.deprel === 'conj' && past && head?.xpos === 'VB' && !subject;
}

function followsBut(reading: Reading, token: Token): boolean {
  return reading.tree.childBy(token, 'cc')?.form.toLowerCase() === 'but' && hasCommaBefore(reading, token);
}

function hasCommaBefore(reading: Reading, token: Token): boolean {
  const joint = reading.tree.childBy(token, 'cc');
  const first = joint ?? reading.tree.token(reading.tree.subtreeRange(token).from);
  return reading.tree.tokens[first.index - 1]?.form === ',' || first.form === ',';
}

function clauseStart(reading: Reading, token: Token, least: number): number {
  if (token.xpos === 'VBG' || token.form.toLowerCase() === 'according') return token.index;
  const range = reading.tree.subtreeRange(token);
  const joint = reading.tree.childBy(token, 'cc');
  return Math.max(least, Math.min(joint?.index ?? range.from, token.index));
}

/** Stretches inside quotation marks that lie in one sentence. */
export function quotedPieces(reading: Reading, sentence: TokenRange): readonly { quotation: Quotation; range: TokenRange }[] {
  return reading.doc.quotations
    .filter((quotation) => rangesMeet(quotation.range, sentence))
    .map((quotation) => ({
      quotation,
      range: { from: Math.max(quotation.range.from, sentence.from), to: Math.min(quotation.range.to, sentence.to) },
    }));
}

/** Widens a range over quotations it cuts into, as far as they lie in the same sentence and do not hold the cue. */
export function coverQuotations(reading: Reading, range: TokenRange, cue: Token): TokenRange {
  let covered = range;
  for (const { range: piece } of quotedPieces(reading, sentenceOf(reading, cue))) {
    const holdsCue = piece.from <= cue.index && cue.index < piece.to;
    const jumpsCue = piece.from < cue.index !== covered.from < cue.index;
    if (!holdsCue && !jumpsCue && rangesMeet(piece, covered)) covered = joinRanges(covered, piece);
  }
  return covered;
}

/** Whether a stretch holds a verb, so that it says something rather than names something. */
export function saysSomething(reading: Reading, range: TokenRange): boolean {
  for (let index = range.from; index < range.to; index++) if (isVerbal(reading.tree.token(index))) return true;
  return false;
}
