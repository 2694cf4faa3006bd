import type { Token } from '../../document/index.ts';
import type { Atom } from '../dates/index.ts';
import type { DateMention } from '../resolved.ts';
import { type CountedNoun, lemmaOf } from './counted-noun.ts';
import type { NumberRead } from './numbers.ts';
import type { FigureWords } from './words.ts';

/** Rules of dates whose numbers are counts all the same ("within 48 hours" counts hours). */
const COUNTING_DATES = new Set(['dates/deadline']);

/** Whether a number is part of a date, a sum of money, a share, a time of day, a name or a compound, and so no count. */
export function isNoCount(
  atoms: readonly Atom[],
  number: NumberRead,
  dates: readonly DateMention[],
  words: FigureWords,
): boolean {
  const first = atoms[number.from];
  const before = atoms[number.from - 1];
  const after = atoms[number.to];
  if (!first) return true;
  return (
    isInDate(first, dates) ||
    isSum(first, before, after) ||
    isNumbering(first, before, words) ||
    isCompound(atoms, number) ||
    isClock(after, atoms[number.to + 1]) ||
    isAge(atoms, number)
  );
}

function isInDate(first: Atom, dates: readonly DateMention[]): boolean {
  return dates.some(({ span, rule }) => span.start <= first.start && first.start < span.end && !COUNTING_DATES.has(rule));
}

function isSum(first: Atom, before: Atom | undefined, after: Atom | undefined): boolean {
  if (before && /^[$€£¥₹#@]$/.test(before.text)) return true;
  if (after?.text === '%' || after?.text === '°') return true;
  return before?.glued === true && first.glued && /^[./:_]$/.test(before.text);
}

/** "Article 9", "Flight 17", "Seal Team Six". */
function isNumbering(first: Atom, before: Atom | undefined, words: FigureWords): boolean {
  if (!before || first.first) return false;
  if (words.numbered.has(before.lower) && /^(?:NN|NNP|NNS|NNPS)$/.test(before.token.xpos)) return true;
  return before.text === '.' && /^no\.?$/i.test(before.token.form);
}

/** "AK-47", "12-member", "two-thirds", "four-by-four". Ages and durations are read elsewhere. */
function isCompound(atoms: readonly Atom[], { from, to }: NumberRead): boolean {
  const [first, before, after] = [atoms[from], atoms[from - 1], atoms[to]];
  if (first?.glued && before && /^[-–]$/.test(before.text) && before.glued) return true;
  if (first?.glued && before && /^\p{L}$/u.test(before.text)) return true;
  return after?.glued === true && /^(?:-|–|\p{L}+|\/)$/u.test(after.text);
}

function isClock(after: Atom | undefined, next: Atom | undefined): boolean {
  if (!after) return false;
  if (/^(?:am|pm|gmt|utc)$/.test(after.lower) || /^[ap]\.?m\.?$/i.test(after.token.form)) return true;
  return after.lower === 'o' && /^['’]$/.test(next?.text ?? '');
}

/** "aged 30", "Ali Khan, 30, said", "the driver, 30, was freed". */
function isAge(atoms: readonly Atom[], { from, to }: NumberRead): boolean {
  const [before, after] = [atoms[from - 1], atoms[to]];
  if (/^(?:aged|age|ages)$/.test(before?.lower ?? '')) return true;
  return before?.text === ',' && after?.text === ',';
}

/** Whether the counted noun makes the number something else than a count of it. */
export function isRefusedNoun(number: NumberRead, counted: CountedNoun, atoms: readonly Atom[], words: FigureWords): boolean {
  const { head, modifiers } = counted;
  if (isDistance(head, atoms, number)) return true;
  if (words.refusedNouns.has(head.form.toLowerCase()) || words.refusedNouns.has(lemmaOf(head))) return true;
  if (modifiers.some((token) => words.refusedNouns.has(token.form.toLowerCase()))) return true;
  if (number.high === 1 && isOne(atoms[number.from])) return counted.partitive || words.refusedOne.has(head.form.toLowerCase());
  return false;
}

/** Words that place a length of time. */
const RELATIVE = /^(?:first|last|next|past|final|previous|coming|following|opening|closing)$/;

/** "two years later", "three days after the raid", "the first three months": places in time, not lengths of it. */
function isDistance(head: Token, atoms: readonly Atom[], { from, to }: NumberRead): boolean {
  if (!/^(?:hour|minute|day|week|month|year|decade|centurie|century)s?$/.test(head.form.toLowerCase())) return false;
  const next = atoms.slice(to, to + 6).find((atom) => atom.start >= head.end);
  return (
    /^(?:later|earlier|ago|after|before|afterwards|hence|prior|beforehand)$/.test(next?.lower ?? '') ||
    RELATIVE.test(atoms[from - 1]?.lower ?? '')
  );
}

function isOne(atom: Atom | undefined): boolean {
  return atom?.lower === 'one';
}
