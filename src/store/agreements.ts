import { insertRows, toJson } from './bulk.ts';
import { type CaseDb, inTransaction } from './case-db.ts';

/** Parties that say the same of an incident, as linking hands it over. */
export interface StoredAgreement {
  /** Id of the incident. */
  readonly incident: string;
  /** JSON; the store does not look inside. */
  readonly details: unknown;
}

/** Puts new agreements in the place of all there are, as one step. */
export function replaceAgreements(db: CaseDb, agreements: readonly StoredAgreement[]): Promise<void> {
  return inTransaction(db, async (db) => {
    await db.query.deleteFrom('agreement').execute();
    await insertRows(
      db,
      'agreement',
      agreements.map(({ incident, details }) => ({ incident, details: toJson(details ?? null) })),
    );
  });
}

/** The agreements of a case, by incident. */
export async function listAgreements(db: CaseDb): Promise<readonly StoredAgreement[]> {
  const rows = await db.query.selectFrom('agreement').selectAll().orderBy('incident').execute();
  return rows.map(({ incident, details }) => ({ incident, details: JSON.parse(details) as unknown }));
}
