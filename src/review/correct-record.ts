import type { CaseRecord, RecordClaim, RecordEvent, RecordFigure, RecordTie, RejectedEntry, ReviewMark } from '../api/index.ts';
import { type AnchoredEntry, anchoredEntries, findAnchored, type ReviewedKind } from './anchor.ts';
import { editEntry, fieldsOf } from './edit-entry.ts';
import { inForce, type Meaning, type ReviewDecision } from './log.ts';
import { addKnown, type Parties, renameActor } from './parties.ts';
import { toAddedEntry } from './to-added-entry.ts';

/** A record as people corrected it. */
export interface Corrected {
  /** Without rejected entries, with added ones, fields as corrected. */
  readonly record: CaseRecord;
  /** Ids of entries that a record numbers by place, in the order of the corrected record; they stay when others are rejected. */
  readonly ids: { readonly ties: readonly string[]; readonly figures: readonly string[]; readonly times: readonly string[] };
  readonly marks: readonly ReviewMark[];
  readonly rejected: readonly RejectedEntry[];
  /** Numbers of decisions whose entry this record does not have. */
  readonly lost: readonly number[];
}

interface Draft {
  readonly kind: ReviewedKind;
  readonly id: string;
  readonly was: AnchoredEntry['entry'];
  entry: AnchoredEntry['entry'];
  verdict: 'accepted' | 'rejected' | null;
  readonly isAdded: boolean;
  readonly decisions: number[];
}

/** Applies what people decided to a record as it was coded. Pure: the same record and log give the same answer, and a log without a word
 * about the record gives it back unchanged. Each decision finds its entry by its words, whatever version made the record.
 * @param log all decisions of the case, or those that may concern this document */
export function correctRecord(record: CaseRecord, log: readonly ReviewDecision[]): Corrected {
  const work = new Correction(record);
  for (const { decision, meaning } of inForce(log)) work.apply(decision.number, meaning);
  return work.result();
}

class Correction {
  readonly #record: CaseRecord;
  readonly #drafts: Map<string, Draft>;
  readonly #lost: number[] = [];
  #parties: Parties;
  #isChanged = false;

  constructor(record: CaseRecord) {
    this.#record = record;
    this.#parties = { actors: record.actors, places: record.places };
    this.#drafts = new Map(
      anchoredEntries(record).map(({ kind, id, entry }) => [
        id,
        { kind, id, was: entry, entry, verdict: null, isAdded: false, decisions: [] },
      ]),
    );
  }

  apply(number: number, meaning: Meaning): void {
    const { id } = this.#record.document;
    switch (meaning.kind) {
      case 'accept':
      case 'reject':
      case 'edit':
        if (meaning.of.anchor.document === id) this.#judge(number, meaning);
        return;
      case 'add':
        if (meaning.of.document === id) this.#add(number, meaning);
        return;
      case 'merge-actors':
        for (const other of meaning.of.with) this.#rename(other, meaning.of.into);
        return;
      case 'split-actor':
        if (meaning.of.documents.includes(id)) this.#rename(meaning.of.actor, meaning.of.as);
        return;
      default:
        return;
    }
  }

  #judge(number: number, { kind, of }: Extract<Meaning, { kind: 'accept' | 'reject' | 'edit' }>): void {
    const { anchor } = of;
    const id = anchor.id.startsWith('h') ? anchor.id : findAnchored(this.#record, anchor)?.id;
    const draft = id === undefined ? undefined : this.#drafts.get(id);
    if (!draft) {
      this.#lost.push(number);
      return;
    }
    this.#isChanged = true;
    draft.decisions.push(number);
    if (kind === 'accept') draft.verdict = 'accepted';
    else if (kind === 'reject') draft.verdict = 'rejected';
    else if (of.change) {
      this.#parties = addKnown(this.#parties, of);
      draft.entry = editEntry(draft.kind, draft.entry, of.change);
    }
  }

  #add(number: number, { of }: Extract<Meaning, { kind: 'add' }>): void {
    const { text } = this.#record.document;
    if ([of.span, of.evidence].some(({ start, end, text: said }) => start >= end || text.slice(start, end) !== said)) {
      this.#lost.push(number);
      return;
    }
    this.#isChanged = true;
    this.#parties = addKnown(this.#parties, of);
    const { kind, entry } = toAddedEntry(`h${number}`, of);
    this.#drafts.set(`h${number}`, {
      ...{ kind, id: `h${number}`, was: entry, entry, verdict: null, isAdded: true, decisions: [number] },
    });
  }

  #rename(from: string, to: Parameters<typeof renameActor>[2]): void {
    if (from === to.id || !this.#parties.actors.some(({ id }) => id === from)) return;
    this.#isChanged = true;
    const { parties, rename } = renameActor(this.#parties, from, to);
    this.#parties = parties;
    for (const draft of this.#drafts.values()) draft.entry = rename(draft.kind, draft.entry);
  }

  result(): Corrected {
    const times = this.#record.times.map((_, at) => `d${at + 1}`);
    if (!this.#isChanged) {
      const { ties, figures } = this.#record;
      const ids = { ties: ties.map((_, at) => `t${at + 1}`), figures: figures.map((_, at) => `f${at + 1}`), times };
      return { record: this.#record, ids, marks: [], rejected: [], lost: this.#lost };
    }
    const kept = [...this.#drafts.values()].filter(({ verdict }) => verdict !== 'rejected');
    const actors = new Set(this.#parties.actors.map(({ id }) => id));
    const ties = ofKind(kept, 'tie').filter(({ entry }) => joinsTwo(entry as RecordTie, actors));
    const figures = ofKind(kept, 'figure');
    const rejected = [...this.#drafts.values()].filter(({ verdict }) => verdict === 'rejected');
    return {
      record: withoutLoose({
        ...this.#record,
        ...this.#parties,
        events: ofKind(kept, 'event').map(({ entry }) => entry as RecordEvent),
        claims: ofKind(kept, 'claim').map(({ entry }) => entry as RecordClaim),
        ties: ties.map(({ entry }) => entry as RecordTie),
        figures: figures.map(({ entry }) => entry as RecordFigure),
      }),
      ids: { ties: ties.map(tieId), figures: figures.map(({ id }) => id), times },
      marks: [...this.#drafts.values()].filter(({ decisions }) => decisions.length > 0).map(toMark),
      rejected: rejected.map(({ id, kind, was }) => ({ id: kind === 'tie' ? tieId({ id }) : id, entry: was })),
      lost: this.#lost,
    };
  }
}

/** Ties added by hand are numbered far above those that were coded, so that coding anew does not give their numbers to others. */
const ADDED_TIES_FROM = 2 ** 16;

/** What an entry added by hand goes by in the log (`h7`), where a subject gives its id as listed; else the id itself.
 * @param id `e3`, `t2`, `h7`; ties added by hand are listed under numbers of their own */
export function addedId(document: string, id: string, log: readonly ReviewDecision[]): string {
  const found = inForce(log).find(
    ({ decision, meaning }) =>
      meaning.kind === 'add' && meaning.of.document === document && tieId({ id: `h${decision.number}` }) === id,
  );
  return found ? `h${found.decision.number}` : id;
}

function tieId({ id }: Pick<Draft, 'id'>): string {
  return id.startsWith('h') ? `t${ADDED_TIES_FROM + (Number(id.slice(1)) % ADDED_TIES_FROM)}` : id;
}

function ofKind(drafts: readonly Draft[], kind: ReviewedKind): readonly Draft[] {
  return drafts.filter((draft) => draft.kind === kind);
}

function joinsTwo({ from, to }: RecordTie, actors: ReadonlySet<string>): boolean {
  return from !== to && actors.has(from) && actors.has(to);
}

function toMark({ id, kind, was, entry, verdict, isAdded, decisions }: Draft): ReviewMark {
  const [before, now] = [fieldsOf(kind, was), fieldsOf(kind, entry)];
  const corrected = Object.keys(now)
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(now[field]))
    .map((field) => ({ field, was: before[field] ?? null, now: now[field] ?? null }));
  const edited = corrected.length > 0 ? 'edited' : 'accepted';
  const state = verdict === 'rejected' ? 'rejected' : isAdded ? 'added' : edited;
  return { entry: kind === 'tie' ? tieId({ id }) : id, state, corrected, decisions };
}

/** Takes out what refers to entries that are gone, and to actors and places that a decision named and this coding does not know. */
function withoutLoose(record: CaseRecord): CaseRecord {
  const [actors, places, events, claims] = (['actors', 'places', 'events', 'claims'] as const).map(
    (list) => new Set<string | null>(record[list].map(({ id }) => id)),
  );
  const kept = (ids: readonly string[], known: ReadonlySet<string | null> | undefined) => ids.filter((id) => known?.has(id));
  const orNull = (id: string | null) => (actors?.has(id) ? id : null);
  return {
    ...record,
    events: record.events.map((event) => ({
      ...event,
      actors: kept(event.actors, actors),
      recipients: kept(event.recipients, actors),
      places: kept(event.places, places),
      claims: kept(event.claims, claims),
      sameAs: kept(event.sameAs, events),
    })),
    claims: record.claims.map((claim) => ({
      ...claim,
      speaker: orNull(claim.speaker),
      addressee: orNull(claim.addressee),
      events: kept(claim.events, events),
    })),
    ties: record.ties.map((tie) => ({
      ...tie,
      attributedTo: orNull(tie.attributedTo),
      deniedBy: kept(tie.deniedBy, actors),
    })),
    figures: record.figures.map((figure) => (events?.has(figure.event) ? figure : { ...figure, event: null })),
  };
}
