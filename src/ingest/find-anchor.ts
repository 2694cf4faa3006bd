import type { CaseRecord } from '../api/index.ts';
import { type Anchor, addedId, makeAnchor, meaningOf, type ReviewDecision } from '../review/index.ts';
import { type CaseDb, findDocumentId, readRecord } from '../store/index.ts';
import { ReviewError } from './review-error.ts';

/** The words by which an entry is found again whatever number it will have, with its document's record as coded.
 * @param subject `DOCUMENT#e3`; the document's id may be cut short @throws ReviewError where there is no such entry */
export async function anchorOf(
  db: CaseDb,
  subject: string,
  log: readonly ReviewDecision[],
): Promise<{ readonly record: CaseRecord; readonly anchor: Anchor }> {
  const [prefix = '', local] = subject.split('#', 2);
  if (local === undefined) throw new ReviewError('bad-decision', 'the subject must be an entry, DOCUMENT#ENTRY');
  const record = await readCoded(db, prefix);
  const id = addedId(record.document.id, local, log);
  const added = id.startsWith('h') ? log.find(({ number }) => `h${number}` === id) : undefined;
  const meaning = added && meaningOf(added);
  if (meaning?.kind === 'add' && meaning.of.document === record.document.id) {
    const entry = 'event' in meaning.of.addition ? 'event' : 'claim' in meaning.of.addition ? 'claim' : 'tie';
    return { record, anchor: { document: record.document.id, entry, id, span: meaning.of.span, label: '', nth: 0 } };
  }
  const anchor = makeAnchor(record, id);
  if (!anchor) throw new ReviewError('no-entry', `document ${record.document.id.slice(0, 12)} has no entry "${local}"`);
  return { record, anchor };
}

/** The record of a document as it was coded. @param prefix its id, or the beginning @throws ReviewError where there is none */
export async function readCoded(db: CaseDb, prefix: string): Promise<CaseRecord> {
  const record = await readRecord(db, await findDocumentId(db, prefix));
  if (!record) throw new ReviewError('no-entry', 'the case has no such document');
  return record;
}
