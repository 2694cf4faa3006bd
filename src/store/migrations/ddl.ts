import { type Kysely, sql } from 'kysely';

/** The few words in which the two databases name the same thing differently. */
export interface DdlWords {
  /** A column numbered by the database, the primary key. */
  readonly identity: string;
  /** A primary key that we number. */
  readonly key: string;
  /** A whole number up to 2^53. */
  readonly whole: string;
  readonly bytes: string;
  /** Ends a table whose primary key is made of all or most of its columns. */
  readonly byKey: string;
}

export const SQLITE_WORDS: DdlWords = {
  identity: 'integer primary key autoincrement',
  key: 'integer primary key',
  whole: 'integer',
  bytes: 'blob',
  byKey: ' without rowid',
};

export const POSTGRES_WORDS: DdlWords = {
  identity: 'bigint generated always as identity primary key',
  key: 'bigint primary key',
  whole: 'bigint',
  bytes: 'bytea',
  byKey: '',
};

/** Runs statements one after the other. */
export async function runStatements(db: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** The same statement with texts compared by their characters' codes, as SQLite compares them: sorting must not depend on a server's
 * language. */
export function withPlainOrder(statement: string): string {
  return statement.replace(/ text(?= not null|,|\)| primary key)/g, ' text collate "C"');
}
