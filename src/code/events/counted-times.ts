import type { PlainDate } from '../../base/index.ts';
import type { Token, Tree } from '../../document/index.ts';
import { addUnits, NUMBER_WORDS, ORDINAL_WORDS, periodAround, type Resolved, UNIT_NAMES } from '../../resolve/index.ts';
import type { EventTime } from '../coded.ts';
import type { Draft } from './draft.ts';
import { isMainLine } from './tense.ts';

/** How many tokens of a sentence are read for a count ("two days after ..."), so that work stays bounded. */
const MAX_COUNTS = 8;

/** A count of units that sets two happenings apart: the one below the marker and the one the phrase belongs to. */
interface Count {
  readonly lower: Draft;
  readonly upper: Draft | null;
  /** Days, weeks, ... from the lower to the upper one; negative where the upper one came first. */
  readonly count: number;
  readonly unit: (typeof UNIT_NAMES)[number];
}

/** Dates what is told by its distance from something else: "a day after rebels seized the port, troops ...", "three weeks before the vote",
 * "the tenth anniversary of the bombing". Where neither side has a date, the report's own day stands for the upper one.
 * @param dated what is dated already; added to */
export function countTimes(
  doc: Resolved,
  inSentence: (token: Token) => readonly Draft[],
  dated: Map<Draft, EventTime>,
  tree: Tree,
): void {
  for (const range of doc.sentences) {
    const tokens = doc.tokens.slice(range.from, range.to);
    const drafts = tokens[0] ? inSentence(tokens[0]) : [];
    if (drafts.length > 0) for (const each of countsOf(tokens, drafts, tree)) apply(each, dated, doc.published);
  }
}

function apply({ lower, upper, count, unit }: Count, dated: Map<Draft, EventTime>, published: PlainDate | null): void {
  const known = upper ? dated.get(upper) : undefined;
  const below = dated.get(lower);
  if (below?.start && upper && !known) dated.set(upper, around(addUnits(below.start, count, unit), unit, below));
  if (below) return;
  const anchor = known?.start ?? (upper === null || !known ? published : null);
  if (anchor) dated.set(lower, around(addUnits(anchor, -count, unit), unit, known ?? null));
}

function around(date: PlainDate, unit: Count['unit'], from: EventTime | null): EventTime {
  const exact = unit === 'week' || unit === 'fortnight' ? 'day' : unit;
  return { ...periodAround(date, exact), span: from?.span ?? null };
}

function countsOf(tokens: readonly Token[], drafts: readonly Draft[], tree: Tree): readonly Count[] {
  const found: Count[] = [];
  for (const [at, token] of tokens.entries()) {
    if (found.length >= MAX_COUNTS) break;
    const read = readCount(tokens, at) ?? readAnniversary(tokens, at);
    const head = read && tree.head(token);
    const lower = head && draftOn(head, drafts);
    if (!read || !lower) continue;
    found.push({
      lower,
      upper: read.alone ? null : upperOf(read.unitToken, lower, drafts, tree),
      count: read.count,
      unit: read.unit,
    });
  }
  return found;
}

interface CountRead {
  readonly count: number;
  readonly unit: Count['unit'];
  readonly unitToken: Token;
  readonly alone: boolean;
}

/** "two days after", "a week before" in front of what they count from. */
function readCount(tokens: readonly Token[], at: number): CountRead | null {
  const marker = tokens[at]?.form.toLowerCase();
  const [unitToken, number] = [tokens[at - 1], tokens[at - 2]];
  if ((marker !== 'after' && marker !== 'before') || !unitToken) return null;
  const unit = UNIT_NAMES.find((name) => name === unitToken.lemma.toLowerCase());
  const count = number ? numberIn(number.form.toLowerCase()) : null;
  if (!unit) return null;
  if (count === null) return unit === 'hour' ? { count: 0, unit: 'day', unitToken, alone: false } : null;
  if (unit === 'hour') return { count: 0, unit: 'day', unitToken, alone: false };
  return { count: marker === 'after' ? count : -count, unit, unitToken, alone: false };
}

/** "the tenth anniversary of the bombing". */
function readAnniversary(tokens: readonly Token[], at: number): CountRead | null {
  const [noun, ordinal] = [tokens[at - 1], tokens[at - 2]];
  if (tokens[at]?.form.toLowerCase() !== 'of' || noun?.lemma.toLowerCase() !== 'anniversary' || !ordinal) return null;
  const count = ORDINAL_WORDS.get(ordinal.form.toLowerCase()) ?? digits(/^(\d{1,3})(?:st|nd|rd|th)$/.exec(ordinal.form)?.[1]);
  return count === null ? null : { count, unit: 'year', unitToken: noun, alone: true };
}

function numberIn(word: string): number | null {
  if (word === 'a' || word === 'an') return 1;
  return NUMBER_WORDS.get(word) ?? digits(word);
}

function digits(word: string | undefined): number | null {
  return word !== undefined && /^\d{1,3}$/.test(word) ? Number(word) : null;
}

function draftOn(head: Token, drafts: readonly Draft[]): Draft | null {
  return drafts.find((draft) => draft.predicate.token === head || draft.top === head) ?? null;
}

/** What the counted phrase belongs to: the first other draft above the unit, else what the sentence tells on its main line. */
function upperOf(unit: Token, lower: Draft, drafts: readonly Draft[], tree: Tree): Draft | null {
  for (const above of tree.pathToRoot(unit)) {
    const found = drafts.find((draft) => draft !== lower && (draft.predicate.token === above || draft.top === above));
    if (found) return found;
  }
  return drafts.find((draft) => draft !== lower && draft.predicate.kind === 'verb' && isMainLine(draft, tree)) ?? null;
}
