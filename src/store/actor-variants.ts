import { insertRows, toJson } from './bulk.ts';
import { type CaseDb, inTransaction } from './case-db.ts';

/** An id under which reports know an actor that others know by another, as linking hands it over. */
export interface StoredVariant {
  readonly actor: string;
  /** The id that stands for all of them. */
  readonly called: string;
  /** What speaks for it, JSON; the store does not look inside. */
  readonly why: unknown;
}

/** Puts new variants in the place of all there are, as one step. */
export function replaceVariants(db: CaseDb, variants: readonly StoredVariant[]): Promise<void> {
  return inTransaction(db, async (db) => {
    await db.query.deleteFrom('actor_variant').execute();
    await insertRows(
      db,
      'actor_variant',
      variants.map(({ actor, called, why }) => ({ actor, called, why: toJson(why ?? null) })),
    );
  });
}

/** The variants of a case, by actor. */
export async function listVariants(db: CaseDb): Promise<readonly StoredVariant[]> {
  const rows = await db.query.selectFrom('actor_variant').selectAll().orderBy('actor').execute();
  return rows.map(({ actor, called, why }) => ({ actor, called, why: JSON.parse(why) as unknown }));
}
