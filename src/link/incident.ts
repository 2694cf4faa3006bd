import type { RecordBounds } from '../api/index.ts';
import type { PlainDate } from '../base/index.ts';
import type { EventType, Mode, Status } from '../codebook/index.ts';
import { type Days, lengthOf, meetDays } from './days.ts';
import type { Group, Join } from './group-tellings.ts';
import { type Origin, originsOf, outletsOf } from './origins.ts';
import type { Telling, TellingParty } from './telling.ts';

/** A count of harm as one telling gives it. */
export interface ToldHarm extends RecordBounds {
  readonly telling: string;
}

/** A kind of harm over all tellings. */
export interface IncidentHarm {
  /** The lowest number anybody gives. */
  readonly low: number | null;
  /** What most independent sources give last; see {@link bestOf}. */
  readonly best: number | null;
  /** The highest number anybody gives; null where nobody bounds it. */
  readonly high: number | null;
  readonly told: readonly ToldHarm[];
}

/** How many and whose reports an incident rests on. */
export interface IncidentSources {
  readonly documents: number;
  /** Outlets by name; reports without one count each for themselves. */
  readonly outlets: readonly string[];
  /** Outlets that did not copy each other. */
  readonly independent: number;
}

/** What many reports' events are about, once. */
export interface Incident {
  readonly id: string;
  readonly type: EventType;
  readonly modes: readonly Mode[];
  /** What the best-informed telling holds it to be: one that states it as a fact beats one that only quotes it. */
  readonly status: Status;
  /** Whether some telling denies what another tells. */
  readonly contested: boolean;
  /** Ids of actors, those told most often first. */
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly places: readonly string[];
  /** Days that all dated tellings agree on, else all days any of them gives. */
  readonly time: Days | null;
  readonly harm: Readonly<Record<string, IncidentHarm>>;
  readonly sources: IncidentSources;
  readonly tellings: readonly string[];
  readonly joins: readonly Join[];
}

/** Which statuses say most about whether it happened, the first strongest. */
const STRENGTH: readonly Status[] = ['actual', 'ongoing', 'alleged', 'denied'];

/** Sums up a group of tellings. @param origins by document; a document missing there counts for itself */
export function toIncident({ id, tellings, joins }: Group, origins: ReadonlyMap<string, Origin>): Incident {
  const independent = originsOf(tellings, origins);
  const statuses = new Set(tellings.map(({ status }) => status));
  return {
    id,
    type: mostTold(tellings.map(({ type }) => type))[0] ?? 'ASSAULT',
    modes: mostTold(tellings.flatMap(({ modes }) => modes)),
    status: STRENGTH.find((status) => statuses.has(status)) ?? 'alleged',
    contested: statuses.has('denied') && statuses.size > 1,
    actors: partiesOf(tellings.map(({ actors }) => actors)),
    recipients: partiesOf(tellings.map(({ recipients }) => recipients)),
    places: placesOf(tellings),
    time: timeOf(tellings),
    harm: harmOf(tellings, independent),
    sources: sourcesOf(tellings, independent, origins),
    tellings: tellings.map((telling) => telling.id),
    joins,
  };
}

/** Each value once, the most frequent first, then in order of text. */
function mostTold<T extends string>(values: readonly T[]): readonly T[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([value]) => value);
}

/** Parties by how often they are told; a state goes where one of its own organs or groups is told as well, and those nobody names go
 * where anybody is named. */
function partiesOf(lists: readonly (readonly TellingParty[])[]): readonly string[] {
  const parties = new Map(lists.flat().map((party) => [party.id, party]));
  const named = [...parties.values()].filter(({ kind }) => kind !== 'unknown');
  return mostTold(lists.flatMap((list) => list.map(({ id }) => id))).filter((id) => {
    const party = parties.get(id);
    if (!party) return false;
    if (party.kind === 'unknown') return named.length === 0;
    return party.id !== party.country || !named.some((other) => other.id !== id && other.country === party.country);
  });
}

/** Places by how often they are told, a country only where nothing nearer is told. */
function placesOf(tellings: readonly Telling[]): readonly string[] {
  const places = tellings.flatMap(({ places: told }) => told);
  const nearer = places.filter(({ kind }) => kind !== 'country');
  return mostTold((nearer.length > 0 ? nearer : places).map(({ id }) => id));
}

function timeOf(tellings: readonly Telling[]): Days | null {
  const times = tellings
    .flatMap(({ time }) => time ?? [])
    .sort((a, b) => lengthOf(a) - lengthOf(b) || (a.start < b.start ? -1 : 1));
  const [first] = times;
  if (!first) return null;
  const agreed = times.reduce<Days | null>((days, time) => days && meetDays(days, time), first);
  if (agreed) return { start: agreed.start, end: agreed.end };
  const starts = times.map(({ start }) => start).sort();
  const ends = times.map(({ end }) => end).sort();
  return { start: starts[0] ?? first.start, end: ends.at(-1) ?? first.end };
}

function harmOf(
  tellings: readonly Telling[],
  independent: ReadonlyMap<string, number>,
): Readonly<Record<string, IncidentHarm>> {
  const kinds = [...new Set(tellings.flatMap(({ harm }) => Object.keys(harm)))].sort();
  return Object.fromEntries(
    kinds.map((kind) => {
      const counted = tellings.flatMap((telling) => {
        const bounds = telling.harm[kind];
        return bounds ? [{ telling, bounds }] : [];
      });
      const lows = counted.map(({ bounds }) => bounds.low ?? 0);
      const highs = counted.map(({ bounds }) => bounds.high);
      return [
        kind,
        {
          low: Math.min(...lows),
          best: bestOf(counted, independent),
          high: highs.includes(null) ? null : Math.max(...highs.map((high) => high ?? 0)),
          told: counted.map(({ telling, bounds }) => ({ telling: telling.id, low: bounds.low, high: bounds.high })),
        },
      ];
    }),
  );
}

interface Counted {
  readonly telling: Telling;
  readonly bounds: RecordBounds;
}

/** The number (its lower bound) that most independent origins give in their last report; of several the one published last, then the
 * lower one. Tolls rise in the first days, so what an origin said before its last word does not count. */
function bestOf(counted: readonly Counted[], independent: ReadonlyMap<string, number>): number | null {
  const lastWord = new Map<number, { readonly day: PlainDate; readonly value: number }>();
  for (const { telling, bounds } of counted) {
    const value = bounds.low ?? bounds.high;
    if (value === null) continue;
    const origin = independent.get(telling.document) ?? -1;
    const day = telling.published ?? '';
    const known = lastWord.get(origin);
    if (!known || known.day < day || (known.day === day && value > known.value)) lastWord.set(origin, { day, value });
  }
  const votes = new Map<number, { count: number; day: PlainDate }>();
  for (const { day, value } of lastWord.values()) {
    const vote = votes.get(value) ?? { count: 0, day: '' };
    votes.set(value, { count: vote.count + 1, day: vote.day > day ? vote.day : day });
  }
  const ranked = [...votes].sort(([a, x], [b, y]) => y.count - x.count || (x.day < y.day ? 1 : x.day > y.day ? -1 : a - b));
  return ranked[0]?.[0] ?? null;
}

function sourcesOf(
  tellings: readonly Telling[],
  independent: ReadonlyMap<string, number>,
  origins: ReadonlyMap<string, Origin>,
): IncidentSources {
  const documents = new Set(tellings.map(({ document }) => document));
  const outlets = new Set(tellings.flatMap(({ document, source }) => outletsOf(document, source, origins)));
  return { documents: documents.size, outlets: [...outlets].sort(), independent: new Set(independent.values()).size };
}
