import type { Atom } from '../dates/index.ts';
import { NUMBER_WORDS } from '../dates/index.ts';
import type { FigureWords } from './words.ts';

/** A number as written: atoms `from` up to, not including, `to`. A rough word ("dozens") and a range have two limits. */
export interface NumberRead {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  /** "dozens", "hundreds": what it counts follows after "of". */
  readonly group: boolean;
}

const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
  ['m', 1_000_000],
  ['lakh', 100_000],
  ['crore', 10_000_000],
]);

/** Reads the number that starts at an atom: a rough word, a range, digits or words; null where none does. */
export function readNumber(atoms: readonly Atom[], at: number, words: FigureWords): NumberRead | null {
  const group = readGroup(atoms, at, words);
  if (group) return group;
  const first = readValue(atoms, at);
  if (!first) return null;
  const second = readRangeEnd(atoms, at, first);
  if (second) return { from: at, to: second.to, low: scaledLike(first, second), high: second.value, group: false };
  return { from: at, to: first.to, low: first.value, high: first.value, group: false };
}

function readGroup(atoms: readonly Atom[], at: number, words: FigureWords): NumberRead | null {
  for (let length = words.longest; length > 0; length--) {
    const phrase = atoms.slice(at, at + length);
    const limits = words.groups.get(phrase.map((atom) => atom.lower).join(' '));
    if (limits && phrase.length === length) return { from: at, to: at + length, ...limits, group: true };
  }
  return null;
}

interface Value {
  readonly value: number;
  readonly to: number;
  readonly scale: number;
}

/** "20 to 30", "20-30", "20 or 30"; "and" only after "between". */
function readRangeEnd(atoms: readonly Atom[], at: number, first: Value): Value | null {
  const joint = atoms[first.to];
  if (!joint) return null;
  const between = atoms[at - 1]?.lower === 'between';
  const joins = between ? joint.lower === 'and' : /^(?:to|or|-|–)$/.test(joint.lower);
  const second = joins ? readValue(atoms, first.to + 1) : null;
  return second && second.value > scaledLike(first, second) ? second : null;
}

/** "two to three million": the first number shares the scale of the second. */
function scaledLike(first: Value, second: Value): number {
  return first.scale === 1 && second.scale >= 1000 && first.value < 1000 ? first.value * second.scale : first.value;
}

function readValue(atoms: readonly Atom[], at: number): Value | null {
  const start = readBase(atoms, at);
  if (!start) return null;
  return readScales(atoms, start);
}

function readBase(atoms: readonly Atom[], at: number): Value | null {
  const atom = atoms[at];
  if (!atom) return null;
  if (/^\d{1,3}(?:,\d{3})+$|^\d{1,9}$|^\d{1,6}\.\d{1,3}$/.test(atom.text))
    return { value: Number(atom.text.replace(/,/g, '')), to: at + 1, scale: 1 };
  const value = NUMBER_WORDS.get(atom.lower);
  if (value !== undefined) {
    const unit = NUMBER_WORDS.get(atoms[at + 2]?.lower ?? '') ?? 0;
    if (value >= 20 && atoms[at + 1]?.text === '-' && unit > 0 && unit < 10)
      return { value: value + unit, to: at + 3, scale: 1 };
    return { value, to: at + 1, scale: 1 };
  }
  return readArticleScale(atoms, at);
}

/** "a dozen", "a hundred", "half a million", "half a dozen". */
function readArticleScale(atoms: readonly Atom[], at: number): Value | null {
  const half = atoms[at]?.lower === 'half';
  const article = half ? at + 1 : at;
  if (!/^(?:a|an)$/.test(atoms[article]?.lower ?? '')) return null;
  const scale = SCALES.get(atoms[article + 1]?.lower ?? '');
  if (scale === undefined || scale === 1_000_000 * Number(atoms[article + 1]?.lower === 'm')) return null;
  return { value: half ? scale / 2 : scale, to: article + 2, scale };
}

/** Multiplies by the scale words that follow ("1.2 million", "two hundred thousand") and adds "and twenty". */
function readScales(atoms: readonly Atom[], start: Value): Value {
  let { value, to, scale } = start;
  for (let next = SCALES.get(atoms[to]?.lower ?? ''); next !== undefined; next = SCALES.get(atoms[to]?.lower ?? '')) {
    if (atoms[to]?.lower === 'm' && !atoms[to]?.glued) break;
    value *= next;
    scale *= next;
    to++;
  }
  const rest = scale === 100 || scale === 1000 ? readRest(atoms, to, scale) : null;
  return rest ? { value: value + rest.value, to: rest.to, scale } : { value: Math.round(value * 1000) / 1000, to, scale };
}

/** The "and twenty-one" of "two hundred and twenty-one", the "five hundred" of "three thousand five hundred". */
function readRest(atoms: readonly Atom[], at: number, scale: number): Value | null {
  const start = atoms[at]?.lower === 'and' ? at + 1 : at;
  if (!NUMBER_WORDS.has(atoms[start]?.lower ?? '')) return null;
  const base = readBase(atoms, start);
  if (!base || base.value <= 0 || base.value >= scale) return null;
  if (scale === 100 || base.value > 9 || atoms[base.to]?.lower !== 'hundred') return base;
  const hundreds = { value: base.value * 100, to: base.to + 1, scale: 100 };
  const rest = readRest(atoms, hundreds.to, 100);
  return rest ? { value: hundreds.value + rest.value, to: rest.to, scale: 100 } : hundreds;
}
