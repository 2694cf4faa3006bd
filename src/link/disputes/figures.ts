import type { RecordBounds } from '../../api/index.ts';
import { textId } from '../../base/index.ts';
import { sayBounds } from '../compare-harm.ts';
import type { Group } from '../group-tellings.ts';
import type { Telling } from '../telling.ts';
import { type Dispute, type Side, toSide } from './dispute.ts';

interface Count {
  readonly telling: Telling;
  readonly bounds: RecordBounds;
}

/** Disputes over how many: counts of one happening that no number satisfies. A toll that rose in later reports is no dispute. */
export function findFigureDisputes(groups: readonly Group[]): readonly Dispute[] {
  return groups.flatMap((group) => {
    const kinds = [...new Set(group.tellings.flatMap(({ harm }) => Object.keys(harm)))].sort();
    return kinds.flatMap((kind) => {
      const counts = group.tellings.flatMap((telling) => {
        const bounds = telling.harm[kind];
        return bounds ? [{ telling, bounds }] : [];
      });
      const [first, second, ...more] = sidesOf(
        kind,
        counts.filter((count) => !isOutdated(count, counts)),
      );
      return first && second
        ? [
            {
              id: `d-${textId(`figure ${kind} ${group.id}`).slice(0, 16)}`,
              kind: 'figure' as const,
              incidents: [group.id],
              sides: [first, second, ...more],
            },
          ]
        : [];
    });
  });
}

/** A later report, of whomever, gives a higher number: the toll rose. */
function isOutdated({ telling, bounds }: Count, counts: readonly Count[]): boolean {
  const day = telling.published ?? '';
  return counts.some((other) => (other.telling.published ?? '') > day && (other.bounds.low ?? 0) > highOf(bounds));
}

/** Counts by the number that satisfies as many as possible, lowest first. */
function sidesOf(kind: string, counts: readonly Count[]): readonly Side[] {
  const sides: { counts: Count[]; high: number; low: number }[] = [];
  for (const count of [...counts].sort(
    (a, b) => highOf(a.bounds) - highOf(b.bounds) || (a.telling.id < b.telling.id ? -1 : 1),
  )) {
    const low = count.bounds.low ?? 0;
    const side = sides.find((each) => low <= each.high);
    if (side) side.counts.push(count);
    else sides.push({ counts: [count], high: highOf(count.bounds), low });
  }
  return sides.map(({ counts: held, low, high }) => ({
    ...toSide(
      `${kind}: ${[...new Set(held.map(({ bounds }) => sayBounds(bounds)))].join(', ')}`,
      held.map(({ telling }) => ({ telling: telling.id, voice: telling.source ?? telling.document })),
    ),
    bounds: { low, high: Number.isFinite(high) ? high : null },
  }));
}

function highOf({ high }: RecordBounds): number {
  return high ?? Number.POSITIVE_INFINITY;
}
