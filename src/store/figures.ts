import type { CaseFigure, CaseFilter, RecordFigure } from '../api/index.ts';
import type { CaseDb } from './case-db.ts';
import { dayOrNull, documentName, type EntryRow, eachPage } from './entries.ts';
import { entryId, positionId } from './entry-ids.ts';
import { type Condition, commonConditions, countEntries, entryRows, ifGiven, oneOf } from './entry-rows.ts';
import type { FigureTable } from './tables.ts';

type FigureRow = FigureTable & EntryRow;

/** The figures a filter wants, by the day of publication, document and place in the report. `type` is what they count. */
export function eachFigure(db: CaseDb, filter: CaseFilter = {}): AsyncGenerator<CaseFigure> {
  const conditions = figureConditions(db, filter);
  return eachPage(
    filter,
    (after, size) => entryRows<FigureRow>(db, 'figure', conditions, after, size),
    async (rows) =>
      rows.map((row) => ({
        ...{ id: entryId(row.document_id, positionId('figure', row.position)), document: documentName(row) },
        ...{ day: dayOrNull(row.day), figure: toRecordFigure(row) },
      })),
  );
}

/** How many figures a filter wants; its limit does not count. */
export function countFigures(db: CaseDb, filter: CaseFilter = {}): Promise<number> {
  return countEntries(db, 'figure', figureConditions(db, filter));
}

/** The figure at a place of a document's record, or null. @param document the document's key @param position from 0 */
export async function findFigure(db: CaseDb, document: number, position: number): Promise<RecordFigure | null> {
  const row = await db.query
    .selectFrom('figure')
    .selectAll()
    .where('document', '=', document)
    .where('position', '=', position)
    .executeTakeFirst();
  return row ? toRecordFigure(row) : null;
}

function figureConditions(db: CaseDb, filter: CaseFilter): readonly Condition[] {
  return [...commonConditions(db, filter), ...ifGiven(filter.type, (counted) => oneOf('e.counts', counted))];
}

function toRecordFigure(row: FigureTable): RecordFigure {
  return {
    span: { start: row.span_start, end: row.span_end, text: row.span_text },
    low: row.low,
    high: row.high,
    approximate: row.approximate === 1,
    of: row.counts,
    event: row.event,
  };
}
