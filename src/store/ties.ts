import { type SqlBool, sql } from 'kysely';
import type { CaseFilter, CaseToldTie, RecordTie } from '../api/index.ts';
import type { CaseDb } from './case-db.ts';
import { actorNames, dayOrNull, documentName, type EntryRow, eachPage } from './entries.ts';
import { entryId, positionId } from './entry-ids.ts';
import { type Condition, commonConditions, countEntries, entryRows, ifGiven, oneOf } from './entry-rows.ts';
import type { TieTable } from './tables.ts';

type TieRow = TieTable & EntryRow;

/** The ties a filter wants, by the day of publication, document and place in the report. `type` is the kind of tie, `actor` either
 * end, or with `recipient` the end it starts from. */
export function eachTie(db: CaseDb, filter: CaseFilter = {}): AsyncGenerator<CaseToldTie> {
  const conditions = tieConditions(db, filter);
  return eachPage(
    filter,
    (after, size) => entryRows<TieRow>(db, 'tie', conditions, after, size),
    (rows) => toTies(db, rows),
  );
}

/** How many ties a filter wants; its limit does not count. */
export function countTies(db: CaseDb, filter: CaseFilter = {}): Promise<number> {
  return countEntries(db, 'tie', tieConditions(db, filter));
}

/** The tie at a place of a document's record, or null. @param document the document's key @param position from 0 */
export async function findTie(db: CaseDb, document: number, position: number): Promise<RecordTie | null> {
  const row = await db.query
    .selectFrom('tie')
    .selectAll()
    .where('document', '=', document)
    .where('position', '=', position)
    .executeTakeFirst();
  return row ? toRecordTie(row) : null;
}

function tieConditions(db: CaseDb, filter: CaseFilter): readonly Condition[] {
  const { actor, recipient } = filter;
  return [
    ...commonConditions(db, filter),
    ...ifGiven(actor, (ids) =>
      recipient === undefined
        ? sql<SqlBool>`(${oneOf('e.from_actor', ids)} or ${oneOf('e.to_actor', ids)})`
        : oneOf('e.from_actor', ids),
    ),
    ...ifGiven(filter.party, (ids) => sql<SqlBool>`(${oneOf('e.from_actor', ids)} or ${oneOf('e.to_actor', ids)})`),
    ...ifGiven(recipient, (ids) => oneOf('e.to_actor', ids)),
    ...ifGiven(filter.speaker, (ids) => oneOf('e.attributed_to', ids)),
    ...ifGiven(filter.type, (kinds) => oneOf('e.kind', kinds)),
  ];
}

async function toTies(db: CaseDb, rows: readonly TieRow[]): Promise<readonly CaseToldTie[]> {
  const nameActor = await actorNames(db, rows);
  return rows.map((row) => {
    const tie = toRecordTie(row);
    const name = (actor: string) => nameActor(row.document, actor);
    return {
      ...{ id: entryId(row.document_id, positionId('tie', row.position)), document: documentName(row) },
      ...{ day: dayOrNull(row.day), tie, from: name(tie.from), to: name(tie.to) },
      attributedTo: tie.attributedTo === null ? null : name(tie.attributedTo),
      deniedBy: tie.deniedBy.map(name),
    };
  });
}

function toRecordTie(row: TieTable): RecordTie {
  return {
    from: row.from_actor,
    to: row.to_actor,
    kind: row.kind as RecordTie['kind'],
    evidence: { start: row.evidence_start, end: row.evidence_end, text: row.evidence_text },
    attributedTo: row.attributed_to,
    deniedBy: JSON.parse(row.denied_by),
  };
}
