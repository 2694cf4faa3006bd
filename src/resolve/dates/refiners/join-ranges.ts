import { dateParts, type PlainDate, plainDate } from '../../../base/index.ts';
import type { DateMention } from '../../resolved.ts';
import type { Atom } from '../atoms.ts';
import type { Found } from '../found.ts';

const JOINS = /^(?:to|through|until|till|-|–|—)$/;

/** "from Monday to Wednesday", "between June 2010 and May 2012", "Tuesday-Friday": two dates become one stretch. */
export function joinRanges(found: readonly Found[], atoms: readonly Atom[]): readonly Found[] {
  const joined: Found[] = [];
  for (const next of found) {
    const last = joined.at(-1);
    const range = last && joinable(last, next, atoms) ? join(last, next) : null;
    if (range) joined.splice(-1, 1, range);
    else joined.push(next);
  }
  return joined;
}

function joinable(a: Found, b: Found, atoms: readonly Atom[]): boolean {
  const between = b.from - a.to - (atoms[b.from - 1]?.lower === 'the' ? 1 : 0);
  if (between !== 1) return false;
  const word = atoms[a.to]?.lower ?? '';
  const before = wordBefore(a, atoms);
  if (word === 'and') return before === 'between';
  return JOINS.test(word) && (before === 'from' || !/^\p{L}/u.test(word));
}

/** The word before, past "the". */
function wordBefore({ from }: Found, atoms: readonly Atom[]): string {
  const before = atoms[from - 1]?.lower ?? '';
  return before === 'the' ? (atoms[from - 2]?.lower ?? '') : before;
}

/** "from late May to early July 2016": the year said last holds for both. */
function sameYear({ start, rule }: DateMention, end: PlainDate | null): PlainDate | null {
  const parts = start && dateParts(start);
  const last = end && dateParts(end);
  if (!parts || !last || !/^dates\/month/.test(rule)) return start;
  const same = plainDate(last.year, parts.month, parts.day);
  return same && end && same > end ? plainDate(last.year - 1, parts.month, parts.day) : same;
}

function join(a: Found, b: Found): Found | null {
  const { end } = b.mention;
  const start = a.mention.basis === 'inferred' && b.mention.basis === 'stated' ? sameYear(a.mention, end) : a.mention.start;
  if (start && end && start > end) return null;
  const mention: DateMention = {
    span: { start: a.mention.span.start, end: b.mention.span.end },
    range: { from: a.mention.range.from, to: b.mention.range.to },
    start,
    end,
    granularity: 'span',
    basis: a.mention.basis === 'stated' && b.mention.basis === 'stated' ? 'stated' : 'inferred',
    rule: 'dates/joined-range',
  };
  return { from: a.from, to: b.to, mention };
}
