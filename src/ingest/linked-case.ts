import { compareText } from '../base/index.ts';
import type { Group, Incident, NamedActor, Statement, Telling, TieTeller } from '../link/index.ts';
import {
  type CaseDb,
  eachIncidentSince,
  eachSaidSince,
  eachTellingSince,
  listLinkedKeys,
  readSetting,
} from '../store/index.ts';
import { LINKINGS } from './link-case.ts';
import type { Said } from './said.ts';

/** Everything that linking has of a case. */
export interface LinkedCase {
  /** The linking up to which it was read, as the setting has it; empty where the case was never linked. */
  readonly linking: string;
  readonly groups: readonly Group[];
  readonly tellings: readonly Telling[];
  readonly statements: readonly Statement[];
  readonly ties: readonly TieTeller[];
  readonly actors: readonly NamedActor[];
}

/** Most readings of a case that another program goes on linking meanwhile. */
const READINGS = 3;

/** Reads what linking has of a case, without its texts; again, only what was linked since. */
export class LinkedReader {
  readonly #db: CaseDb;
  /** By key of the document. */
  readonly #tellings = new Map<number, readonly Telling[]>();
  readonly #said = new Map<number, Said>();
  /** By key of the incident. */
  readonly #incidents = new Map<number, Pick<Incident, 'id' | 'tellings' | 'joins'>>();
  /** The last linking that was read; linkings are numbered from 0. */
  #seen = -1;

  constructor(db: CaseDb) {
    this.#db = db;
  }

  async read(): Promise<LinkedCase> {
    let linking = await readSetting(this.#db, LINKINGS);
    for (let reading = 0; reading < READINGS; reading++) {
      await this.#readSince(this.#seen);
      const now = await readSetting(this.#db, LINKINGS);
      if (now === linking) break;
      linking = now;
    }
    this.#seen = Number(linking ?? 0);
    return this.#sum(linking ?? '');
  }

  async #readSince(linking: number): Promise<void> {
    const tellings = new Map<number, Telling[]>();
    for await (const { key, body } of eachSaidSince(this.#db, linking)) {
      this.#said.set(key, body as Said);
      tellings.set(key, []);
    }
    for await (const { document, body } of eachTellingSince(this.#db, linking)) tellings.get(document)?.push(body as Telling);
    for (const [document, told] of tellings) this.#tellings.set(document, told);
    for await (const { key, body } of eachIncidentSince(this.#db, linking)) {
      const { id, tellings, joins } = body as Incident;
      this.#incidents.set(key, { id, tellings, joins });
    }
    const { documents, incidents } = await listLinkedKeys(this.#db);
    keepOnly(this.#said, documents);
    keepOnly(this.#tellings, documents);
    keepOnly(this.#incidents, incidents);
  }

  #sum(linking: string): LinkedCase {
    const tellings = [...this.#tellings.values()].flat();
    const byId = new Map(tellings.map((telling) => [telling.id, telling]));
    const groups = [...this.#incidents.values()].map(({ id, tellings, joins }) => {
      return { id, tellings: tellings.flatMap((member) => byId.get(member) ?? []), joins };
    });
    const said = [...this.#said].sort(([a], [b]) => a - b).map(([, each]) => each);
    return {
      ...{ linking, groups: sortedById(groups), tellings: sortedById(tellings) },
      statements: sortedById(said.flatMap(({ statements }) => statements)),
      ties: said.map(({ ties }) => ties),
      actors: said.flatMap(({ actors }) => actors),
    };
  }
}

function keepOnly(map: Map<number, unknown>, keys: readonly number[]): void {
  if (map.size === keys.length && keys.every((key) => map.has(key))) return;
  const kept = new Set(keys);
  for (const key of map.keys()) if (!kept.has(key)) map.delete(key);
}

function sortedById<T extends { readonly id: string }>(all: readonly T[]): readonly T[] {
  return [...all].sort((a, b) => compareText(a.id, b.id));
}
