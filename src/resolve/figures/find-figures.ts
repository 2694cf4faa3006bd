import type { TokenRange } from '../../base/index.ts';
import type { Parsed } from '../../document/index.ts';
import { type Atom, atomTokens, readAtoms, resolveDates } from '../dates/index.ts';
import type { DateMention, Figure } from '../resolved.ts';
import { type Bounded, boundNumber } from './bounds.ts';
import { type CountedNoun, countedNoun, isPerson, pluralOf } from './counted-noun.ts';
import { readDuration } from './durations.ts';
import { findNone } from './none.ts';
import { type NumberRead, readNumber } from './numbers.ts';
import { findOutcome } from './outcome.ts';
import { isNoCount, isRefusedNoun } from './refusals.ts';
import type { FigureWords } from './words.ts';

/** Numbers up to this are not counts after "the", "these", "both" unless something happened to the counted: "the two sides". */
const SMALL = 10;

/** Finds the counted quantities of a report with their bounds and what they count. Dates, ages, sums of money, shares, times of
 * day and numbers in names are left out; lengths of time ("48 hours") are kept.
 * @param dates the report's dates, if they were read already */
export function findFigures(
  parsed: Parsed,
  words: FigureWords,
  dates: readonly DateMention[] = resolveDates(parsed),
): readonly Figure[] {
  const atoms = readAtoms(parsed);
  const figures: Figure[] = [];
  for (let at = 0; at < atoms.length; at++) {
    const number = readNumber(atoms, at, words);
    if (!number) {
      figures.push(...findNone(parsed, atoms, at, words));
      continue;
    }
    const figure = readFigure(parsed, atoms, number, dates, words);
    if (figure) figures.push(figure);
    at = number.to - 1;
  }
  return figures;
}

function readFigure(
  doc: Parsed,
  atoms: readonly Atom[],
  number: NumberRead,
  dates: readonly DateMention[],
  words: FigureWords,
): Figure | null {
  const duration = readDuration(atoms, number);
  if (duration) {
    const bounded = boundNumber(atoms, number, words);
    return makeFigure(atoms, { ...bounded, to: duration.to }, duration.of, duration.anchor);
  }
  if (isNoCount(atoms, number, dates, words)) return null;
  const bounded = boundNumber(atoms, number, words);
  const noun = countedNoun(doc, (atoms[bounded.to - 1]?.lastToken.index ?? -1) + 1, number.group, words);
  if (noun && isRefusedNoun(number, noun, atoms, words)) return null;
  return noun ? withNoun(doc, atoms, number, bounded, noun, words) : withoutNoun(doc, atoms, number, bounded, words);
}

function withNoun(
  doc: Parsed,
  atoms: readonly Atom[],
  number: NumberRead,
  bounded: Bounded,
  counted: CountedNoun,
  words: FigureWords,
): Figure | null {
  const { head, modifiers } = counted;
  const from = atoms[bounded.from]?.token.index ?? 0;
  const countable = isPerson(head, words) || words.outcomes.count.has(head.form.toLowerCase());
  const outcome = countable ? findOutcome({ doc, words, from, to: head.index + 1, modifiers, noun: head }) : null;
  if (!outcome && !isCount(number, counted, doc, from, words)) return null;
  const end = outcome?.adjacent ? outcome.word.index : head.index;
  return makeTokenFigure(doc, atoms, bounded, end, outcome?.of ?? pluralOf(head, words), outcome?.word.index ?? head.index);
}

/** Whether number and noun agree and the noun phrase is not an old acquaintance ("the two sides"). */
function isCount(number: NumberRead, { head, partitive }: CountedNoun, doc: Parsed, from: number, words: FigureWords): boolean {
  if (number.high !== 1 && /^(?:NN|NNP)$/.test(head.xpos) && !isPerson(head, words) && !/s$/.test(head.form)) return false;
  const before = doc.tokens[from - 1]?.form.toLowerCase() ?? '';
  if (number.high <= SMALL && (partitive || /^(?:the|these|those|both|its|their|his|her|our|'s|’s|of|all|other)$/.test(before)))
    return before === 'of' && !partitive;
  return !(number.high === 1 && /^(?:no|the|this|that|each|every|any|which|another)$/.test(before));
}

/** A number that stands alone counts people if something is said to have happened to them. */
function withoutNoun(
  doc: Parsed,
  atoms: readonly Atom[],
  number: NumberRead,
  bounded: Bounded,
  words: FigureWords,
): Figure | null {
  const from = atoms[bounded.from]?.token.index ?? 0;
  const to = (atoms[bounded.to - 1]?.lastToken.index ?? 0) + 1;
  if (isPronounOne(atoms, number) || !Number.isInteger(number.low)) return null;
  const next = doc.tokens[to];
  const skip = next && next.sentence === doc.tokens[from]?.sentence && /^(?:more|others?)$/i.test(next.form) ? 1 : 0;
  const outcome = findOutcome({ doc, words, from, to: to + skip, modifiers: [], noun: null });
  if (!outcome) return null;
  const end = outcome.adjacent ? outcome.word.index : to + skip - 1;
  return makeTokenFigure(doc, atoms, bounded, end, outcome.of, outcome.word.index);
}

/** "one of them", "no one", "the one who". */
function isPronounOne(atoms: readonly Atom[], { from, to, high }: NumberRead): boolean {
  if (high !== 1 || atoms[from]?.lower !== 'one') return false;
  return (
    /^(?:no|the|any|every|this|that|each|some|another|which|by)$/.test(atoms[from - 1]?.lower ?? '') ||
    /^(?:of|who|another|whose|that|by)$/.test(atoms[to]?.lower ?? '')
  );
}

function makeTokenFigure(
  doc: Parsed,
  atoms: readonly Atom[],
  bounded: Bounded,
  last: number,
  of: string,
  anchor: number,
): Figure {
  const start = atoms[bounded.from]?.start ?? 0;
  const from = atoms[bounded.from]?.token.index ?? 0;
  const end = doc.tokens[last]?.end ?? start;
  return finish({ start, end }, { from, to: last + 1 }, bounded, of, anchor);
}

function makeFigure(atoms: readonly Atom[], bounded: Bounded, of: string, anchor: number): Figure {
  const span = { start: atoms[bounded.from]?.start ?? 0, end: atoms[bounded.to - 1]?.end ?? 0 };
  return finish(span, atomTokens(atoms, bounded.from, bounded.to), bounded, of, anchor);
}

function finish(
  span: Figure['span'],
  range: TokenRange,
  { low, high, approximate }: Bounded,
  of: string,
  anchor: number,
): Figure {
  return { span, range, low, high, approximate, of, anchor };
}
