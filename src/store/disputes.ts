import { insertRows, toJson } from './bulk.ts';
import { type CaseDb, inTransaction } from './case-db.ts';

/** Statements or figures that cannot all be true, as linking hands them over. */
export interface StoredDispute {
  readonly id: string;
  readonly kind: string;
  /** Its sides and whatever else linking knows of it, JSON; the store does not look inside. */
  readonly details: unknown;
}

/** Puts new disputes in the place of all there are, as one step. */
export function replaceDisputes(db: CaseDb, disputes: readonly StoredDispute[]): Promise<void> {
  return inTransaction(db, async (db) => {
    await db.query.deleteFrom('dispute').execute();
    await insertRows(
      db,
      'dispute',
      disputes.map(({ id, kind, details }) => ({ id, kind, details: toJson(details ?? null) })),
    );
  });
}

/** The disputes of a case, by id. @param kinds only these kinds */
export async function listDisputes(db: CaseDb, kinds?: readonly string[]): Promise<readonly StoredDispute[]> {
  let query = db.query.selectFrom('dispute').select(['id', 'kind', 'details']).orderBy('id');
  if (kinds !== undefined) query = query.where('kind', 'in', kinds.length === 0 ? [''] : kinds);
  return (await query.execute()).map(({ id, kind, details }) => ({ id, kind, details: JSON.parse(details) }));
}
