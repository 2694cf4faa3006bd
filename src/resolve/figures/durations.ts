import type { Atom } from '../dates/index.ts';
import type { NumberRead } from './numbers.ts';

/** Units that make a hyphened compound a length of time ("16-year war"). */
const UNITS = new Set(['hour', 'day', 'week', 'month', 'year', 'minute', 'decade']);

/** "an 11-year lull": the atoms after the number up to the noun, and the unit's plural; null where it is no such thing. */
export function readDuration(
  atoms: readonly Atom[],
  { to }: NumberRead,
): { readonly to: number; readonly of: string; readonly anchor: number } | null {
  const unit = atoms[to + 1];
  if (!/^[-–]$/.test(atoms[to]?.text ?? '') || !unit || !UNITS.has(unit.lower)) return null;
  let last = to + 1;
  if (atoms[last + 1]?.text === '-' && atoms[last + 2]?.lower === 'old') return null;
  while (/^(?:JJ|NN|NNS)$/.test(atoms[last + 1]?.token.xpos ?? '') && last < to + 5) {
    last++;
    if (/^NN/.test(atoms[last]?.token.xpos ?? '') && !/^NN/.test(atoms[last + 1]?.token.xpos ?? '')) break;
  }
  const noun = atoms[last];
  if (!noun || last === to + 1 || !/^NN/.test(noun.token.xpos)) return null;
  return { to: last + 1, of: `${unit.lower}s`, anchor: noun.token.index };
}
