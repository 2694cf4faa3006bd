import { addDays } from '../../../base/index.ts';
import type { Atom } from '../atoms.ts';
import type { Found } from '../found.ts';

/** "on the eve of May 9" is the day before. */
export function eves(found: readonly Found[], atoms: readonly Atom[]): readonly Found[] {
  return found.map((each) => {
    const { mention, from } = each;
    const [eve, of] = [atoms[from - 2], atoms[from - 1]];
    if (of?.lower !== 'of' || eve?.lower !== 'eve' || mention.granularity !== 'day') return each;
    const before = (date: string | null) => date && addDays(date, -1);
    const span = { start: eve.start, end: mention.span.end };
    const range = { from: eve.token.index, to: mention.range.to };
    return {
      ...each,
      from: from - 2,
      mention: { ...mention, span, range, start: before(mention.start), end: before(mention.end) },
    };
  });
}
