import { addDays, compareText, type PlainDate, weekday } from '../base/index.ts';
import { type EventType, eventScore, type Mode, QUAD_OF, type Quad, type Status } from '../codebook/index.ts';
import { isTold } from './compare-tellings.ts';
import type { Group } from './group-tellings.ts';
import type { Telling, TellingParty } from './telling.ts';

/** One act of one party toward another. */
export interface Move {
  /** Id of the group of tellings, or of the telling where it is no happening (a demand, a threat, a plan). */
  readonly id: string;
  readonly actor: string;
  readonly recipient: string;
  /** Day it happened, else the day it was first published; null where neither is known. */
  readonly day: PlainDate | null;
  /** Whether the day is that of publication. */
  readonly isPublicationDay: boolean;
  readonly type: EventType;
  readonly modes: readonly Mode[];
  readonly quad: Quad;
  /** A deed (quads 2 and 4), not a word. */
  readonly isDeed: boolean;
  /** PLOVER conflict-cooperation score. */
  readonly score: number;
  readonly status: Status;
  readonly tellings: readonly string[];
}

/** How parties are told apart: each organ for itself, or all of a country as one. */
export type DyadLevel = 'party' | 'country';

/** All moves of a case, by day. A happening told by many reports is one move for each pair of its parties. */
export function movesOf(groups: readonly Group[], tellings: readonly Telling[], level: DyadLevel): readonly Move[] {
  const happened = groups.flatMap(({ id, tellings: told }) => movesOfTellings(id, told, level));
  const words = tellings
    .filter((telling) => !isTold(telling))
    .flatMap((telling) => movesOfTellings(telling.id, [telling], level));
  return [...happened, ...words].sort((a, b) => compareText(sortKey(a), sortKey(b)));
}

function movesOfTellings(id: string, tellings: readonly Telling[], level: DyadLevel): readonly Move[] {
  const pairs = new Map<string, { actor: string; recipient: string; told: Telling[] }>();
  for (const telling of tellings)
    for (const actor of sides(telling.actors, level))
      for (const recipient of sides(telling.recipients, level)) {
        if (actor === recipient) continue;
        const pair = pairs.get(`${actor}|${recipient}`) ?? { actor, recipient, told: [] };
        pair.told.push(telling);
        pairs.set(`${actor}|${recipient}`, pair);
      }
  return [...pairs.values()].flatMap(({ actor, recipient, told }) => {
    const [first] = told;
    if (!first) return [];
    const dated = told.find(({ time }) => time !== null && time.start === time.end) ?? told.find(({ time }) => time !== null);
    const quad = QUAD_OF[first.type];
    return [
      {
        id,
        actor,
        recipient,
        day: dated?.time?.start ?? first.published,
        isPublicationDay: !dated,
        type: first.type,
        modes: first.modes,
        quad,
        isDeed: quad === 2 || quad === 4,
        score: eventScore(first.type, first.modes),
        status: told.find(({ status }) => status === 'actual')?.status ?? first.status,
        tellings: told.map((telling) => telling.id),
      },
    ];
  });
}

function sides(parties: readonly TellingParty[], level: DyadLevel): readonly string[] {
  return [...new Set(parties.map(({ id, country }) => (level === 'country' ? (country ?? id) : id)))];
}

function sortKey({ day, id, actor, recipient }: Move): string {
  return `${day ?? '9999'}|${id}|${actor}|${recipient}`;
}

export type TimeUnit = 'day' | 'week' | 'month';

/** Sums of the moves of one ordered pair within one stretch of time. */
export interface DyadBin {
  /** First day: the day itself, the Monday of the week, the first of the month. */
  readonly start: PlainDate;
  readonly moves: number;
  readonly deeds: number;
  readonly words: number;
  readonly byQuad: Readonly<Record<Quad, number>>;
  readonly byStatus: Readonly<Partial<Record<Status, number>>>;
  /** Sums of the scores of deeds and of words held to be actual or ongoing. */
  readonly deedScore: number;
  readonly wordScore: number;
}

/** The moves of one ordered pair over time. */
export interface DyadSeries {
  readonly actor: string;
  readonly recipient: string;
  /** Bins with at least one move, in order. */
  readonly bins: readonly DyadBin[];
  /** Moves whose day is not known at all. */
  readonly undated: number;
}

/** Series of every ordered pair, by actor and recipient. */
export function dyadSeries(moves: readonly Move[], unit: TimeUnit): readonly DyadSeries[] {
  const pairs = new Map<string, { actor: string; recipient: string; bins: Map<PlainDate, Move[]>; undated: number }>();
  for (const move of moves) {
    const key = `${move.actor}|${move.recipient}`;
    const pair = pairs.get(key) ?? {
      actor: move.actor,
      recipient: move.recipient,
      bins: new Map<PlainDate, Move[]>(),
      undated: 0,
    };
    if (move.day === null) pair.undated++;
    else {
      const start = binStart(move.day, unit);
      pair.bins.set(start, [...(pair.bins.get(start) ?? []), move]);
    }
    pairs.set(key, pair);
  }
  return [...pairs]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { actor, recipient, bins, undated }]) => ({
      actor,
      recipient,
      bins: [...bins].sort(([a], [b]) => compareText(a, b)).map(([start, held]) => toBin(start, held)),
      undated,
    }));
}

/** First day of the stretch of time a day lies in; weeks begin on Monday. */
export function binStart(day: PlainDate, unit: TimeUnit): PlainDate {
  if (unit === 'day') return day;
  return unit === 'month' ? `${day.slice(0, 7)}-01` : addDays(day, -((weekday(day) + 6) % 7));
}

function toBin(start: PlainDate, moves: readonly Move[]): DyadBin {
  const byQuad = { 1: 0, 2: 0, 3: 0, 4: 0 };
  const byStatus: Partial<Record<Status, number>> = {};
  let [deeds, deedScore, wordScore] = [0, 0, 0];
  for (const { quad, status, isDeed, score } of moves) {
    byQuad[quad]++;
    byStatus[status] = (byStatus[status] ?? 0) + 1;
    if (isDeed) deeds++;
    if (status !== 'actual' && status !== 'ongoing') continue;
    if (isDeed) deedScore += score;
    else wordScore += score;
  }
  return { start, moves: moves.length, deeds, words: moves.length - deeds, byQuad, byStatus, deedScore, wordScore };
}
