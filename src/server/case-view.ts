import { correctRecord, pairRulings, ruledDocuments } from '../review/index.ts';
import { type CaseDb, eachRecord, listDecisions, readChangeMark } from '../store/index.ts';
import { CaseLinker, type LinkedCase } from './linked/linked-case.ts';

/** What follows from all reports of a case, worked out when first asked for and again when the case has changed. */
export class CaseView {
  readonly #db: CaseDb;
  #mark = '';
  #linked: Promise<LinkedCase> | null = null;

  constructor(db: CaseDb) {
    this.#db = db;
  }

  /** The case as it is now. Several who ask at a time wait for one answer. */
  async linked(): Promise<LinkedCase> {
    const mark = await readChangeMark(this.#db);
    if (this.#linked === null || mark !== this.#mark) {
      this.#mark = mark;
      const linking = linkAll(this.#db);
      linking.catch(() => {
        if (this.#linked === linking) this.#linked = null;
      });
      this.#linked = linking;
    }
    return this.#linked;
  }
}

async function linkAll(db: CaseDb): Promise<LinkedCase> {
  const log = await listDecisions(db);
  const ruled = new Set(ruledDocuments(log));
  const coded = new Map<string, Parameters<CaseLinker['add']>[0]>();
  const linker = new CaseLinker();
  for await (const record of eachRecord(db)) {
    if (ruled.has(record.document.id)) coded.set(record.document.id, record);
    linker.add(correctRecord(record, log).record);
  }
  return linker.link(pairRulings(log, (document) => coded.get(document) ?? null));
}
