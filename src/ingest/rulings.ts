import type { Ruling } from '../link/index.ts';
import { type CaseDb, type LoggedDecision, listDecisions } from '../store/index.ts';

/** What people decided about pairs of tellings, as far as it is in force. */
export interface Rulings {
  readonly all: readonly Ruling[];
  /** Number of the last decision read; 0 where there is none. */
  readonly last: number;
  /** Tellings that decisions after a number speak of. */
  since(decision: number): readonly string[];
}

/** Two tellings, by id (`DOCUMENT#e3`). */
export type TellingPair = readonly [string, string];

/** The pairs that a decision to take incidents for one rests on: the first telling of each with the first of the next.
 * @param incidents the tellings of each */
export function mergePairs(incidents: readonly (readonly string[])[]): readonly TellingPair[] {
  const firsts = incidents.flatMap(([first]) => first ?? []);
  return firsts.slice(1).map((other, at) => [firsts[at] ?? other, other]);
}

/** The pairs that a decision to take tellings out of an incident rests on: each with each that stays. */
export function splitPairs(out: readonly string[], staying: readonly string[]): readonly TellingPair[] {
  return out.flatMap((one) => staying.map((other): TellingPair => [one, other]));
}

/** Reads the decisions `merge` and `split` (and `together` and `apart`) whose `what` has `pairs`, the tellings concerned: an incident's id
 * may change when reports are added, a telling's does not. Of several on a pair the last is in force; `undo` with
 * `{"decision": NUMBER}` takes one back. */
export async function readRulings(db: CaseDb): Promise<Rulings> {
  const decisions = await listDecisions(db);
  const undone = new Set(decisions.flatMap((decision) => undoneBy(decision) ?? []));
  const pairs = new Map<string, Ruling>();
  for (const decision of decisions)
    if (!undone.has(decision.number))
      for (const ruling of rulingsOf(decision)) pairs.set([ruling.a, ruling.b].sort().join('|'), ruling);
  const byNumber = new Map(decisions.map((decision) => [decision.number, decision]));
  const meant = (decision: LoggedDecision) => byNumber.get(undoneBy(decision) ?? decision.number);
  return {
    all: [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ruling]) => ruling),
    last: decisions.at(-1)?.number ?? 0,
    since: (number) => [
      ...new Set(
        decisions
          .filter((decision) => decision.number > number)
          .flatMap((decision) => meant(decision) ?? [])
          .flatMap((decision) => rulingsOf(decision).flatMap(({ a, b }) => [a, b])),
      ),
    ],
  };
}

/** Whether each kind of decision puts tellings together or apart. */
const SAME: Readonly<Record<string, boolean>> = { merge: true, together: true, split: false, apart: false };

function rulingsOf({ kind, what }: LoggedDecision): readonly Ruling[] {
  const same = SAME[kind];
  if (same === undefined || typeof what !== 'object' || what === null || !('pairs' in what)) return [];
  return Array.isArray(what.pairs) ? what.pairs.filter(isPair).map(([a, b]) => ({ a, b, same })) : [];
}

function isPair(pair: unknown): pair is TellingPair {
  return Array.isArray(pair) && pair.length === 2 && pair.every((id) => typeof id === 'string');
}

function undoneBy({ kind, what }: LoggedDecision): number | null {
  if (kind !== 'undo' || typeof what !== 'object' || what === null || !('decision' in what)) return null;
  return typeof what.decision === 'number' ? what.decision : null;
}
