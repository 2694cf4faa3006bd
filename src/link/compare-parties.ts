import type { Reason } from './reason.ts';
import type { TellingParty } from './telling.ts';

/** Kinds under which a report names nobody in particular. */
const UNNAMED: ReadonlySet<TellingParty['kind']> = new Set(['unknown', 'people']);

/** Whether the actors, or the recipients, of two tellings can be the same; the nearest pair counts. */
export function compareParties(
  about: 'actor' | 'recipient',
  a: readonly TellingParty[],
  b: readonly TellingParty[],
): readonly Reason[] {
  if (a.length === 0 || b.length === 0) return [];
  const reasons = a.flatMap((one) => b.map((other) => compareParty(about, one, other)));
  return [reasons.reduce((best, reason) => (reason.points > best.points ? reason : best))];
}

function compareParty(about: Reason['about'], a: TellingParty, b: TellingParty): Reason {
  const both = [a.id, b.id].sort().join(' and ');
  if (a.id === b.id) return { about, points: UNNAMED.has(a.kind) ? 1 : 1.5, says: `both ${a.id}` };
  if (a.country !== null && a.country === b.country) {
    const points = isState(a) || isState(b) ? 1 : UNNAMED.has(a.kind) || UNNAMED.has(b.kind) ? 0.5 : -0.5;
    return { about, points, says: `${both}, both of ${a.country}` };
  }
  if (UNNAMED.has(a.kind) || UNNAMED.has(b.kind)) return { about, points: -0.25, says: `${both}, one of them unnamed` };
  // What is done to a group is done on some state's ground, and told as done to the state.
  if (isState(a) !== isState(b)) return { about, points: -1, says: both };
  return { about, points: -2, says: both };
}

/** The state itself, or its government speaking for it. */
function isState({ id, country, kind }: TellingParty): boolean {
  return id === country || kind === 'government';
}
