import type { Atom } from '../atoms.ts';
import type { Found } from '../found.ts';

/** "since 2014" has no end, "until March" no start. */
export function openEnds(found: readonly Found[], atoms: readonly Atom[]): readonly Found[] {
  return found.map((each) => {
    const before = wordBefore(each, atoms);
    if (before === 'since') return { ...each, mention: { ...each.mention, end: null } };
    if (before === 'until' || before === 'till') return { ...each, mention: { ...each.mention, start: null } };
    return each;
  });
}

/** The word before, past "the" and "at least". */
function wordBefore({ from }: Found, atoms: readonly Atom[]): string {
  const before = atoms[from - 1]?.lower ?? '';
  return before === 'the' || before === 'least' ? (atoms[from - (before === 'the' ? 2 : 3)]?.lower ?? '') : before;
}
