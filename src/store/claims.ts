import { type SqlBool, sql } from 'kysely';
import type { CaseClaim, CaseFilter, RecordClaim } from '../api/index.ts';
import type { CaseDb } from './case-db.ts';
import { actorNames, dayOrNull, documentName, type EntryRow, eachPage } from './entries.ts';
import { entryId } from './entry-ids.ts';
import { type Condition, commonConditions, countEntries, entryRows, ifGiven, oneOf } from './entry-rows.ts';
import { spanOrNull } from './spans.ts';
import type { ClaimTable } from './tables.ts';

type ClaimRow = ClaimTable & EntryRow;

/** The claims a filter wants, by the day of publication, document and place in the report. `type` is the stance. */
export function eachClaim(db: CaseDb, filter: CaseFilter = {}): AsyncGenerator<CaseClaim> {
  const conditions = claimConditions(db, filter);
  return eachPage(
    filter,
    (after, size) => entryRows<ClaimRow>(db, 'claim', conditions, after, size),
    (rows) => toClaims(db, rows),
  );
}

/** How many claims a filter wants; its limit does not count. */
export function countClaims(db: CaseDb, filter: CaseFilter = {}): Promise<number> {
  return countEntries(db, 'claim', claimConditions(db, filter));
}

/** The claim of a document with an id, or null. @param document the document's key */
export async function findClaim(db: CaseDb, document: number, localId: string): Promise<RecordClaim | null> {
  const row = await db.query
    .selectFrom('claim')
    .selectAll()
    .where('document', '=', document)
    .where('local_id', '=', localId)
    .executeTakeFirst();
  return row ? toRecordClaim(row) : null;
}

/** What a filter asks of claims. */
export function claimConditions(db: CaseDb, filter: CaseFilter): readonly Condition[] {
  return [
    ...commonConditions(db, filter),
    ...ifGiven(filter.actor, (ids) => sql<SqlBool>`(${oneOf('e.speaker', ids)} or ${oneOf('e.addressee', ids)})`),
    ...ifGiven(filter.party, (ids) => sql<SqlBool>`(${oneOf('e.speaker', ids)} or ${oneOf('e.addressee', ids)})`),
    ...ifGiven(filter.recipient, (ids) => oneOf('e.addressee', ids)),
    ...ifGiven(filter.speaker, (ids) => oneOf('e.speaker', ids)),
    ...ifGiven(filter.type, (stances) => oneOf('e.stance', stances)),
    ...ifGiven(
      filter.about,
      (ids) => sql<SqlBool>`(e.speaker is null or not ${oneOf('e.speaker', ids)}) and e.key in (
        select l.claim from event_claim l join event_party p on p.event = l.event
        where p.role = 'actor' and ${oneOf('p.actor', ids)})`,
    ),
  ];
}

async function toClaims(db: CaseDb, rows: readonly ClaimRow[]): Promise<readonly CaseClaim[]> {
  const nameActor = await actorNames(db, rows);
  return rows.map((row) => ({
    ...{ id: entryId(row.document_id, row.local_id), document: documentName(row), day: dayOrNull(row.day) },
    claim: toRecordClaim(row),
    speaker: row.speaker === null ? null : nameActor(row.document, row.speaker),
    addressee: row.addressee === null ? null : nameActor(row.document, row.addressee),
  }));
}

/** The claim as it stands in its record, field by field in the record's order. */
function toRecordClaim(row: ClaimTable): RecordClaim {
  return {
    id: row.local_id,
    speaker: row.speaker,
    speakerSpan: spanOrNull(row.speaker_start, row.speaker_end, row.speaker_text),
    stance: row.stance as RecordClaim['stance'],
    addressee: row.addressee,
    content: { start: row.content_start, end: row.content_end, text: row.content_text },
    condition: spanOrNull(row.condition_start, row.condition_end, row.condition_text),
    events: JSON.parse(row.events),
    quoted: row.quoted === 1,
    cue: spanOrNull(row.cue_start, row.cue_end, row.cue_text),
    evidence: { start: row.evidence_start, end: row.evidence_end, text: row.evidence_text },
  };
}
