import type { CaseFilter } from '../../api/index.ts';
import { readMarks } from '../../ingest/index.ts';
import { type CaseDb, eachEvent } from '../../store/index.ts';

/** An event that waits for somebody's word. */
export interface Waiting {
  readonly id: string;
  readonly confidence: number;
}

/** The events a filter wants that nobody has judged or corrected, the least sure first. */
export async function queueOf(db: CaseDb, filter: CaseFilter): Promise<readonly Waiting[]> {
  const { limit, ...wanted } = filter;
  const judged = await readMarks(db);
  const waiting: Waiting[] = [];
  for await (const { id, event } of eachEvent(db, wanted))
    if (!judged.has(id)) waiting.push({ id, confidence: event.confidence });
  return waiting.sort((a, b) => a.confidence - b.confidence || (a.id < b.id ? -1 : 1)).slice(0, limit);
}
