import type { Migration } from 'kysely/migration';
import type { CaseDialect } from '../case-db.ts';
import { CASE_FILE_MARK } from '../case-file.ts';
import { POSTGRES_GUARD, SQLITE_GUARD } from './0001-guard.ts';
import { POSTGRES_SEARCH, SQLITE_SEARCH } from './0001-search.ts';
import { tableStatements } from './0001-tables.ts';
import { VIEW_STATEMENTS } from './0001-views.ts';
import { POSTGRES_WORDS, runStatements, SQLITE_WORDS, withPlainOrder } from './ddl.ts';

const STATEMENTS: Readonly<Record<CaseDialect, readonly string[]>> = {
  sqlite: [
    `pragma application_id = ${CASE_FILE_MARK}`,
    ...tableStatements(SQLITE_WORDS),
    ...SQLITE_SEARCH,
    ...VIEW_STATEMENTS,
    ...SQLITE_GUARD,
  ],
  postgres: [...tableStatements(POSTGRES_WORDS).map(withPlainOrder), ...POSTGRES_SEARCH, ...VIEW_STATEMENTS, ...POSTGRES_GUARD],
};

/** Documents, records, entries, decisions: the first version of a case. */
export const makeCaseTables = (dialect: CaseDialect): Migration => ({ up: (db) => runStatements(db, STATEMENTS[dialect]) });
