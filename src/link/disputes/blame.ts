import { daysBetween, type PlainDate, textId } from '../../base/index.ts';
import type { Telling, TellingParty } from '../telling.ts';
import { type Dispute, toSide } from './dispute.ts';

/** Accusations further apart belong to different quarrels. */
const QUARREL_DAYS = 30;

/** Kinds of parties that can be a side of a quarrel: newspapers and people at large are not their country. */
const SIDES: ReadonlySet<TellingParty['kind']> = new Set([
  'state',
  'government',
  'military',
  'police',
  'armed-group',
  'organisation',
  'person',
]);

interface Charge {
  readonly by: string;
  readonly against: string;
  readonly day: PlainDate;
  readonly telling: Telling;
}

/** Quarrels in which two sides accuse each other: of what, their statements say. A side is a country, or a party of none. */
export function findMutualBlame(tellings: readonly Telling[]): readonly Dispute[] {
  const pairs = new Map<string, Charge[]>();
  for (const charge of tellings.flatMap(chargesOf)) {
    const pair = [charge.by, charge.against].sort().join('|');
    pairs.set(pair, [...(pairs.get(pair) ?? []), charge]);
  }
  return [...pairs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([pair, charges]) => quarrels(charges).flatMap((quarrel) => toDispute(pair, quarrel)));
}

function chargesOf(telling: Telling): readonly Charge[] {
  const day = telling.time?.start ?? telling.published;
  if (telling.type !== 'ACCUSE' || telling.status !== 'actual' || day === null || day === undefined) return [];
  const sides = (parties: readonly TellingParty[]) => [
    ...new Set(parties.filter(({ kind }) => SIDES.has(kind)).map(({ id, country }) => country ?? id)),
  ];
  return sides(telling.actors).flatMap((by) =>
    sides(telling.recipients).flatMap((against) => (by === against ? [] : [{ by, against, day, telling }])),
  );
}

/** Runs of charges with no gap longer than a quarrel's. */
function quarrels(charges: readonly Charge[]): readonly (readonly Charge[])[] {
  const sorted = [...charges].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.telling.id < b.telling.id ? -1 : 1));
  const runs: Charge[][] = [];
  for (const charge of sorted) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && daysBetween(last.day, charge.day) <= QUARREL_DAYS) run.push(charge);
    else runs.push([charge]);
  }
  return runs;
}

function toDispute(pair: string, quarrel: readonly Charge[]): readonly Dispute[] {
  const [first] = quarrel;
  if (!first) return [];
  const of = (by: string) =>
    toSide(
      `${by} accuses ${by === first.by ? first.against : first.by}`,
      quarrel.filter((charge) => charge.by === by).map(({ telling }) => ({ voice: by, telling: telling.id })),
    );
  const [one, other] = [of(first.by), of(first.against)];
  if (other.tellings.length === 0) return [];
  return [
    { id: `d-${textId(`blame ${pair} ${first.telling.id}`).slice(0, 16)}`, kind: 'blame', incidents: [], sides: [one, other] },
  ];
}
