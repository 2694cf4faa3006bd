import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { foldName } from '../base/index.ts';
import { toJson } from './bulk.ts';
import type { CaseDb } from './case-db.ts';
import { documentKeys } from './entry-ids.ts';

/** Most characters of one text that PostgreSQL's index takes: a tsvector has a greatest size of one megabyte. */
const SERVER_TEXT_MAX = 200_000;

/** What is to be found: a word, words in a row, or the beginning of a word. */
interface Term {
  readonly words: readonly string[];
  readonly isPrefix: boolean;
}

/** Indexes texts under the keys of their entries. */
export async function indexTexts(db: CaseDb, rows: readonly { readonly key: number; readonly words: string }[]): Promise<void> {
  if (rows.length === 0) return;
  if (db.dialect === 'sqlite') {
    await sql`insert into search (rowid, words) select value ->> 'key', value ->> 'words' from json_each(${toJson(rows)})`.execute(
      db.query,
    );
    return;
  }
  const json = toJson(rows.map(({ key, words }) => ({ key, words: plainWords(words).slice(0, SERVER_TEXT_MAX) })));
  await sql`insert into search (key, words) select key, to_tsvector('case_words', words)
    from json_to_recordset(${json}::json) as given (key bigint, words text)`.execute(db.query);
}

/** Takes all entries of a document out of the index. @param document the document's key */
export async function unindexDocument(db: CaseDb, document: number): Promise<void> {
  const { first, last } = documentKeys(document);
  const key = sql.ref(db.dialect === 'sqlite' ? 'rowid' : 'key');
  await sql`delete from search where ${key} between ${first} and ${last}`.execute(db.query);
}

/** The condition that the text of the entry with a given key has all words of a query: words in any order and inflection,
 * `"words in a row"`, `beginn*`. Without a word in it nothing fits.
 * @param key an entry's key, e.g. the column `e.key` */
export function hasWords(db: CaseDb, key: RawBuilder<unknown>, query: string): RawBuilder<SqlBool> {
  const terms = readTerms(query);
  if (terms.length === 0) return sql<SqlBool>`1 = 0`;
  if (db.dialect === 'sqlite')
    return sql<SqlBool>`${key} in (select rowid from search where search match ${terms.map(toFts5).join(' AND ')})`;
  const wanted = sql.join(terms.map(toTsquery), sql` && `);
  return sql<SqlBool>`${key} in (select key from search where words @@ (${wanted}))`;
}

function readTerms(query: string): readonly Term[] {
  const found = query.matchAll(/"([^"]*)"?|([^\s"]+)/g);
  return [...found].flatMap(([, phrase, word]) => {
    const words = plainWords(phrase ?? word ?? '')
      .split(' ')
      .filter(Boolean);
    return words.length === 0 ? [] : [{ words, isPrefix: word?.endsWith('*') ?? false }];
  });
}

/** Words parted by spaces, lower case, without diacritics and signs: what both databases take for a word is then the same. */
function plainWords(text: string): string {
  return foldName(text).replace(/[^\p{L}\p{N}\p{Co}]+/gu, ' ');
}

function toFts5({ words, isPrefix }: Term): string {
  return `"${words.join(' ')}"${isPrefix ? '*' : ''}`;
}

function toTsquery({ words, isPrefix }: Term): RawBuilder<unknown> {
  return isPrefix
    ? sql`to_tsquery('case_words', ${`${words.join(' <-> ')}:*`})`
    : sql`phraseto_tsquery('case_words', ${words.join(' ')})`;
}
