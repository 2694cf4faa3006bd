import type { Problem } from '../base/index.ts';
import { type ReviewDecision, removalOf } from '../review/index.ts';
import { addDecision, type CaseDb, inTransaction, removeDocument } from '../store/index.ts';
import type { Reviewing } from './decide.ts';
import { askToWeigh } from './weigh-case.ts';

/** Takes a document out of a case, as one step with a decision that says who did so, when and why. The log names it by its id alone; while the
 * decision is in force the text does not come in again. What is linked must be linked again. @param id in full @returns the decision's number
 * @throws StoreError where there is no such document */
export function takeOut(db: CaseDb, id: string, why: string, { byWhom, now }: Reviewing): Promise<number> {
  return inTransaction(db, async (db) => {
    await removeDocument(db, id);
    await askToWeigh(db);
    return addDecision(db, { at: now, byWhom, kind: 'remove', subject: id, why, what: null });
  });
}

/** Why a text may not come into the case: it was taken out; null where it may. @param log decisions of the case */
export function objectionTo(id: string, log: readonly ReviewDecision[]): Problem | null {
  const removal = removalOf(id, log);
  if (!removal) return null;
  const { number, byWhom, at, why } = removal;
  const detail = `${byWhom} took it out of the case on ${at.slice(0, 10)} (${why}); "lapwing review undo ${number}" lets it in again`;
  return { code: 'ingest/taken-out', subject: id, detail };
}
