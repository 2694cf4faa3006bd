import type { CaseFilter, CaseTime, RecordTime } from '../api/index.ts';
import type { CaseDb } from './case-db.ts';
import { dayOrNull, documentName, type EntryRow, eachPage } from './entries.ts';
import { entryId, positionId } from './entry-ids.ts';
import { commonConditions, countEntries, entryRows } from './entry-rows.ts';
import type { TimeMentionTable } from './tables.ts';

type TimeRow = TimeMentionTable & EntryRow;

/** The dates and periods reports name, by day, document and place in the report. */
export function eachTime(db: CaseDb, filter: CaseFilter = {}): AsyncGenerator<CaseTime> {
  const conditions = commonConditions(db, filter);
  return eachPage(
    filter,
    (after, size) => entryRows<TimeRow>(db, 'time_mention', conditions, after, size),
    async (rows) =>
      rows.map((row) => ({
        ...{ id: entryId(row.document_id, positionId('time', row.position)), document: documentName(row) },
        ...{ day: dayOrNull(row.day), time: toRecordTime(row) },
      })),
  );
}

/** How many dates and periods a filter wants; its limit does not count. */
export function countTimes(db: CaseDb, filter: CaseFilter = {}): Promise<number> {
  return countEntries(db, 'time_mention', commonConditions(db, filter));
}

/** The time at a place of a document's record, or null. @param document the document's key @param position from 0 */
export async function findTime(db: CaseDb, document: number, position: number): Promise<RecordTime | null> {
  const row = await db.query
    .selectFrom('time_mention')
    .selectAll()
    .where('document', '=', document)
    .where('position', '=', position)
    .executeTakeFirst();
  return row ? toRecordTime(row) : null;
}

function toRecordTime(row: TimeMentionTable): RecordTime {
  return {
    span: { start: row.span_start, end: row.span_end, text: row.span_text },
    start: row.start_date,
    end: row.end_date,
  };
}
