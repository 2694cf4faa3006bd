import type { CaseDb } from './case-db.ts';

/** A setting of the case, or null where it was never set. */
export async function readSetting(db: CaseDb, name: string): Promise<string | null> {
  const row = await db.query.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value ?? null;
}

/** Sets a setting of the case. */
export async function writeSetting(db: CaseDb, name: string, value: string): Promise<void> {
  await db.query
    .insertInto('setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/** Settings that say how far linking is. They hold for the incidents of this very case, and are made again with them. */
const DERIVED: readonly string[] = ['linked-by', 'linked-decision', 'linkings', 'weighed'];

/** Whether a setting is made from what else the case holds. */
export function isDerivedSetting(name: string): boolean {
  return DERIVED.includes(name);
}
