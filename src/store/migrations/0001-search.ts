/** Full text of SQLite: only the index is kept, the words are in their tables already. */
export const SQLITE_SEARCH: readonly string[] = [
  `create virtual table search using fts5 (words, content = '', contentless_delete = 1,
    tokenize = "porter unicode61 remove_diacritics 2")`,
];

/** Full text of PostgreSQL: English stems without a list of stop words, so that a phrase with "the" is found as on SQLite. */
export const POSTGRES_SEARCH: readonly string[] = [
  'create text search dictionary case_stems (template = pg_catalog.snowball, language = english)',
  'create text search configuration case_words (copy = pg_catalog.english)',
  `alter text search configuration case_words alter mapping for asciiword, word, numword, asciihword, hword, numhword,
    hword_asciipart, hword_part, hword_numpart with case_stems`,
  'create table search (key bigint primary key, words tsvector not null)',
  'create index search_words on search using gin (words)',
];
