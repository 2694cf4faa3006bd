import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import type { CaseLocation } from './case-location.ts';
import { StoreError } from './store-error.ts';
import type { CaseTables } from './tables.ts';

/** Connections a process opens at most: one writes, the others read. */
const POOL_SIZE = 4;

/** How long a server may take to answer a new connection, in milliseconds. */
const CONNECT_MS = 10_000;

/** How long one statement of a reader may take on a server, in milliseconds. */
export const STATEMENT_MS = 60_000;

/** Type number of `bigint`, which `pg` gives as text; all of ours are below 2^53. */
const BIGINT = 20;

/** Opens a schema of a PostgreSQL server; nothing is asked of the server yet. `pg` is loaded here, since most cases are files. */
export async function openPostgres(
  location: Extract<CaseLocation, { dialect: 'postgres' }>,
  readOnly: boolean,
): Promise<Kysely<CaseTables>> {
  const [{ default: pg }, { default: Cursor }] = await Promise.all([import('pg'), import('pg-cursor')]);
  const settings = [`search_path=${location.schema}`, 'client_encoding=UTF8', 'synchronous_commit=on'];
  if (readOnly) settings.push('default_transaction_read_only=on', `statement_timeout=${STATEMENT_MS}`);
  if (location.role !== undefined) settings.push(`role=${location.role}`);
  const pool = new pg.Pool({
    connectionString: location.url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_MS,
    options: settings.map((setting) => `-c ${setting}`).join(' '),
    application_name: 'lapwing',
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === BIGINT ? Number : pg.types.getTypeParser(type, format as 'text'),
    },
  });
  // A connection lost while nobody uses it is replaced by the pool; without a listener the process would end.
  pool.on('error', () => {});
  // The same for one lost in use: what was asked over it fails, and that is met.
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<CaseTables>({
    dialect: new PostgresDialect({ pool: explaining(pool, location.name), cursor: Cursor }),
  });
}

interface Statement {
  readonly text: string;
  readonly values: unknown[];
  readonly queryMode: 'extended';
}

interface Pool {
  connect(): Promise<Client>;
  end(): Promise<void>;
}

interface Client {
  query(statement: Statement): Promise<unknown>;
  query(cursor: unknown): unknown;
  release(destroy?: boolean): void;
}

/** A pool whose failures are StoreErrors that say what to do. */
function explaining(pool: Pool, name: string): PostgresPool {
  const explain = (error: unknown): never => {
    throw explainPostgres(error, name) ?? error;
  };
  const clients = new WeakMap<Client, PostgresPoolClient>();
  return {
    options: {},
    async connect() {
      const client = await pool.connect().catch(explain);
      const known = clients.get(client);
      if (known) return known;
      // The extended protocol takes one statement at a time: nothing can be smuggled in after a query.
      const query = (given: unknown, values?: readonly unknown[]) => {
        if (typeof given !== 'string') return client.query(given);
        return client.query({ text: given, values: [...(values ?? [])], queryMode: 'extended' }).catch(explain);
      };
      const wrapped = { query: query as PostgresPoolClient['query'], release: (destroy?: boolean) => client.release(destroy) };
      clients.set(client, wrapped);
      return wrapped;
    },
    end: () => pool.end(),
  };
}

/** What to tell of a server's or a connection's error, by its SQLSTATE or system code; null where it is none that a user can mend. */
const EXPLAINED: Readonly<Record<string, readonly [code: string, detail: string]>> = {
  ECONNREFUSED: [
    'store/unreachable',
    'the PostgreSQL server does not answer (connection refused): is it running, is the port right?',
  ],
  ENOTFOUND: ['store/unreachable', 'no such host; check the address'],
  EAI_AGAIN: ['store/unreachable', 'the host name cannot be looked up; check the address and the network'],
  ETIMEDOUT: ['store/unreachable', 'the PostgreSQL server does not answer (timed out)'],
  ENOENT: ['store/unreachable', 'no PostgreSQL server listens on this socket'],
  ECONNRESET: ['store/unreachable', 'the PostgreSQL server closed the connection; what was not confirmed is not stored'],
  EPIPE: ['store/unreachable', 'the PostgreSQL server closed the connection; what was not confirmed is not stored'],
  '57P01': ['store/unreachable', 'the PostgreSQL server is shutting down; what was not confirmed is not stored'],
  '57P02': ['store/unreachable', 'the PostgreSQL server broke down; what was not confirmed is not stored'],
  '57P03': ['store/unreachable', 'the PostgreSQL server is starting up; try again'],
  '40P01': ['store/busy', 'others were writing the same; nothing of the last step was kept, try again'],
  '40001': ['store/busy', 'others were writing the same; nothing of the last step was kept, try again'],
  '53300': ['store/unreachable', 'the PostgreSQL server has too many connections'],
  '28P01': ['store/refused', 'the PostgreSQL server refused the user or the password'],
  '28000': ['store/refused', 'the PostgreSQL server refused this user'],
  '3D000': ['store/no-database', 'the PostgreSQL server has no such database; create it first'],
  '42501': ['store/refused', 'the PostgreSQL user lacks the rights for this'],
  '57014': ['store/too-slow', `the query took longer than ${STATEMENT_MS / 1000} s and was stopped`],
  '53100': ['store/disk-full', 'no space left on the server'],
  '25006': ['store/read-only', 'this connection only reads'],
};

/** What a failure of a server means, or null where it is none that a user can mend. */
export function explainPostgres(error: unknown, name: string): StoreError | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = EXPLAINED[code];
  if (known) return new StoreError(known[0], name, known[1], error);
  // `pg` gives its own failures no code.
  if (/timeout exceeded when trying to connect|Connection terminated/i.test(error.message))
    return new StoreError('store/unreachable', name, `the PostgreSQL server does not answer (${error.message})`, error);
  return null;
}
