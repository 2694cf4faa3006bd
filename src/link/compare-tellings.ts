import type { Mode } from '../codebook/index.ts';
import { compareHarm, doHarmsDiffer } from './compare-harm.ts';
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
    ...compareRepeats(a, b),
    ...compareSaying(a, b),
    ...(a.document === b.document ? compareWithinReport(a, b) : compareWording(a, b)),
  ];
  const all = isSpecific(a, b, reasons) ? reasons : [...reasons, NOTHING_SPECIFIC];
  return { points: all.reduce((sum, { points }) => sum + points, 0), reasons: all };
}

/** What is taken off where two reports agree on nothing but what parties do to each other every day. */
const NOTHING_SPECIFIC: Reason = { about: 'wording', points: -2, says: 'neither day, place, number nor words in common' };

/** Points from which on a place, a number or shared words tell one happening from others of the same parties. */
const SPECIFIC = { place: 1.25, harm: 0.75, wording: 0.9 };

/** Whether more than kind of act and parties speaks for one happening: within one report always, else where both name their days, or a place,
 * a number or the words agree. A war reported daily would else become one incident by way of its undated tellings. */
function isSpecific(a: Telling, b: Telling, reasons: readonly Reason[]): boolean {
  if (a.document === b.document || (a.time && b.time)) return true;
  return reasons.some(
    ({ about, points }) => (about === 'place' || about === 'harm' || about === 'wording') && points >= SPECIFIC[about],
  );
}

function compareTypes(a: Telling, b: Telling): Reason {
  return a.type === b.type
    ? { about: 'type', points: 0.5, says: `both ${a.type}` }
    : { about: 'type', points: -0.5, says: `${[a.type, b.type].sort().join(' and ')}` };
}

/** Modes that reports give one attack: a suicide bomber uses explosives, and what "bombed" a town may have flown or not. */
const NEAR_MODES: readonly (readonly Mode[])[] = [
  ['suicide-attack', 'explosives'],
  ['explosives', 'aerial'],
  ['aerial', 'heavy-weapons'],
  ['heavy-weapons', 'firearms'],
];

function compareModes({ modes: a }: Telling, { modes: b }: Telling): readonly Reason[] {
  if (a.length === 0 || b.length === 0) return [];
  const shared = a.filter((mode) => b.includes(mode)).sort();
  if (shared.length > 0) return [{ about: 'mode', points: 1, says: `both ${shared.join(', ')}` }];
  const says = [a.join(', '), b.join(', ')].sort().join(' against ');
  const isNear = a.some((mode) => b.some((other) => NEAR_MODES.some((near) => near.includes(mode) && near.includes(other))));
  return [{ about: 'mode', points: isNear ? 0 : -1.5, says }];
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

/** Two days, two tolls: the second of two like attacks rather than a later count of the first. Counts rise, so a lower one on the later day
 * says so more. */
function compareRepeats(a: Telling, b: Telling): readonly Reason[] {
  if (!a.time || !b.time || gapBetween(a.time, b.time) !== 1 || !doHarmsDiffer(a.harm, b.harm)) return [];
  const [first, second] = a.time.start < b.time.start ? [a, b] : [b, a];
  const isLower = Object.entries(first.harm).some(([kind, { low }]) => (second.harm[kind]?.high ?? Infinity) < (low ?? 0));
  return [
    { about: 'harm', points: isLower ? -6 : -1.5, says: `another toll${isLower ? ', a lower one,' : ''} on another day` },
  ];
}

/** Families of acts that consist of words. Of these one party does many in a day. */
const SAYING: ReadonlySet<string> = new Set(['AGREE', 'CONSULT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN']);

/** What is said in other words is mostly another thing said, though by the same party on the same day. */
function compareSaying(a: Telling, b: Telling): readonly Reason[] {
  if (!SAYING.has(familyOf(a.type)) || stem(a.trigger) === stem(b.trigger)) return [];
  return [{ about: 'wording', points: -1, says: `"${[a.trigger, b.trigger].sort().join('" and "')}"` }];
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

/** What a report keeps apart is mostly two things, however alike the words. */
const TOLD_APART = -5;
/** Unless it is a deed of the same days with nothing that sets the two apart: the headline's and the story's, a deed and its outcome. */
const NOT_SET_APART = -1;

/** Within one report the coder has said what is told twice. */
function compareWithinReport(a: Telling, b: Telling): readonly Reason[] {
  if (a.sameAs.includes(b.id) || b.sameAs.includes(a.id))
    return [{ about: 'report', points: 5, says: 'told twice in one report' }];
  return isSetApart(a, b)
    ? [{ about: 'report', points: TOLD_APART, says: 'told apart in one report' }]
    : [{ about: 'report', points: NOT_SET_APART, says: 'told twice or apart in one report' }];
}

function isSetApart(a: Telling, b: Telling): boolean {
  if (SAYING.has(familyOf(a.type)) || !a.time || !b.time || gapBetween(a.time, b.time) > 0) return true;
  const [modes, harm] = [compareModes(a, b), compareHarm(a.harm, b.harm)];
  const place = comparePlaces(a.places, b.places) ?? [];
  return [...modes, ...harm, ...place].some(({ points }) => points < 0);
}
