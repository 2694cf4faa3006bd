import { CompiledQuery, sql, type Transaction } from 'kysely';
import { mayActAs, readerOf } from '../case-roles.ts';
import type { OpenedCase } from '../open-case.ts';
import { explainPostgres } from '../postgres.ts';
import { StoreError } from '../store-error.ts';
import type { CaseTables } from '../tables.ts';

/** Rows fetched at a time. */
const ROWS_AT_ONCE = 500;

/** SQLSTATE of a statement that was stopped because its time was over. */
const CANCELED = '57014';

/** Asks a server, row by row. What a query does to its connection (settings, locks) is taken back with the transaction. */
export async function* askServer(
  db: OpenedCase,
  text: string,
  seconds: number,
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const transaction = await db.query.startTransaction().setAccessMode('read only').execute();
  try {
    await prepare(transaction, db, seconds);
    const pages = transaction.getExecutor().stream<Record<string, unknown>>(CompiledQuery.raw(text), ROWS_AT_ONCE);
    for await (const { rows } of pages) yield* rows;
  } catch (error) {
    throw explain(error, db.name, seconds);
  } finally {
    await transaction.rollback().execute();
  }
}

async function prepare(transaction: Transaction<CaseTables>, { location }: OpenedCase, seconds: number): Promise<void> {
  const set = (name: string, value: string) => sql`select set_config(${name}, ${value}, true)`.execute(transaction);
  await set('statement_timeout', `${Math.ceil(seconds * 1000)}`);
  await set('lock_timeout', '2000');
  if (location.dialect !== 'postgres') return;
  const reader = readerOf(location.schema);
  // Where the case has a role for readers, even its owner asks as one.
  if (await mayActAs(transaction, reader)) await set('role', reader);
}

function explain(error: unknown, name: string, seconds: number): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  if ('code' in error && error.code === CANCELED)
    return new StoreError('store/too-slow', name, `the query took longer than ${seconds} s and was stopped`, error);
  return explainPostgres(error, name) ?? new StoreError('store/bad-query', 'sql', error.message, error);
}
