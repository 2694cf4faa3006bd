import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteAdapter, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { connectFile, explained } from './case-file.ts';
import type { CaseTables } from './tables.ts';

/** Opens a case file. @throws StoreError where that cannot be */
export function openSqlite(path: string, name: string, readOnly: boolean): Kysely<CaseTables> {
  const file = connectFile(path, name, readOnly);
  return new Kysely<CaseTables>({ dialect: new CaseFileDialect({ database: shim(file, name, readOnly) }) });
}

/** SQLite can take back changes of the schema; kysely's adapter says it cannot, and a failed migration would stay half done. */
class CaseFileAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class CaseFileDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new CaseFileAdapter();
  }
}

/** A `node:sqlite` file as kysely wants it. Transactions that may write begin by taking the lock: begun without it, two writers that
 * have both read fail at their first write, whatever the timeout. */
function shim(file: DatabaseSync, name: string, readOnly: boolean): SqliteDatabase {
  return {
    close: () => file.close(),
    prepare(sql) {
      const text = sql === 'begin' && !readOnly ? 'begin immediate' : sql;
      const statement = explained(name, () => file.prepare(text), file);
      const call = <T>(work: (...values: SQLInputValue[]) => T, values: readonly unknown[]) =>
        explained(name, () => work.call(statement, ...values.map(toInput)), file);
      const shimmed: SqliteStatement = {
        reader: statement.columns().length > 0,
        all: (values) => call(statement.all, values),
        run: (values) => call(statement.run, values),
        iterate: (values) => call(statement.iterate, values),
      };
      return shimmed;
    },
  };
}

function toInput(value: unknown): SQLInputValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof Uint8Array) return value;
  throw new RangeError(`a ${typeof value} cannot be stored`);
}
