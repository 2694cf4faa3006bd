import type { CaseRecord } from '../api/index.ts';
import { scoreClaims } from './claims.ts';
import { scoreEvents } from './events.ts';
import { scoreFigures } from './figures.ts';
import { type Finding, listFindings } from './findings.ts';
import type { CaseGold } from './gold.ts';
import { makePartyJudge } from './parties.ts';
import { scorePlaces } from './places.ts';
import { addShares, addTallies, NO_SHARE, NO_TALLY, type Share, type Tally } from './tally.ts';
import { scoreTies } from './ties.ts';
import { scoreTimes } from './times.ts';

/** What precision, recall and F1 are given for. `dyad` is an event with its parties right; `speaker` a claim with the
 * speaker right; `stance` that with the stance right too. */
export const MEASURES = ['event', 'dyad', 'claim', 'speaker', 'stance', 'condition', 'tie', 'figure', 'time', 'place'] as const;
export type Measure = (typeof MEASURES)[number];

/** Attributes of the events matched by type. */
export const EVENT_SHARES = ['mode', 'time', 'status'] as const;
export type EventShare = (typeof EVENT_SHARES)[number];

/** Scores of one document or the sum over several. */
export interface CaseScores {
  readonly name: string;
  readonly tallies: Readonly<Record<Measure, Tally>>;
  readonly shares: Readonly<Record<EventShare, Share>>;
  /** In text order, document by document. */
  readonly findings: readonly Finding[];
}

/** Compares a record with its gold (gold/GOLD.md): matching is one to one and greedy, triggers first. */
export function evaluateCase(name: string, gold: CaseGold, record: CaseRecord): CaseScores {
  const judge = makePartyJudge(gold.actors, record.actors);
  const events = scoreEvents(gold.events, record.events, judge);
  const claims = scoreClaims(gold.claims, gold.events, record.claims, judge);
  const ties = scoreTies(gold.ties, record.ties, judge);
  const figures = scoreFigures(gold.figures, record.figures);
  const times = scoreTimes(gold.times, record.times);
  const places = scorePlaces(gold.places, record.places);
  return {
    name,
    tallies: {
      event: events.type.tally,
      dyad: events.dyad.tally,
      claim: claims.content.tally,
      speaker: claims.speaker.tally,
      stance: claims.stance.tally,
      condition: claims.condition.tally,
      tie: ties.tally,
      figure: figures.tally,
      time: times.tally,
      place: places.tally,
    },
    shares: { mode: events.mode, time: events.time, status: events.status },
    findings: listFindings(name, record, { judge, events, claims, ties, figures, times, places }),
  };
}

/** Adds up counts, so that long documents weigh more; findings follow one another. */
export function sumScores(name: string, scores: readonly CaseScores[]): CaseScores {
  const empty: CaseScores = {
    name,
    tallies: {
      event: NO_TALLY,
      dyad: NO_TALLY,
      claim: NO_TALLY,
      speaker: NO_TALLY,
      stance: NO_TALLY,
      condition: NO_TALLY,
      tie: NO_TALLY,
      figure: NO_TALLY,
      time: NO_TALLY,
      place: NO_TALLY,
    },
    shares: { mode: NO_SHARE, time: NO_SHARE, status: NO_SHARE },
    findings: [],
  };
  return scores.reduce(
    (sum, next) => ({
      name,
      tallies: mapRecord(sum.tallies, (tally, measure) => addTallies(tally, next.tallies[measure])),
      shares: mapRecord(sum.shares, (share, attribute) => addShares(share, next.shares[attribute])),
      findings: [...sum.findings, ...next.findings],
    }),
    empty,
  );
}

function mapRecord<K extends string, V>(
  record: Readonly<Record<K, V>>,
  change: (value: V, key: K) => V,
): Readonly<Record<K, V>> {
  const copy: Record<K, V> = { ...record };
  for (const key in record) copy[key] = change(record[key], key);
  return copy;
}
