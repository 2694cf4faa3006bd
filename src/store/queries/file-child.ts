import { once } from 'node:events';
import { constants, type DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { connectFile } from '../case-file.ts';
import { StoreError } from '../store-error.ts';
import type { FileAnswer, FileQuestion } from './file-question.ts';

// A process that asks a case file one question and is ended by a thread of its own when its time is over, whoever started it.

/** Rows sent at a time. */
const ROWS_AT_ONCE = 500;
/** Memory that SQLite may take, in bytes; what is more to sort goes to files. */
const MEMORY_MAX = 512 * 1024 * 1024;

/** Longest text or blob made by a query, in bytes. */
const VALUE_MAX = 64 * 1024 * 1024;

/** What a query over a case does: choose rows, read columns, call functions, call itself. */
const ALLOWED: ReadonlySet<number> = new Set([
  constants.SQLITE_SELECT,
  constants.SQLITE_READ,
  constants.SQLITE_FUNCTION,
  constants.SQLITE_RECURSIVE,
]);

const [question] = (await once(process, 'message')) as [FileQuestion];
startClock(question.seconds);
try {
  const file = connectFile(question.path, question.name, true);
  restrict(file);
  await answer(file, question.text);
} catch (error) {
  await send(toFailure(error));
}
process.disconnect();

function startClock(seconds: number): void {
  const clock = import.meta.url.endsWith('.ts') ? './end-process.ts' : './end-process.js';
  new Worker(new URL(clock, import.meta.url), { workerData: seconds }).unref();
}

/** Lets a connection do nothing but answer. */
function restrict(file: DatabaseSync): void {
  file.prepare(`pragma hard_heap_limit = ${MEMORY_MAX}`).get();
  // Older versions of Node have neither: there the connection only reads, and the query has been looked at.
  if (file.limits !== undefined) Object.assign(file.limits, { length: VALUE_MAX, attach: 0 });
  if (typeof file.setAuthorizer !== 'function') return;
  file.setAuthorizer((action, first) => {
    // Full-text search asks for this one.
    if (action === constants.SQLITE_PRAGMA && first === 'data_version') return constants.SQLITE_OK;
    return ALLOWED.has(action) ? constants.SQLITE_OK : constants.SQLITE_DENY;
  });
}

async function answer(file: DatabaseSync, text: string): Promise<void> {
  let rows: Record<string, unknown>[] = [];
  for (const row of file.prepare(text).iterate()) {
    rows.push({ ...row });
    if (rows.length < ROWS_AT_ONCE) continue;
    const more = once(process, 'message');
    await send({ kind: 'page', rows });
    await more;
    rows = [];
  }
  await send({ kind: 'last', rows });
}

function send(message: FileAnswer): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}

function toFailure(error: unknown): FileAnswer {
  if (error instanceof StoreError) return { kind: 'failed', code: error.code, subject: error.subject, detail: error.message };
  if (error instanceof Error) return { kind: 'failed', code: 'store/bad-query', subject: 'sql', detail: error.message };
  throw error;
}
