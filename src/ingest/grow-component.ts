import { isTold, keysOf, linkedTo, type Ruling, type Telling } from '../link/index.ts';
import { type CaseDb, findUnderKeys, incidentsWith, readTellings } from '../store/index.ts';

/** Tellings that hang together, and the incidents they were in. */
export interface Component {
  readonly tellings: readonly Telling[];
  /** Ids of the incidents of the case that have one of the tellings; all events of each are among the tellings. */
  readonly incidents: readonly string[];
}

/** Everything that some tellings are linked to, directly or through others, and what was in one incident with any of it. Grouping it gives
 * what grouping the whole case would give for it, since groups never cross links.
 * @param seeds ids */
export async function growComponent(db: CaseDb, seeds: readonly string[], rulings: readonly Ruling[]): Promise<Component> {
  const search = new Search(db, rulings);
  const found = new Set<string>();
  const incidents = new Set<string>();
  let frontier = await search.fetch(seeds);
  while (frontier.length > 0) {
    for (const { id } of frontier) found.add(id);
    const linked = await search.linked(frontier);
    const members = await incidentsWith(
      db,
      frontier.map(({ id }) => id),
    );
    for (const { id } of members) incidents.add(id);
    const next = new Set([...linked, ...members.flatMap(({ events }) => events)]);
    frontier = await search.fetch([...next].filter((id) => !found.has(id)));
  }
  return { tellings: await search.fetch([...found].sort()), incidents: [...incidents].sort() };
}

/** Finds what tellings are linked to; keeps what it has read. */
class Search {
  readonly #db: CaseDb;
  readonly #rulings: readonly Ruling[];
  readonly #ruled = new Map<string, string[]>();
  readonly #read = new Map<string, Telling>();

  constructor(db: CaseDb, rulings: readonly Ruling[]) {
    this.#db = db;
    this.#rulings = rulings;
    for (const { a, b, same } of rulings) {
      if (!same) continue;
      this.#ruled.set(a, [...(this.#ruled.get(a) ?? []), b]);
      this.#ruled.set(b, [...(this.#ruled.get(b) ?? []), a]);
    }
  }

  /** Tellings by id, those that are told to have happened; the case may have lost some. */
  async fetch(ids: readonly string[]): Promise<readonly Telling[]> {
    const missing = ids.filter((id) => !this.#read.has(id));
    for (const [id, body] of await readTellings(this.#db, missing)) this.#read.set(id, body as Telling);
    return ids.flatMap((id) => this.#read.get(id) ?? []).filter(isTold);
  }

  /** Ids of what each of some tellings is linked to directly. */
  async linked(tellings: readonly Telling[]): Promise<readonly string[]> {
    const keys = tellings.map((telling) => ({ telling, sought: keysOf(telling).sought }));
    const rows = await findUnderKeys(this.#db, [...new Set(keys.flatMap(({ sought }) => sought))]);
    const under = new Map<string, string[]>();
    for (const { block, id } of rows) {
      const ids = under.get(block);
      if (ids) ids.push(id);
      else under.set(block, [id]);
    }
    await this.fetch([...new Set(rows.map(({ id }) => id))]);
    return keys.flatMap(({ telling, sought }) => {
      const ids = new Set(sought.flatMap((block) => under.get(block) ?? []));
      const candidates = [...ids].flatMap((id) => this.#read.get(id) ?? []);
      return [...linkedTo(telling, candidates, this.#rulings), ...(this.#ruled.get(telling.id) ?? [])];
    });
  }
}
