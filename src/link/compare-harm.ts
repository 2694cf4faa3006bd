import type { RecordBounds } from '../api/index.ts';
import type { Reason } from './reason.ts';

type Harm = Readonly<Record<string, RecordBounds>>;

/** How the harm of two tellings agrees, by kind: the same number speaks strongly for one happening; another number little against
 * it, since tolls rise and sources differ, unless one is many times the other. */
export function compareHarm(a: Harm, b: Harm): readonly Reason[] {
  const kinds = Object.keys(a).filter((kind) => Object.hasOwn(b, kind));
  return kinds.sort().flatMap((kind) => {
    const [one, other] = [a[kind], b[kind]];
    return one && other ? [compareBounds(kind, one, other)] : [];
  });
}

function compareBounds(kind: string, a: RecordBounds, b: RecordBounds): Reason {
  const says = `${kind} ${[sayBounds(a), sayBounds(b)].sort().join(' and ')}`;
  if (a.low === b.low && a.high === b.high) return { about: 'harm', points: (a.low ?? 0) > 3 ? 2 : 1, says };
  if (a.high === null && b.high === null) return { about: 'harm', points: openPoints(a.low ?? 0, b.low ?? 0), says };
  if ((a.low ?? 0) <= (b.high ?? Number.POSITIVE_INFINITY) && (b.low ?? 0) <= (a.high ?? Number.POSITIVE_INFINITY))
    return { about: 'harm', points: 0.75, says };
  const [less, more] = [a, b].map(({ low, high }) => low ?? high ?? 0).sort((x, y) => x - y);
  return { about: 'harm', points: (more ?? 0) > 4 * Math.max(1, less ?? 0) ? -1.5 : -0.25, says };
}

/** Of two numbers that nobody bounds above: near ones speak for one happening, since each is a count so far. */
function openPoints(a: number, b: number): number {
  const times = Math.max(a, b) / Math.max(1, Math.min(a, b));
  return times <= 1.5 ? 0.75 : times <= 4 ? 0 : -1.5;
}

/** Whether some kind of harm is counted by both, and no number satisfies both counts. */
export function doHarmsDiffer(a: Harm, b: Harm): boolean {
  return compareHarm(a, b).some(({ points }) => points < 0);
}

/** "13", "at least 13", "at most 20", "13 to 20". */
export function sayBounds({ low, high }: RecordBounds): string {
  if (low !== null && low === high) return String(low);
  if (high === null) return `at least ${low ?? 0}`;
  return low === null ? `at most ${high}` : `${low} to ${high}`;
}
