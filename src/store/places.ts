import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CaseFilter, CasePlace } from '../api/index.ts';
import { foldName } from '../base/index.ts';
import type { CaseDb } from './case-db.ts';
import { type Condition, escapeLike, ifGiven, limit, oneOf, where } from './entry-rows.ts';

/** What a list of places can be asked for: ids, kinds, documents, words of a name. */
export type PlaceFilter = Pick<CaseFilter, 'place' | 'type' | 'text' | 'document' | 'limit' | 'offset'>;

/** The places of a case, those in most documents first. */
export async function listPlaces(db: CaseDb, filter: PlaceFilter = {}): Promise<readonly CasePlace[]> {
  const { rows } = await sql<CasePlace>`
    with best as (
      select place, min(name) as name, min(kind) as kind, min(country) as country, min(latitude) as latitude,
        min(longitude) as longitude, count(*) as documents, sum(mentions) as mentions
      from document_place a ${where(placeConditions(filter))}
      group by place order by documents desc, mentions desc, place ${limit(filter.limit, filter.offset)}
    )
    select place as id, name, kind, country, latitude, longitude, documents, cast(mentions as bigint) as mentions,
      (select count(*) from event_place p where p.place = b.place) as events
    from best b order by documents desc, mentions desc, place`.execute(db.query);
  return rows;
}

/** How many places a filter wants; its limit does not count. */
export async function countPlaces(db: CaseDb, filter: PlaceFilter = {}): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct place) as count from document_place a ${where(placeConditions(filter))}`.execute(db.query);
  return rows[0]?.count ?? 0;
}

/** Ids of the places a phrase stands for: an id, a country's code (all places in it), or else a name. Empty where the case has none. */
export async function findPlaceIds(db: CaseDb, phrase: string): Promise<readonly string[]> {
  const given = phrase.trim();
  const byId = await placeIds(db, sql`place = ${given} or country = ${given.toUpperCase()}`);
  if (byId.length > 0) return byId;
  return placeIds(db, sql`folded like ${`%\n${escapeLike(foldName(given))}\n%`} escape '\\'`);
}

/** Names of places that have a phrase in them: what was perhaps meant. At most ten. */
export async function suggestPlaces(db: CaseDb, phrase: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from document_place where folded like ${`%${escapeLike(foldName(phrase.trim()))}%`} escape '\\'
    group by name order by name limit 10`.execute(db.query);
  return rows.map(({ name }) => name);
}

async function placeIds(db: CaseDb, condition: RawBuilder<SqlBool>): Promise<readonly string[]> {
  const { rows } = await sql<{ place: string }>`
    select place from document_place where ${condition} group by place order by place`.execute(db.query);
  return rows.map(({ place }) => place);
}

function placeConditions({ place, type, text, document }: PlaceFilter): readonly Condition[] {
  return [
    ...ifGiven(place, (ids) => oneOf('a.place', ids)),
    ...ifGiven(type, (kinds) => oneOf('a.kind', kinds)),
    ...ifGiven(document, (ids) => sql<SqlBool>`a.document in (select key from document where ${oneOf('id', ids)})`),
    ...(text === undefined ? [] : [sql<SqlBool>`a.folded like ${`%${escapeLike(foldName(text))}%`} escape '\\'`]),
  ];
}
