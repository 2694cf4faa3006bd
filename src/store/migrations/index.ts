import type { Migration } from 'kysely/migration';
import type { CaseDialect } from '../case-db.ts';
import { makeCaseTables } from './0001-case.ts';
import { makeLinkingTables } from './0002-linking.ts';
import { makeActs } from './0003-acts.ts';

/** All migrations, by name, in the order of their names. One is never changed once released; the next adds to it. */
export function migrationsOf(dialect: CaseDialect): Readonly<Record<string, Migration>> {
  return { '0001-case': makeCaseTables(dialect), '0002-linking': makeLinkingTables(dialect), '0003-acts': makeActs };
}
