import { correctRecord, documentsOf, inForce } from '../review/index.ts';
import { type CaseDb, listDecisions, readRecord } from '../store/index.ts';

/** Ids (`DOCUMENT#e3`) of all entries that somebody judged, corrected or added. */
export async function readMarks(db: CaseDb): Promise<ReadonlySet<string>> {
  const log = await listDecisions(db);
  const documents = new Set(
    inForce(log).flatMap(({ meaning }) => (meaning.kind === 'pairs' ? [] : (documentsOf(meaning) ?? []))),
  );
  const marked = new Set<string>();
  for (const id of documents) {
    const record = await readRecord(db, id);
    for (const { entry } of record ? correctRecord(record, log).marks : []) marked.add(`${id}#${entry}`);
  }
  return marked;
}
