import type { Kysely } from 'kysely';
import type { CaseTables } from './tables.ts';

/** The two databases a case can be kept in. */
export type CaseDialect = 'sqlite' | 'postgres';

/** A case, open: the first argument of every function of the store. What is inside is the store's own business. */
export interface CaseDb {
  readonly dialect: CaseDialect;
  /** How messages name the case. */
  readonly name: string;
  readonly query: Kysely<CaseTables>;
}

/** Does some work as one step: all of it is kept, or, where it throws, nothing. Others write before or after, never between. */
export function inTransaction<T>(db: CaseDb, work: (db: CaseDb) => Promise<T>): Promise<T> {
  if (db.query.isTransaction) return work(db);
  return db.query.transaction().execute((query) => work({ ...db, query }));
}
