import { type RawBuilder, sql } from 'kysely';
import { toJson } from './bulk.ts';
import type { CaseDb } from './case-db.ts';

/** A subquery that gives each of many texts as one row, whatever their number: `x in ${textList(db, values)}`. */
export function textList(db: CaseDb, values: readonly string[]): RawBuilder<unknown> {
  const json = toJson(values);
  return db.dialect === 'sqlite'
    ? sql`(select value from json_each(${json}))`
    : sql`(select value from json_array_elements_text(${json}::json) as given (value))`;
}
