import { inOrder, type Problem } from '../base/index.ts';
import { correctRecord } from '../review/index.ts';
import { type CaseDb, eachStale, readCodingInput, readRecord, replaceRecord, StoreError } from '../store/index.ts';
import type { AddOptions } from './add-articles.ts';
import type { Coder } from './coder.ts';
import { compareRecords, type RecordChange } from './compare-records.ts';
import { toListed } from './corrections.ts';
import { DecisionLog } from './decision-log.ts';
import { toArticle, toFacts } from './stored-article.ts';

/** A document that was coded again, or whose record stays because it could not be. */
export type Recoded = RecodedDocument | { readonly kind: 'failed'; readonly problem: Problem };

interface RecodedDocument {
  readonly kind: 'recoded';
  readonly id: string;
  readonly title: string | null;
  readonly change: RecordChange;
  /** Numbers of decisions of people whose entry the new record no longer has. They stay in the log. */
  readonly lost: readonly number[];
}

/** Codes every document again whose record other versions made, from the text and facts kept with it. The record in force stays until the
 * new one takes its place in one step, and remains as a past record. Interrupted, it goes on where it was when run again.
 * @throws StoreError where the case can no longer be written to */
export async function* recodeDocuments(db: CaseDb, coder: Coder, { run, now, stop }: AddOptions): AsyncGenerator<Recoded> {
  const begin = async (id: string) => {
    const input = await readCodingInput(db, id);
    if (!input) throw new StoreError('store/no-document', db.name, `document ${id} is gone`);
    const article = toArticle(id, input.text, input.facts);
    return { article, coded: await coder.record(article) };
  };
  const log = new DecisionLog();
  for await (const { article, coded } of inOrder(eachStale(db, coder.versions), coder.ahead, begin, stop)) {
    if (!coded.ok) {
      yield { kind: 'failed', problem: coded.problem };
      continue;
    }
    const record = coded.value;
    const before = await readRecord(db, article.id);
    const corrected = correctRecord(record, await log.read(db));
    const listed = toListed(corrected, record);
    const done = await replaceRecord(db, { record, ...(listed && { listed }), facts: toFacts(article), run, now: now() });
    // A source that vouches before this one was added meanwhile, with a record of these versions or of its own.
    if (!done || !before) continue;
    yield {
      kind: 'recoded',
      id: article.id,
      title: record.document.title,
      change: compareRecords(before, record),
      lost: corrected.lost,
    };
  }
}
