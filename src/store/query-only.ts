import { CompiledQuery } from 'kysely';
import type { CaseDb } from './case-db.ts';
import { StoreError } from './store-error.ts';

/** What a query answers: names of its columns, and rows of their values. */
export interface SqlAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** Whether there were more rows than asked for. */
  readonly isCut: boolean;
}

/** First words of statements that only ask. */
const ASKING = /^(?:select|with|values|explain)\b/i;

/** Longest query, in characters. */
const QUERY_MAX = 100_000;

/** Answers one SQL query over the views of a case. The case must have been opened to read: then neither database lets a query change
 * anything, and a server stops one that takes a minute.
 * @param most rows answered at most
 * @throws StoreError where the text is no query, or the database does not understand it */
export async function answerQuery(db: CaseDb, text: string, most: number): Promise<SqlAnswer> {
  const bare = bareOf(text.slice(0, QUERY_MAX + 1));
  if (text.length > QUERY_MAX) throw new StoreError('store/bad-query', 'sql', `longer than ${QUERY_MAX} characters`);
  if (bare.includes(';')) throw new StoreError('store/bad-query', 'sql', 'one query at a time');
  if (!ASKING.test(bare))
    throw new StoreError('store/bad-query', 'sql', 'only select, with, values and explain: a query cannot change the case');
  const rows: (readonly unknown[])[] = [];
  let columns: readonly string[] = [];
  try {
    const { rows: found } = await db.query
      .transaction()
      .setAccessMode('read only')
      .execute((trx) => trx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text)));
    for (const row of found) {
      if (rows.length === 0) columns = Object.keys(row);
      if (rows.length === most) return { columns, rows, isCut: true };
      rows.push(Object.values(row));
    }
  } catch (error) {
    if (error instanceof StoreError || !(error instanceof Error)) throw error;
    throw new StoreError('store/bad-query', 'sql', error.message, error);
  }
  return { columns, rows, isCut: false };
}

/** A query without what is quoted in it and without comments: both may hold semicolons. */
function bareOf(text: string): string {
  return text
    .replace(/'[^']*'|"[^"]*"|--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
    .trim()
    .replace(/[;\s]+$/, '');
}
