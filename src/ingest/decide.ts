import type {
  ActorSplit,
  Addition,
  CaseDecision,
  ClaimEdit,
  DecisionInput,
  EventEdit,
  OthersChange,
  TieEdit,
} from '../api/index.ts';
import { meaningOf, type ReviewDecision, undoneBy } from '../review/index.ts';
import { addDecision, type CaseDb, inTransaction, listDecisions, listDocumentsWith } from '../store/index.ts';
import { relistDocuments, toCaseDecisions } from './corrections.ts';
import { ReviewError } from './review-error.ts';
import { settleActorMerge, settleActorSplit } from './settle-actors.ts';
import { settleAddition, settleEntry } from './settle-entry.ts';
import { settlePairs } from './settle-pairs.ts';
import type { Settled } from './settled.ts';

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

async function settle(db: CaseDb, { kind, subject, what }: DecisionInput, log: readonly ReviewDecision[]): Promise<Settled> {
  if (kind === 'accept' || kind === 'reject') return settleEntry(db, subject, null, log);
  if (kind === 'edit') return settleEntry(db, subject, what as EventEdit | ClaimEdit | TieEdit | null, log, true);
  if (kind === 'add') return settleAddition(db, subject, what as Addition);
  if (what === null) throw new ReviewError('bad-decision', `${kind} needs to be told what`);
  const actor = /^actor:(.+)$/s.exec(subject)?.[1];
  if (actor === undefined) return settlePairs(db, kind, subject, what as OthersChange, log);
  return kind === 'merge' ? settleActorMerge(db, actor, what as OthersChange) : settleActorSplit(db, actor, what as ActorSplit);
}
