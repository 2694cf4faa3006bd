import type { Atom } from '../dates/index.ts';
import type { NumberRead } from './numbers.ts';
import type { Bound, FigureWords } from './words.ts';

/** Limits of a number with the words that bound it. */
export interface Bounded {
  /** First atom, bounding words included. */
  readonly from: number;
  /** One past the last atom. */
  readonly to: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly approximate: boolean;
}

/** Joins a number with the bounding words before it ("more than", "an estimated") and after it ("or more", "or so"). */
export function boundNumber(atoms: readonly Atom[], number: NumberRead, words: FigureWords): Bounded {
  const before = boundsBefore(atoms, number, words);
  const after = boundAfter(atoms, number.to);
  const bounded = [...before.bounds, ...(after ? [after.bound] : [])].reduce(applyBound, plainLimits(number));
  return { ...bounded, from: before.from, to: after?.to ?? number.to };
}

type Limits = Pick<Bounded, 'low' | 'high' | 'approximate'>;

function plainLimits({ low, high, group }: NumberRead): Limits {
  return { low, high, approximate: group };
}

function applyBound({ low, high, approximate }: Limits, bound: Bound): Limits {
  switch (bound) {
    case 'above':
      return { low: low === null ? null : low + 1, high: null, approximate };
    case 'from':
      return { low, high: null, approximate };
    case 'to':
      return { low: null, high, approximate };
    case 'below':
      return { low: null, high: high === null ? null : high - 1, approximate };
    case 'about':
      return { low, high, approximate: true };
    case 'exact':
      return { low, high, approximate };
  }
}

/** The longest bounding phrases that end right before the number; two may stand together ("at least another"). */
function boundsBefore(
  atoms: readonly Atom[],
  number: NumberRead,
  words: FigureWords,
): { from: number; bounds: readonly Bound[] } {
  let { from } = number;
  if (number.high > number.low && !number.group && atoms[from - 1]?.lower === 'between') from--;
  const bounds: Bound[] = [];
  for (let round = 0; round < 3; round++) {
    const found = phraseBefore(atoms, from, words);
    if (!found) break;
    bounds.push(found.bound);
    from = found.from;
  }
  return { from, bounds };
}

function phraseBefore(atoms: readonly Atom[], end: number, words: FigureWords): { from: number; bound: Bound } | null {
  const sentence = atoms[end]?.token.sentence;
  for (let length = Math.min(words.longest, end); length > 0; length--) {
    const phrase = atoms.slice(end - length, end);
    if (phrase[0]?.token.sentence !== sentence || phrase.some(isParticle)) continue;
    if (phrase[0]?.lower === 'over' && HANDING.test(atoms[end - length - 1]?.lower ?? '')) continue;
    const bound = words.bounds.get(phrase.map((atom) => atom.lower).join(' '));
    if (bound) return { from: end - length, bound };
  }
  return null;
}

/** Verbs that take "over" as a particle. */
const HANDING =
  /^(?:hand|hands|handed|handing|turn|turns|turned|turning|take|takes|took|taken|taking|give|gave|given|sign|signed|carry|carried|pass|passed)$/;

/** The "over" of "hand over 12 men". */
function isParticle(atom: Atom): boolean {
  return atom.token.xpos === 'RP' || atom.token.deprel === 'compound:prt';
}

function boundAfter(atoms: readonly Atom[], at: number): { to: number; bound: Bound } | null {
  if (atoms[at]?.lower !== 'or') return null;
  if (atoms[at + 1]?.lower === 'more') return { to: at + 2, bound: 'from' };
  if (/^(?:fewer|less)$/.test(atoms[at + 1]?.lower ?? '')) return { to: at + 2, bound: 'to' };
  return atoms[at + 1]?.lower === 'so' ? { to: at + 2, bound: 'about' } : null;
}
