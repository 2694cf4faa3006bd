import { compareText, textId } from '../base/index.ts';
import { blockKeys } from './block-keys.ts';
import { compareTellings, isTold, LINK_POINTS } from './compare-tellings.ts';
import type { Likeness, Reason } from './reason.ts';
import type { Telling } from './telling.ts';

/** What a person decided about two tellings, whatever the rules say. */
export interface Ruling {
  readonly a: string;
  readonly b: string;
  /** They are one happening, or they are not. */
  readonly same: boolean;
}

/** A link between two tellings and why it was made. */
export interface Join {
  readonly a: string;
  readonly b: string;
  readonly points: number;
  readonly reasons: readonly Reason[];
}

/** Tellings held to be one happening. */
export interface Group {
  /** Stable for as long as its first telling stays the first. */
  readonly id: string;
  /** By day of publication, then by id. */
  readonly tellings: readonly Telling[];
  /** The links that hold it together, one fewer than tellings. */
  readonly joins: readonly Join[];
}

const BY_REVIEWER: Reason = { about: 'reviewer', points: 100, says: 'joined by a reviewer' };

/** Groups the tellings of many reports into happenings. A pure function of the set: neither the order of the tellings nor what was
 * linked before changes the answer. Tellings of plans, threats and demands are left out. The nearest two groups are joined first; a
 * group never holds two tellings that cannot be one happening, and its tellings must be alike on the whole, not only at one end. */
export function groupTellings(tellings: readonly Telling[], rulings: readonly Ruling[] = []): readonly Group[] {
  const told = tellings.filter(isTold).sort(byPublication);
  const pairs = new PairScores(rulings);
  const groups = new Map<string, Draft>(told.map((telling) => [telling.id, { tellings: [telling], joins: [] }]));
  const joins = [...candidatePairs(told)]
    .flatMap(([a, b]) => {
      const likeness = pairs.of(a, b);
      return likeness && likeness.points >= LINK_POINTS ? [{ a, b, likeness }] : [];
    })
    .concat(ruledPairs(told, rulings))
    .sort((x, y) => y.likeness.points - x.likeness.points || compareText(x.a.id, y.a.id) || compareText(x.b.id, y.b.id));
  for (const { a, b, likeness } of joins) {
    const [one, other] = [groups.get(a.id), groups.get(b.id)];
    if (!one || !other || one === other || !pairs.fit(one.tellings, other.tellings)) continue;
    const join = { a: a.id, b: b.id, points: likeness.points, reasons: likeness.reasons };
    const joined: Draft = {
      tellings: [...one.tellings, ...other.tellings].sort(byPublication),
      joins: [...one.joins, ...other.joins, join],
    };
    for (const { id } of joined.tellings) groups.set(id, joined);
  }
  return [...new Set(groups.values())].map(toGroup).sort((x, y) => compareText(x.id, y.id));
}

/** Ids of the tellings that a telling is linked to directly: what has to be fetched before a new one can be placed. */
export function linkedTo(telling: Telling, candidates: readonly Telling[], rulings: readonly Ruling[] = []): readonly string[] {
  const pairs = new PairScores(rulings);
  return candidates
    .filter((other) => other.id !== telling.id && isTold(other) && (pairs.of(telling, other)?.points ?? 0) >= LINK_POINTS)
    .map(({ id }) => id);
}

interface Draft {
  readonly tellings: readonly Telling[];
  readonly joins: readonly Join[];
}

function toGroup({ tellings, joins }: Draft): Group {
  return { id: `i-${textId(tellings[0]?.id ?? '').slice(0, 16)}`, tellings, joins };
}

function byPublication(a: Telling, b: Telling): number {
  return compareText(a.published ?? '9999', b.published ?? '9999') || compareText(a.id, b.id);
}

/** How a telling is kept and looked for. */
export interface TellingKeys {
  /** Keys under which it is kept. */
  readonly kept: readonly string[];
  /** Keys under which those stand that may tell the same; none else is ever compared with it. */
  readonly sought: readonly string[];
}

/** Text keys of a telling. One that names no day is looked for by all that share its year and place or party; those that name their day do
 * not look for each other that way, so that what is fetched for a telling does not grow with the year. */
export function keysOf(telling: Telling): TellingKeys {
  const { near, far, isLong } = blockKeys(telling);
  const days = near.map((key) => `n|${key}`);
  const any = far.map((key) => `f|${key}`);
  const undated = far.map((key) => `u|${key}`);
  return isLong
    ? { kept: [...days, ...any, ...undated], sought: [...days, ...any] }
    : { kept: [...days, ...any], sought: [...days, ...undated] };
}

/** Pairs that share a block, the earlier first, each once. */
function* candidatePairs(told: readonly Telling[]): Iterable<readonly [Telling, Telling]> {
  const blocks = new Map<string, Telling[]>();
  for (const telling of told) {
    const { kept, sought } = keysOf(telling);
    for (const other of new Set(sought.flatMap((key) => blocks.get(key) ?? []))) yield [other, telling];
    for (const key of kept) {
      const block = blocks.get(key);
      if (block) block.push(telling);
      else blocks.set(key, [telling]);
    }
  }
}

function ruledPairs(
  told: readonly Telling[],
  rulings: readonly Ruling[],
): readonly { a: Telling; b: Telling; likeness: Likeness }[] {
  const byId = new Map(told.map((telling) => [telling.id, telling]));
  return rulings.flatMap(({ a, b, same }) => {
    const [one, other] = [byId.get(a), byId.get(b)];
    return same && one && other ? [{ a: one, b: other, likeness: { points: BY_REVIEWER.points, reasons: [BY_REVIEWER] } }] : [];
  });
}

/** Likeness of pairs, with what people ruled put above the rules. */
class PairScores {
  readonly #rulings: ReadonlyMap<string, boolean>;

  constructor(rulings: readonly Ruling[]) {
    this.#rulings = new Map(rulings.map(({ a, b, same }) => [pairKey(a, b), same]));
  }

  of(a: Telling, b: Telling): Likeness | null {
    const ruled = this.#rulings.size > 0 ? this.#rulings.get(pairKey(a.id, b.id)) : undefined;
    if (ruled === false) return null;
    return ruled ? { points: BY_REVIEWER.points, reasons: [BY_REVIEWER] } : compareTellings(a, b);
  }

  /** Whether two groups can be one: no pair excludes it, and on the average the pairs speak for it. What people ruled on any pair decides,
   * and apart is stronger than together. */
  fit(one: readonly Telling[], other: readonly Telling[]): boolean {
    const pairs = one.flatMap((a) => other.map((b) => [a, b] as const));
    if (this.#rulings.size > 0) {
      const ruled = pairs.map(([a, b]) => this.#rulings.get(pairKey(a.id, b.id)));
      if (ruled.includes(false)) return false;
      if (ruled.includes(true)) return true;
    }
    let [sum, compared] = [0, 0];
    for (const [a, b] of pairs) {
      const likeness = compareTellings(a, b);
      if (!likeness) {
        if (this.#isHeld(a, one) || this.#isHeld(b, other)) continue;
        return false;
      }
      sum += likeness.points;
      compared++;
    }
    return compared > 0 && sum / compared >= LINK_POINTS / 2;
  }

  /** Whether a person put a telling where it is: what it is unlike then does not count against those it was put with. */
  #isHeld({ id }: Telling, group: readonly Telling[]): boolean {
    return this.#rulings.size > 0 && group.some((other) => this.#rulings.get(pairKey(id, other.id)) === true);
  }
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}
