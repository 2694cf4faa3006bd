import { compareHarm } from './compare-harm.ts';
import { compareParties } from './compare-parties.ts';
import { comparePlaces } from './compare-places.ts';
import { type Days, gapBetween, LONG_DAYS, lengthOf, NEWS_DAYS, possibleDays } from './days.ts';
import { familyOf } from './families.ts';
import type { Likeness, Reason } from './reason.ts';
import type { Telling } from './telling.ts';

/** From so many points on two tellings are linked. Found on the labelled samples (bench/linking). */
export const LINK_POINTS = 4;

/** Statuses of what is held to have happened, by somebody at least: plans, threats and demands are no happenings. */
const TOLD: ReadonlySet<Telling['status']> = new Set(['actual', 'ongoing', 'alleged', 'denied']);

/** Whether a telling says that something happened (or that it did not), so that reports can agree or differ on it. */
export function isTold({ status }: Telling): boolean {
  return TOLD.has(status);
}

/** Weighs whether two tellings are of one happening; null where they cannot be: another kind of act, other days, other places.
 * Symmetric. */
export function compareTellings(a: Telling, b: Telling): Likeness | null {
  if (familyOf(a.type) !== familyOf(b.type)) return null;
  const time = compareTimes(a, b);
  const place = comparePlaces(a.places, b.places);
  if (!time || !place) return null;
  const reasons = [
    compareTypes(a, b),
    ...compareModes(a, b),
    ...time,
    ...place,
    ...compareParties('actor', a.actors, b.actors),
    ...compareParties('recipient', a.recipients, b.recipients),
    ...compareHarm(a.harm, b.harm),
    ...(a.document === b.document ? compareWithinReport(a, b) : compareWording(a, b)),
  ];
  return { points: reasons.reduce((sum, { points }) => sum + points, 0), reasons };
}

function compareTypes(a: Telling, b: Telling): Reason {
  return a.type === b.type
    ? { about: 'type', points: 0.5, says: `both ${a.type}` }
    : { about: 'type', points: -0.5, says: `${[a.type, b.type].sort().join(' and ')}` };
}

function compareModes({ modes: a }: Telling, { modes: b }: Telling): readonly Reason[] {
  if (a.length === 0 || b.length === 0) return [];
  const shared = a.filter((mode) => b.includes(mode)).sort();
  if (shared.length > 0) return [{ about: 'mode', points: 1, says: `both ${shared.join(', ')}` }];
  return [{ about: 'mode', points: -1.5, says: `${[a.join(', '), b.join(', ')].sort().join(' against ')}` }];
}

/** Null where the days cannot be the same. A day's difference is forgiven: reports written at night differ in it. */
function compareTimes(a: Telling, b: Telling): readonly Reason[] | null {
  const [first, second] = [possibleDays(a), possibleDays(b)];
  if (!first || !second) return [];
  const gap = gapBetween(first, second);
  if (a.time && b.time) return gap > 1 ? null : [timeReason(first, second, gap)];
  if (gap > NEWS_DAYS) return null;
  if (gap > 0) return [{ about: 'time', points: -2, says: 'told too far apart for an undated one' }];
  return [{ about: 'time', points: a.time || b.time ? 0.5 : 0, says: 'days can be the same' }];
}

function timeReason(a: Days, b: Days, gap: number): Reason {
  if (gap === 1) return { about: 'time', points: 0.5, says: `${[a.end, b.end].sort().join(' and ')}, a day apart` };
  const longest = Math.max(lengthOf(a), lengthOf(b));
  const points = longest <= 2 ? 2 : longest <= LONG_DAYS ? 1 : 0.25;
  return { about: 'time', points, says: longest <= 2 ? `both ${a.start > b.start ? a.start : b.start}` : 'days overlap' };
}

function compareWording(a: Telling, b: Telling): readonly Reason[] {
  const shared = a.words.filter((word) => b.words.includes(word));
  const all = a.words.length + b.words.length - shared.length;
  const reasons: Reason[] = [];
  if (stem(a.trigger) === stem(b.trigger))
    reasons.push({ about: 'wording', points: 0.75, says: `both say "${stem(a.trigger)}…"` });
  if (shared.length > 0 && all > 0)
    reasons.push({
      about: 'wording',
      points: Math.round((4 * shared.length * 100) / all) / 100,
      says: `shared words: ${shared.slice(0, 6).join(', ')}`,
    });
  return reasons;
}

function stem(word: string): string {
  return word.slice(0, 5);
}

/** Within one report the coder has said what is told twice; what it kept apart is mostly two things, however alike the words. */
function compareWithinReport(a: Telling, b: Telling): readonly Reason[] {
  return a.sameAs.includes(b.id) || b.sameAs.includes(a.id)
    ? [{ about: 'report', points: 5, says: 'told twice in one report' }]
    : [{ about: 'report', points: -5, says: 'told apart in one report' }];
}
