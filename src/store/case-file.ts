import { accessSync, constants } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { StoreError } from './store-error.ts';

/** How long a process waits for another that is writing, in milliseconds. */
export const LOCK_WAIT_MS = 5000;

/** `application_id` of case files, "LPWG": tells them from other SQLite files. */
export const CASE_FILE_MARK = 0x4c505747;

/** SQLite's primary result codes that have a message of their own. */
const BUSY = 5;
const READ_ONLY = 8;
const CORRUPT = 11;
const FULL = 13;
const CANNOT_OPEN = 14;
const NOT_A_DATABASE = 26;

/** Connects to a case file. @throws StoreError where that cannot be */
export function connectFile(path: string, name: string, readOnly: boolean): DatabaseSync {
  const place = readOnly && !isWritable(dirname(path)) ? unchangingFile(path) : path;
  const file = explained(name, () => new DatabaseSync(place, { timeout: LOCK_WAIT_MS }), null);
  try {
    prepareConnection(file, name, readOnly);
  } catch (error) {
    file.close();
    throw error;
  }
  return file;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

/** The address of a file that nobody can write to, such as one on a disc: SQLite then needs no files beside it. */
function unchangingFile(path: string): URL {
  const url = pathToFileURL(path);
  url.searchParams.set('immutable', '1');
  return url;
}

function prepareConnection(file: DatabaseSync, name: string, readOnly: boolean): void {
  const run = (sql: string) => explained(name, () => file.prepare(sql).get(), file);
  const mark = run('pragma application_id')?.application_id;
  const tables = run("select count(*) as count from sqlite_schema where type = 'table' and name not like 'kysely%'")?.count;
  if (mark !== CASE_FILE_MARK && tables !== 0)
    throw new StoreError('store/not-a-case', name, 'this is an SQLite file, but not a Lapwing case');
  run('pragma foreign_keys = on');
  // Readers open the file as writers do and then give up writing: the last to close can then clear away the files beside it.
  if (readOnly) {
    run('pragma query_only = on');
    return;
  }
  run('pragma journal_mode = wal');
  run('pragma synchronous = full');
}

/** Runs some work; what SQLite objects to becomes a StoreError that says what to do. */
export function explained<T>(name: string, work: () => T, file: DatabaseSync | null): T {
  try {
    return work();
  } catch (error) {
    throw explainSqlite(error, name, file) ?? error;
  }
}

function explainSqlite(error: unknown, name: string, file: DatabaseSync | null): StoreError | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  const say = (code: string, detail: string) => new StoreError(code, name, detail, error);
  switch (error.errcode & 0xff) {
    case BUSY:
      return say('store/locked', `another process is writing to this case${holder(file)}; waited ${LOCK_WAIT_MS / 1000} s`);
    case READ_ONLY:
      return say('store/read-only', 'the file, or the folder it is in, cannot be written to');
    case CORRUPT:
      return say('store/damaged', `the file is damaged (${error.message}); restore it from a copy`);
    case FULL:
      return say('store/disk-full', 'no space left on the disk; nothing of the last document was kept');
    case CANNOT_OPEN:
      return say('store/unreadable', 'the file cannot be opened: no such folder, or no permission');
    case NOT_A_DATABASE:
      return say('store/not-a-case', 'this is not a Lapwing case (not an SQLite file)');
    default:
      return null;
  }
}

/** Who is known to be writing, from the runs that have not ended. Reading goes on while another process writes. */
function holder(file: DatabaseSync | null): string {
  if (!file?.isOpen) return '';
  let open: Record<string, unknown> | undefined;
  try {
    open = file.prepare('select host, process, kind, started_at from run where ended_at is null order by key desc').get();
  } catch (error) {
    // No run to be read (a case being created, or the lock is on the whole file): the message does without.
    if (error instanceof Error && 'errcode' in error) return '';
    throw error;
  }
  if (!open) return '';
  const where = open.host === hostname() ? 'on this machine' : `on ${open.host}`;
  return ` (process ${open.process} ${where}, "${open.kind}" begun ${open.started_at})`;
}
