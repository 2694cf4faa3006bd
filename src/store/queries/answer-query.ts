import type { OpenedCase } from '../open-case.ts';
import { StoreError } from '../store-error.ts';
import { askFile } from './ask-file.ts';
import { askServer } from './ask-server.ts';
import { forbiddenName } from './forbidden-names.ts';

/** What a query answers: names of its columns, and rows of their values. */
export interface SqlAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** Whether there were more rows than asked for. */
  readonly isCut: boolean;
}

/** Bounds of an answer. */
export interface QueryBounds {
  /** Rows answered at most; all where left out. */
  readonly most?: number;
  /** Seconds the query may take; {@link QUERY_SECONDS} where left out. */
  readonly seconds?: number;
}

/** How long a query may take unless told otherwise, in seconds. */
export const QUERY_SECONDS = 60;

/** First words of statements that only ask. */
const ASKING = /^(?:select|with|values|explain)\b/i;

/** Longest query, in characters. */
const QUERY_MAX = 100_000;

/** Answers one SQL query over the views of a case. Nothing can be changed by it, nothing outside the case be read, and it is stopped when its
 * time is over: of a file it is asked in a process of its own that can be ended, of a server in a transaction that only reads and is taken back.
 * @throws StoreError where the text is no query, the database does not understand it, or it takes too long */
export async function answerQuery(db: OpenedCase, text: string, bounds: QueryBounds = {}): Promise<SqlAnswer> {
  checkQuery(text);
  const most = bounds.most ?? Number.POSITIVE_INFINITY;
  const seconds = bounds.seconds ?? QUERY_SECONDS;
  const found = db.location.dialect === 'sqlite' ? askFile(db.location, text, seconds) : askServer(db, text, seconds);
  const rows: (readonly unknown[])[] = [];
  let columns: readonly string[] = [];
  for await (const row of found) {
    if (rows.length === 0) columns = Object.keys(row);
    if (rows.length === most) return { columns, rows, isCut: true };
    rows.push(Object.values(row));
  }
  return { columns, rows, isCut: false };
}

function checkQuery(text: string): void {
  const refuse = (detail: string) => new StoreError('store/bad-query', 'sql', detail);
  if (text.length > QUERY_MAX) throw refuse(`longer than ${QUERY_MAX} characters`);
  const bare = bareOf(text);
  if (bare.includes(';')) throw refuse('one query at a time');
  if (!ASKING.test(bare)) throw refuse('only select, with, values and explain: a query cannot change the case');
  const name = forbiddenName(text);
  if (name !== null) throw refuse(`${name} reaches beyond the case`);
}

/** What opens a quote or a comment, and what closes it. */
const CLOSERS: Readonly<Record<string, string>> = { "'": "'", '"': '"', '--': '\n', '/*': '*/' };

/** A query without what is quoted in it and without comments: both may hold semicolons. What is never closed runs to the end. */
function bareOf(text: string): string {
  const bare: string[] = [];
  const openers = /['"]|--|\/\*/g;
  let at = 0;
  for (let found = openers.exec(text); found; found = openers.exec(text)) {
    bare.push(text.slice(at, found.index));
    const closer = CLOSERS[found[0]] ?? '';
    const end = text.indexOf(closer, openers.lastIndex);
    at = end < 0 ? text.length : end + closer.length;
    openers.lastIndex = at;
  }
  bare.push(text.slice(at));
  return withoutEnd(bare.join(' ').trim());
}

function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[;\s]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
