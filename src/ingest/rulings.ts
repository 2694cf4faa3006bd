import type { CaseRecord } from '../api/index.ts';
import type { Ruling } from '../link/index.ts';
import { pairRulings, ruledDocuments, ruledTellings } from '../review/index.ts';
import { type CaseDb, listDecisions, readRecord } from '../store/index.ts';

/** What people decided about pairs of tellings, as far as it is in force. */
export interface Rulings {
  readonly all: readonly Ruling[];
  /** Number of the last decision read; 0 where there is none. */
  readonly last: number;
  /** Tellings that decisions after a number speak of, or take back. */
  since(decision: number): readonly string[];
}

/** Reads what people decided about which tellings are one happening: decisions `merge` and `split` on incidents. An incident's id may change
 * when reports are added, and an event's number when its report is coded anew; both are found by the words of the event. */
export async function readRulings(db: CaseDb): Promise<Rulings> {
  const log = await listDecisions(db);
  const records = new Map<string, CaseRecord | null>();
  for (const id of ruledDocuments(log)) records.set(id, await readRecord(db, id));
  const recordOf = (document: string) => records.get(document) ?? null;
  return {
    all: pairRulings(log, recordOf),
    last: log.at(-1)?.number ?? 0,
    since: (number) => ruledTellings(log, number, recordOf),
  };
}
