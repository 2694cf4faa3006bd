import type { CaseDocument, CaseRecord } from '../api/index.ts';
import { correctRecord, type ReviewDecision } from '../review/index.ts';
import { type CaseDb, listDecisions, listDocuments, readRecord } from '../store/index.ts';

/** A report with its record, as people corrected it, and all its sources. */
export interface ShelvedReport {
  readonly record: CaseRecord;
  readonly document: CaseDocument;
}

/** Reports kept at a time: some megabytes. Entries come by day, so those of a report stand near each other. */
const SHELF_SIZE = 64;

/** Reads reports as they are asked for and keeps the last ones, so that memory does not grow with the case. */
export class ReportShelf {
  readonly #db: CaseDb;
  #log: readonly ReviewDecision[] | null = null;
  readonly #held = new Map<string, ShelvedReport>();

  constructor(db: CaseDb) {
    this.#db = db;
  }

  /** The report of a document. @throws RangeError where the case has none of this id */
  async get(id: string): Promise<ShelvedReport> {
    const held = this.#held.get(id) ?? (await this.#read(id));
    this.#held.delete(id);
    this.#held.set(id, held);
    const [oldest] = this.#held.keys();
    if (this.#held.size > SHELF_SIZE && oldest !== undefined) this.#held.delete(oldest);
    return held;
  }

  async #read(id: string): Promise<ShelvedReport> {
    const [record, [document]] = [await readRecord(this.#db, id), await listDocuments(this.#db, { document: [id] })];
    if (!record || !document) throw new RangeError(`the case has no document ${id}`);
    this.#log ??= await listDecisions(this.#db);
    return { record: correctRecord(record, this.#log).record, document };
  }
}
