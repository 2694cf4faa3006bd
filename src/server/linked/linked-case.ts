import type { ActorFields, CaseDocumentName, CasePlaceName, CaseRecord, RecordClaim, RecordEvent } from '../../api/index.ts';
import {
  type Agreement,
  type CaseTie,
  type CopySignature,
  copySignature,
  type Dispute,
  findAgreements,
  findDisputes,
  type Group,
  groupCopies,
  groupTellings,
  type Incident,
  isTold,
  joinTies,
  type Origin,
  type Ruling,
  type Statement,
  statementsOf,
  type Telling,
  tellingsOf,
  toIncident,
} from '../../link/index.ts';

/** An event of a report, and what linking sees of it. */
export interface ToldEvent {
  readonly telling: Telling;
  readonly event: RecordEvent;
}

/** A claim of a report, and what linking sees of it. */
export interface SaidClaim {
  readonly statement: Statement;
  readonly claim: RecordClaim;
}

/** Everything that follows from all reports of a case together. */
export interface LinkedCase {
  readonly documents: ReadonlyMap<string, CaseDocumentName>;
  readonly actors: ReadonlyMap<string, ActorFields>;
  readonly places: ReadonlyMap<string, CasePlaceName>;
  /** By `DOCUMENT#e3` and `DOCUMENT#c1`. */
  readonly events: ReadonlyMap<string, ToldEvent>;
  readonly claims: ReadonlyMap<string, SaidClaim>;
  readonly groups: readonly Group[];
  /** Happenings, and for itself each act that is none (a threat, a demand, a plan), by day and id. */
  readonly incidents: ReadonlyMap<string, Incident>;
  /** Incident of an event. */
  readonly incidentOf: ReadonlyMap<string, string>;
  readonly disputes: readonly Dispute[];
  readonly agreements: readonly Agreement[];
  readonly ties: readonly CaseTie[];
}

/** Joins the records of a case, one at a time, so that their texts need not be held in memory. */
export class CaseLinker {
  readonly #documents = new Map<string, CaseDocumentName>();
  readonly #actors = new Map<string, Map<string, { fields: ActorFields; count: number }>>();
  readonly #places = new Map<string, CasePlaceName>();
  readonly #events = new Map<string, ToldEvent>();
  readonly #claims = new Map<string, SaidClaim>();
  readonly #signatures: { readonly id: string; readonly signature: CopySignature }[] = [];
  readonly #tied: CaseRecord[] = [];

  /** @param record with the corrections of people */
  add(record: CaseRecord): void {
    const { id, title, source, published, text } = record.document;
    this.#documents.set(id, { id, title, source, published });
    this.#signatures.push({ id, signature: copySignature(text) });
    for (const actor of record.actors) this.#count(actor);
    for (const { mentions: _, ...place } of record.places) if (!this.#places.has(place.id)) this.#places.set(place.id, place);
    tellingsOf(record).forEach((telling, at) => {
      const event = record.events[at];
      if (event) this.#events.set(telling.id, { telling, event });
    });
    statementsOf(record).forEach((statement, at) => {
      const claim = record.claims[at];
      if (claim) this.#claims.set(statement.id, { statement, claim });
    });
    if (record.ties.length > 0)
      this.#tied.push({
        ...record,
        document: { ...record.document, text: '' },
        actors: [],
        places: [],
        events: [],
        claims: [],
      });
  }

  #count({ id, name, kind, country, sector }: ActorFields): void {
    const names = this.#actors.get(id) ?? new Map<string, { fields: ActorFields; count: number }>();
    const key = JSON.stringify([name, kind, country, sector]);
    const known = names.get(key) ?? { fields: { id, name, kind, country, sector }, count: 0 };
    known.count++;
    names.set(key, known);
    this.#actors.set(id, names);
  }

  /** @param rulings what people decided about pairs of tellings */
  link(rulings: readonly Ruling[]): LinkedCase {
    const tellings = [...this.#events.values()].map(({ telling }) => telling);
    const statements = [...this.#claims.values()].map(({ statement }) => statement);
    const copies = groupCopies(this.#signatures);
    const origins = new Map<string, Origin>(
      [...this.#documents.values()].map(({ id, source }) => [id, { source, copyOf: copies.get(id) ?? id }]),
    );
    const groups = groupTellings(tellings, rulings);
    const ties = joinTies(this.#tied);
    const incidents = [
      ...groups.map((group) => toIncident(group, origins)),
      ...tellings
        .filter((telling) => !isTold(telling))
        .map((telling) => ({
          ...toIncident({ id: telling.id, tellings: [telling], joins: [] }, origins),
          status: telling.status,
        })),
    ].map((incident) => ({ incident, day: this.#dayOf(incident) ?? '' }));
    incidents.sort((a, b) => compareText(a.day, b.day) || compareText(a.incident.id, b.incident.id));
    return {
      ...{ documents: this.#documents, places: this.#places, events: this.#events, claims: this.#claims, groups, ties },
      actors: new Map([...this.#actors].map(([id, names]) => [id, mostUsed(names)])),
      incidents: new Map(incidents.map(({ incident }) => [incident.id, incident])),
      incidentOf: new Map(incidents.flatMap(({ incident }) => incident.tellings.map((id) => [id, incident.id]))),
      disputes: findDisputes(groups, tellings, statements, ties),
      agreements: findAgreements(groups, statements),
    };
  }

  #dayOf({ time, tellings }: Incident): string | null {
    return time?.start ?? tellings.flatMap((id) => this.#events.get(id)?.telling.published ?? []).sort()[0] ?? null;
  }
}

/** The name and facts that most documents give an actor. */
function mostUsed(names: ReadonlyMap<string, { readonly fields: ActorFields; readonly count: number }>): ActorFields {
  const [first] = [...names].sort(([a, { count: m }], [b, { count: n }]) => n - m || compareText(a, b));
  if (!first) throw new RangeError('an actor without a name');
  return first[1].fields;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
