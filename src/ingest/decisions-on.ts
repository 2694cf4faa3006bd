import type { CaseDecision } from '../api/index.ts';
import { correctRecord, documentsOf, meaningOf, type ReviewDecision } from '../review/index.ts';
import { type CaseDb, listDecisions, readRecord } from '../store/index.ts';
import { toCaseDecisions } from './corrections.ts';

/** What people decided about some subjects, in order: entries are found by their words, whatever number they had when it was decided.
 * @param subjects ids of entries, documents (all of their entries), incidents, or `actor:ID`; all decisions where left out */
export async function readDecisionsOn(db: CaseDb, subjects?: readonly string[]): Promise<readonly CaseDecision[]> {
  const log = await listDecisions(db);
  if (subjects === undefined) return toCaseDecisions(log);
  const numbers = new Set<number>();
  for (const subject of subjects) for (const number of await numbersOn(db, log, subject)) numbers.add(number);
  const undoings = log.filter((decision) => {
    const meaning = meaningOf(decision);
    return meaning?.kind === 'undo' && numbers.has(meaning.of.decision);
  });
  for (const { number } of undoings) numbers.add(number);
  return toCaseDecisions(
    log,
    log.filter(({ number }) => numbers.has(number)),
  );
}

async function numbersOn(db: CaseDb, log: readonly ReviewDecision[], subject: string): Promise<readonly number[]> {
  const named = log.filter((decision) => decision.subject === subject).map(({ number }) => number);
  const [document = '', entry] = subject.split('#', 2);
  if (!/^[0-9a-f]{64}$/.test(document)) return named;
  if (entry === undefined) {
    const about = log.filter((decision) => {
      const meaning = meaningOf(decision);
      return meaning !== null && documentsOf(meaning)?.includes(document);
    });
    return about.map(({ number }) => number);
  }
  const record = await readRecord(db, document);
  // Decisions that were taken back are marked nowhere; they were about this entry if they named it.
  const marked = record ? (correctRecord(record, log).marks.find((mark) => mark.entry === entry)?.decisions ?? []) : [];
  return [...named, ...marked];
}
