import type { CaseDecision, DecisionKind } from '../api/index.ts';
import { type Corrected, correctRecord, type ReviewDecision, undoneBy } from '../review/index.ts';
import { type CaseDb, type Listed, listDecisions, readRecord, relistDocument } from '../store/index.ts';

/** A document's record as people corrected it, or null where there is no such document. @param id in full */
export async function readCorrected(db: CaseDb, id: string, log?: readonly ReviewDecision[]): Promise<Corrected | null> {
  const [record, decisions] = await Promise.all([readRecord(db, id), log ?? listDecisions(db)]);
  return record && correctRecord(record, decisions);
}

/** What the store lists of a corrected record; null where people changed nothing. */
export function toListed({ record, ids, marks }: Corrected, coded: Corrected['record']): Listed | null {
  if (marks.length === 0 && record === coded) return null;
  const position = (id: string) => Number(id.slice(1)) - 1;
  return { record, positions: { ties: ids.ties.map(position), figures: ids.figures.map(position) } };
}

/** Lists some documents as the decisions in force have them. */
export async function relistDocuments(db: CaseDb, documents: readonly string[]): Promise<void> {
  const log = await listDecisions(db);
  for (const id of documents) {
    const record = await readRecord(db, id);
    if (!record) continue;
    await relistDocument(db, id, toListed(correctRecord(record, log), record) ?? { record });
  }
}

/** Decisions as they are answered, with which were taken back. @param of those to answer, all of them where left out */
export function toCaseDecisions(log: readonly ReviewDecision[], of: readonly ReviewDecision[] = log): readonly CaseDecision[] {
  const undone = undoneBy(log);
  return of.map(({ number, at, byWhom, kind, subject, why, what }) => ({
    ...{ number, at, byWhom, kind: kind as DecisionKind, subject, why, what, undoneBy: undone.get(number) ?? null },
  }));
}
