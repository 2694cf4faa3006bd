import type {
  ActorFields,
  ActorSplit,
  Addition,
  CaseDecision,
  CaseRecord,
  ClaimEdit,
  DecisionInput,
  EventEdit,
  OthersChange,
  RecordPlace,
  TieEdit,
} from '../api/index.ts';
import {
  type ActorMerge,
  type ActorPart,
  type AddedEntry,
  type Anchor,
  addedId,
  correctRecord,
  type EntryDecision,
  makeAnchor,
  meaningOf,
  type PairsDecision,
  type ReviewDecision,
  undoneBy,
} from '../review/index.ts';
import {
  addDecision,
  type CaseDb,
  findDocumentId,
  inTransaction,
  listActors,
  listDecisions,
  listDocumentsWith,
  listIncidentEvents,
  listPlaces,
  readRecord,
} from '../store/index.ts';
import { relistDocuments, toCaseDecisions } from './corrections.ts';
import { ReviewError } from './review-error.ts';
import { sentenceAround } from './sentence-around.ts';

/** Who decides, when, and what they see. */
export interface Reviewing {
  readonly byWhom: string;
  /** ISO date and time. */
  readonly now: string;
}

/** Takes a decision: adds it to the log and lists the documents it touches as corrected, as one step.
 * @throws ReviewError where there is nothing to decide about, or the decision makes no sense */
export function decide(db: CaseDb, input: DecisionInput, { byWhom, now }: Reviewing): Promise<CaseDecision> {
  return inTransaction(db, async (db) => {
    const log = await listDecisions(db);
    const { subject, what, documents } = await settle(db, input, log);
    const number = await addDecision(db, { at: now, byWhom, kind: input.kind, subject, why: input.why, what });
    await relistDocuments(db, documents);
    return answer(await listDecisions(db), number);
  });
}

/** Takes a decision back, by adding one that says so. Undoing an undoing brings the decision into force again.
 * @throws ReviewError where there is no such decision, or it was taken back already */
export function undoDecision(
  db: CaseDb,
  number: number,
  why: string | null,
  { byWhom, now }: Pick<Reviewing, 'byWhom' | 'now'>,
): Promise<CaseDecision> {
  return inTransaction(db, async (db) => {
    const log = await listDecisions(db);
    const decision = log.find((each) => each.number === number);
    if (!decision) throw new ReviewError('no-entry', `there is no decision ${number}`);
    const by = undoneBy(log).get(number);
    if (by !== undefined) throw new ReviewError('conflict', `decision ${number} was taken back by decision ${by}`);
    const what = { decision: number };
    const added = await addDecision(db, { at: now, byWhom, kind: 'undo', subject: decision.subject, why, what });
    await relistDocuments(db, await touchedBy(db, decision, log));
    return answer(await listDecisions(db), added);
  });
}

function answer(log: readonly ReviewDecision[], number: number): CaseDecision {
  const [decision] = toCaseDecisions(
    log,
    log.filter((each) => each.number === number),
  );
  if (!decision) throw new RangeError(`decision ${number} was not logged`);
  return decision;
}

/** Documents whose lists change with a decision, or with its being taken back. */
async function touchedBy(db: CaseDb, decision: ReviewDecision, log: readonly ReviewDecision[]): Promise<readonly string[]> {
  const meaning = meaningOf(decision);
  switch (meaning?.kind) {
    case 'accept':
    case 'reject':
    case 'edit':
      return [meaning.of.anchor.document];
    case 'add':
      return [meaning.of.document];
    case 'merge-actors':
      return listDocumentsWith(db, [meaning.of.into.id, ...meaning.of.with]);
    case 'split-actor':
      return meaning.of.documents;
    case 'undo': {
      const undone = log.find(({ number }) => number === meaning.of.decision);
      return undone ? touchedBy(db, undone, log) : [];
    }
    default:
      return [];
  }
}

/** A decision ready for the log, and the documents whose lists change with it. */
interface Settled {
  readonly subject: string;
  readonly what: EntryDecision | AddedEntry | PairsDecision | ActorMerge | ActorPart;
  readonly documents: readonly string[];
}

async function settle(db: CaseDb, { kind, subject, what }: DecisionInput, log: readonly ReviewDecision[]): Promise<Settled> {
  if (kind === 'accept' || kind === 'reject') return settleEntry(db, subject, null, log);
  if (kind === 'edit') return settleEntry(db, subject, what as EventEdit | ClaimEdit | TieEdit | null, log, true);
  if (kind === 'add') return settleAddition(db, subject, what as Addition);
  if (what === null) throw new ReviewError('bad-decision', `${kind} needs to be told what`);
  const actor = /^actor:(.+)$/s.exec(subject)?.[1];
  if (actor === undefined) return settlePairs(db, kind, subject, what as OthersChange, log);
  return kind === 'merge' ? settleActorMerge(db, actor, what as OthersChange) : settleActorSplit(db, actor, what as ActorSplit);
}

async function settleEntry(
  db: CaseDb,
  subject: string,
  change: EventEdit | ClaimEdit | TieEdit | null,
  log: readonly ReviewDecision[],
  isEdit = false,
): Promise<Settled> {
  const { record, anchor } = await anchorOf(db, subject, log);
  const id = record.document.id;
  const settled = { subject: `${id}#${subject.split('#', 2)[1]}`, documents: [id] };
  if (!isEdit) return { ...settled, what: { anchor } };
  if (change === null || Object.keys(change).length === 0)
    throw new ReviewError('bad-decision', 'an edit needs at least one field');
  const unfit = Object.keys(change).find((field) => !FIELDS[anchor.entry].includes(field));
  if (unfit !== undefined)
    throw new ReviewError('bad-decision', `${anchor.entry} ${anchor.id} has no field "${unfit}" to correct`);
  return { ...settled, what: { anchor, change, ...(await knownOf(db, record, change)) } };
}

/** Fields that can be corrected, by kind of entry. */
const FIELDS: Readonly<Record<Anchor['entry'], readonly string[]>> = {
  event: ['type', 'modes', 'status', 'actors', 'recipients', 'places', 'time'],
  claim: ['stance', 'speaker', 'addressee'],
  tie: ['kind', 'from', 'to'],
  figure: [],
};

async function anchorOf(
  db: CaseDb,
  subject: string,
  log: readonly ReviewDecision[],
): Promise<{ readonly record: CaseRecord; readonly anchor: Anchor }> {
  const [prefix = '', local] = subject.split('#', 2);
  if (local === undefined) throw new ReviewError('bad-decision', 'the subject must be an entry, DOCUMENT#ENTRY');
  const record = await readCoded(db, prefix);
  const id = addedId(record.document.id, local, log);
  const added = id.startsWith('h') ? log.find(({ number }) => `h${number}` === id) : undefined;
  const meaning = added && meaningOf(added);
  if (meaning?.kind === 'add' && meaning.of.document === record.document.id) {
    const entry = 'event' in meaning.of.addition ? 'event' : 'claim' in meaning.of.addition ? 'claim' : 'tie';
    return { record, anchor: { document: record.document.id, entry, id, span: meaning.of.span, label: '', nth: 0 } };
  }
  const anchor = makeAnchor(record, id);
  if (!anchor) throw new ReviewError('no-entry', `document ${record.document.id.slice(0, 12)} has no entry "${local}"`);
  return { record, anchor };
}

async function readCoded(db: CaseDb, prefix: string): Promise<CaseRecord> {
  const record = await readRecord(db, await findDocumentId(db, prefix));
  if (!record) throw new ReviewError('no-entry', 'the case has no such document');
  return record;
}

/** Actors and places a correction names that the document does not: they must be in the case. */
async function knownOf(
  db: CaseDb,
  { actors, places }: CaseRecord,
  change: EventEdit & ClaimEdit & TieEdit,
): Promise<Pick<EntryDecision, 'actors' | 'places'>> {
  const named = [
    ...(change.actors ?? []),
    ...(change.recipients ?? []),
    change.speaker,
    change.addressee,
    change.from,
    change.to,
  ];
  const ids = [...new Set(named.flatMap((id) => id ?? []))].filter((id) => !actors.some((actor) => actor.id === id));
  const placeIds = [...new Set(change.places ?? [])].filter((id) => !places.some((place) => place.id === id));
  return {
    ...(ids.length > 0 && { actors: await fieldsOf(db, ids) }),
    ...(placeIds.length > 0 && { places: await placesOf(db, placeIds) }),
  };
}

async function fieldsOf(db: CaseDb, ids: readonly string[]): Promise<readonly ActorFields[]> {
  const found = await listActors(db, { actor: ids });
  return ids.map((id) => {
    const actor = found.find((each) => each.id === id);
    if (!actor) throw new ReviewError('bad-decision', `the case has no actor "${id}"`);
    const { name, kind, country, sector } = actor;
    return { id, name, kind: kind as ActorFields['kind'], country, sector: sector as ActorFields['sector'] };
  });
}

async function placesOf(db: CaseDb, ids: readonly string[]): Promise<readonly RecordPlace[]> {
  const found = await listPlaces(db, { place: ids });
  return ids.map((id) => {
    const place = found.find((each) => each.id === id);
    if (!place) throw new ReviewError('bad-decision', `the case has no place "${id}"`);
    const { name, kind, country, latitude, longitude } = place;
    return { id, name, kind, country, latitude, longitude, mentions: [] };
  });
}

async function settleAddition(db: CaseDb, subject: string, addition: Addition): Promise<Settled> {
  const record = await readCoded(db, subject);
  const { id, text } = record.document;
  const { start, end } = addition.selection;
  if (end > text.length || start >= end || text.slice(start, end).trim() === '')
    throw new ReviewError(
      'bad-decision',
      `the selection ${start}-${end} is not in the text, which has ${text.length} characters`,
    );
  const fields = 'event' in addition ? addition.event : 'claim' in addition ? addition.claim : addition.tie;
  const span = { start, end, text: text.slice(start, end) };
  const evidence = sentenceAround(text, span);
  return {
    ...{ subject: id, documents: [id] },
    what: { document: id, addition, span, evidence, ...(await knownOf(db, record, fields)) },
  };
}

async function settlePairs(
  db: CaseDb,
  kind: 'merge' | 'split',
  subject: string,
  what: OthersChange,
  log: readonly ReviewDecision[],
): Promise<Settled> {
  const own = await listIncidentEvents(db, subject);
  if (own.length === 0) throw new ReviewError('no-entry', 'the case has no such incident');
  const others = kind === 'merge' ? await firstTellings(db, what.with) : what.with;
  const unfit = others.find((id) => own.includes(id) !== (kind === 'split'));
  if (unfit !== undefined)
    throw new ReviewError('bad-decision', `${unfit} ${kind === 'split' ? 'does not tell of' : 'tells of'} this incident`);
  const rest = kind === 'split' ? own.filter((id) => !others.includes(id)) : own.slice(0, 1);
  if (others.length === 0 || rest.length === 0)
    throw new ReviewError('bad-decision', `to ${kind}, name some of the others, and leave some`);
  const anchors = new Map<string, Anchor>();
  for (const id of [...rest, ...others]) anchors.set(id, (await anchorOf(db, id, log)).anchor);
  const pairs = rest.flatMap((one) =>
    others.flatMap((other) => {
      const [a, b] = [anchors.get(one), anchors.get(other)];
      return a && b ? [{ a, b }] : [];
    }),
  );
  return { subject, documents: [], what: { pairs, with: what.with } };
}

async function firstTellings(db: CaseDb, incidents: readonly string[]): Promise<readonly string[]> {
  const firsts: string[] = [];
  for (const incident of incidents) {
    const [first] = await listIncidentEvents(db, incident);
    if (first === undefined) throw new ReviewError('no-entry', `the case has no incident "${incident}"`);
    firsts.push(first);
  }
  return firsts;
}

async function settleActorMerge(db: CaseDb, actor: string, { with: others }: OthersChange): Promise<Settled> {
  const [into] = await fieldsOf(db, [actor]);
  await fieldsOf(db, others);
  if (!into || others.length === 0 || others.includes(actor))
    throw new ReviewError('bad-decision', 'name the other actors that are this one');
  const documents = await listDocumentsWith(db, [actor, ...others]);
  return { subject: `actor:${actor}`, documents, what: { with: others, into } };
}

async function settleActorSplit(db: CaseDb, actor: string, { documents: prefixes, as }: ActorSplit): Promise<Settled> {
  const documents = await Promise.all(prefixes.map((prefix) => findDocumentId(db, prefix)));
  const log = await listDecisions(db);
  for (const id of documents) {
    const record = await readRecord(db, id);
    if (!record || !correctRecord(record, log).record.actors.some((each) => each.id === actor))
      throw new ReviewError('bad-decision', `document ${id.slice(0, 12)} does not name "${actor}"`);
  }
  if (documents.length === 0 || as.id === actor)
    throw new ReviewError('bad-decision', 'name the documents in which it is another actor, and that actor');
  return { subject: `actor:${actor}`, documents, what: { actor, documents, as } };
}
