import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CaseActor, CaseFilter } from '../api/index.ts';
import { foldName } from '../base/index.ts';
import type { CaseDb } from './case-db.ts';
import { type Condition, escapeLike, ifGiven, limit, oneOf, where } from './entry-rows.ts';

/** What a list of actors can be asked for: ids, kinds, documents, words of a name. */
export type ActorFilter = Pick<CaseFilter, 'actor' | 'type' | 'text' | 'document' | 'limit' | 'offset'>;

/** The actors of a case, those in most documents first, each under the name most documents give it. */
export async function listActors(db: CaseDb, filter: ActorFilter = {}): Promise<readonly CaseActor[]> {
  const { rows } = await sql<CaseActor>`
    with named as (
      select actor, name, kind, country, sector, count(*) as times, sum(mentions) as mentions
      from document_actor a ${where(actorConditions(filter))}
      group by actor, name, kind, country, sector
    ), ranked as (
      select actor, name, kind, country, sector,
        row_number() over (partition by actor order by times desc, name, kind, coalesce(country, ''), coalesce(sector, ''))
          as rank,
        sum(times) over (partition by actor) as documents, sum(mentions) over (partition by actor) as mentions
      from named
    ), best as (
      select actor, name, kind, country, sector, documents, mentions from ranked where rank = 1
      order by documents desc, mentions desc, actor ${limit(filter.limit, filter.offset)}
    )
    select actor as id, name, kind, country, sector, cast(documents as bigint) as documents,
      cast(mentions as bigint) as mentions,
      (select count(*) from event_party p where p.actor = b.actor and p.role = 'actor') as acts,
      (select count(*) from event_party p where p.actor = b.actor and p.role = 'recipient') as receives,
      (select count(*) from claim c where c.speaker = b.actor) as says
    from best b order by documents desc, mentions desc, actor`.execute(db.query);
  return rows;
}

/** How many actors a filter wants; its limit does not count. */
export async function countActors(db: CaseDb, filter: ActorFilter = {}): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct actor) as count from document_actor a ${where(actorConditions(filter))}`.execute(db.query);
  return rows[0]?.count ?? 0;
}

/** What one document calls an actor and holds it to be. */
export interface Naming {
  readonly document: string;
  readonly published: string | null;
  readonly name: string;
  readonly kind: string;
  readonly country: string | null;
  readonly sector: string | null;
  readonly aliases: readonly string[];
}

/** What each document calls an actor, by day of publication and id. */
export async function listNamings(db: CaseDb, actor: string): Promise<readonly Naming[]> {
  const rows = await db.query
    .selectFrom('document_actor as a')
    .innerJoin('document as d', 'd.key', 'a.document')
    .select(['d.id as document', 'd.published', 'a.name', 'a.kind', 'a.country', 'a.sector', 'a.aliases'])
    .where('a.actor', '=', actor)
    .orderBy('d.published')
    .orderBy('d.id')
    .execute();
  return rows.map((row) => ({ ...row, aliases: JSON.parse(row.aliases) }));
}

/** Ids of the documents whose lists name one of some actors, in order. */
export async function listDocumentsWith(db: CaseDb, actors: readonly string[]): Promise<readonly string[]> {
  if (actors.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select d.id from document d where d.key in (select document from document_actor where ${oneOf('actor', actors)})
    order by d.id`.execute(db.query);
  return rows.map(({ id }) => id);
}

/** Ids of the actors a phrase stands for: an id (a state's stands for its organs too: `PAK` for `PAK:MIL`), or else a name or alias; and all
 * other ids that stand for the same. Empty where the case has no such actor. */
export async function findActorIds(db: CaseDb, phrase: string): Promise<readonly string[]> {
  const id = phrase.trim();
  const state = id.toUpperCase();
  // Organs begin with the state's code and a colon; ";" is the character after it.
  const byId = await actorIds(
    db,
    sql`actor in (${id}, ${state}, ${id.toLowerCase()}) or (actor >= ${`${state}:`} and actor < ${`${state};`})`,
  );
  if (byId.length > 0) return withVariants(db, byId);
  return withVariants(db, await actorIds(db, sql`folded like ${`%\n${escapeLike(foldName(id))}\n%`} escape '\\'`));
}

/** Some ids and all that stand for one of the same actors. */
async function withVariants(db: CaseDb, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return ids;
  const { rows } = await sql<{ actor: string; called: string }>`
    select actor, called from actor_variant
    where called in (select called from actor_variant where ${oneOf('actor', ids)}) or ${oneOf('called', ids)}`.execute(
    db.query,
  );
  return [...new Set([...ids, ...rows.flatMap(({ actor, called }) => [actor, called])])].sort();
}

/** Ids of actors whose name or id has a phrase in it: what was perhaps meant. At most ten. */
export async function suggestActorIds(db: CaseDb, phrase: string): Promise<readonly string[]> {
  const part = `%${escapeLike(foldName(phrase.trim()))}%`;
  return (await actorIds(db, sql`folded like ${part} escape '\\' or lower(actor) like ${part} escape '\\'`)).slice(0, 10);
}

async function actorIds(db: CaseDb, condition: RawBuilder<SqlBool>): Promise<readonly string[]> {
  const { rows } = await sql<{ actor: string }>`
    select actor from document_actor where ${condition} group by actor order by actor`.execute(db.query);
  return rows.map(({ actor }) => actor);
}

function actorConditions({ actor, type, text, document }: ActorFilter): readonly Condition[] {
  return [
    ...ifGiven(actor, (ids) => oneOf('a.actor', ids)),
    ...ifGiven(type, (kinds) => oneOf('a.kind', kinds)),
    ...ifGiven(document, (ids) => sql<SqlBool>`a.document in (select key from document where ${oneOf('id', ids)})`),
    ...(text === undefined ? [] : [sql<SqlBool>`a.folded like ${`%${escapeLike(foldName(text))}%`} escape '\\'`]),
  ];
}
