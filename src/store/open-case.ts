import { existsSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { CaseDb } from './case-db.ts';
import type { CaseLocation } from './case-location.ts';
import { coderOf, mayActAs, mayWrite } from './case-roles.ts';
import { migrationsOf } from './migrations/index.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import { StoreError } from './store-error.ts';
import type { CaseTables } from './tables.ts';

/** What a case is opened for: `create` makes it where there is none, `write` needs one, `read` changes nothing in it. */
export type OpenMode = 'create' | 'write' | 'read';

/** A case that must be closed after use. */
export interface OpenedCase extends CaseDb {
  readonly location: CaseLocation;
  close(): Promise<void>;
}

/** Opens a case, and brings its tables up to date where an older version of the program made them.
 * @throws StoreError where there is no case, it is none, it is newer than the program, or the file or server cannot be reached */
export async function openCase(
  location: CaseLocation,
  mode: OpenMode,
  migrations: Readonly<Record<string, Migration>> = migrationsOf(location.dialect),
): Promise<OpenedCase> {
  if (location.dialect === 'sqlite' && mode !== 'create' && !existsSync(location.path))
    throw new StoreError('store/no-case', location.name, 'no such case; "lapwing add" makes one');
  const opened = await connect(location, mode === 'read');
  try {
    const { missing } = await compareMigrations(opened, migrations, mode);
    if (missing === 0) {
      await checkRights(opened, mode);
      return opened;
    }
  } catch (error) {
    await opened.close();
    throw error;
  }
  if (mode !== 'read') return await migrated(opened, migrations);
  await opened.close();
  const writable = await migrated(await connect(location, false), migrations);
  await writable.close();
  return await connect(location, true);
}

async function connect(location: CaseLocation, readOnly: boolean): Promise<OpenedCase> {
  if (location.dialect === 'sqlite') return toOpened(location, openSqlite(location.path, location.name, readOnly));
  const opened = toOpened(location, await openPostgres(location, readOnly));
  const coder = coderOf(location.schema);
  if (readOnly || location.role !== undefined) return opened;
  try {
    if (!(await mayActAs(opened.query, coder))) return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
  await opened.close();
  // What one of them makes belongs to all who code.
  return connect({ ...location, role: coder }, readOnly);
}

function toOpened(location: CaseLocation, query: Kysely<CaseTables>): OpenedCase {
  return { dialect: location.dialect, name: location.name, location, query, close: () => query.destroy() };
}

/** @throws StoreError where the case is to be written to by a user of a server who only reads it */
async function checkRights({ query, location }: OpenedCase, mode: OpenMode): Promise<void> {
  if (mode === 'read' || location.dialect === 'sqlite' || (await mayWrite(query))) return;
  throw new StoreError('store/read-only', location.name, 'this user of the server may only read the case');
}

/** How many migrations the case lacks. @throws StoreError where there is no case to read, or it has migrations we do not know */
async function compareMigrations(
  { query, location }: OpenedCase,
  migrations: Readonly<Record<string, Migration>>,
  mode: OpenMode,
): Promise<{ readonly missing: number }> {
  const done = await migrationsDone(query, location);
  if (done.length === 0 && mode !== 'create')
    throw new StoreError('store/no-case', location.name, 'no such case; "lapwing add" makes one');
  const newer = done.find((name) => !Object.hasOwn(migrations, name));
  if (newer !== undefined)
    throw new StoreError(
      'store/newer-case',
      location.name,
      `made by a newer version of Lapwing (it has the change "${newer}", which this version does not know); update Lapwing`,
    );
  return { missing: Object.keys(migrations).length - done.length };
}

async function migrationsDone(query: Kysely<CaseTables>, location: CaseLocation): Promise<readonly string[]> {
  const known =
    location.dialect === 'sqlite'
      ? sql<{ found: number }>`select count(*) as found from sqlite_schema where name = 'kysely_migration'`
      : sql<{ found: number }>`select count(*) as found from pg_catalog.pg_tables
          where schemaname = ${location.schema} and tablename = 'kysely_migration'`;
  if ((await known.execute(query)).rows[0]?.found !== 1) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(query);
  return rows.map(({ name }) => name);
}

async function migrated(opened: OpenedCase, migrations: Readonly<Record<string, Migration>>): Promise<OpenedCase> {
  const { query, location } = opened;
  try {
    const migrator = new Migrator({
      db: query,
      provider: { getMigrations: async () => migrations },
      ...(location.dialect === 'postgres' && { migrationTableSchema: location.schema }),
    });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}
