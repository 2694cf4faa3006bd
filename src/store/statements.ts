import type { CaseStatement } from '../api/index.ts';
import type { CaseDb } from './case-db.ts';
import { findClaim } from './claims.ts';
import { findDocumentId, listDocuments, readText } from './documents.ts';
import { entryId } from './entry-ids.ts';
import { findEvent } from './events.ts';
import { findFigure } from './figures.ts';
import { StoreError } from './store-error.ts';
import { findTie } from './ties.ts';
import { findTime } from './times.ts';

/** Text shown on either side of a quote, in UTF-16 code units. */
export const SURROUNDINGS = 240;

/** How much of a document is quoted where the document itself is asked for, in UTF-16 code units. */
const OPENING = 600;

type Found = Pick<CaseStatement, 'kind' | 'quote' | 'entry'>;

/** An entry of a case with the words it rests on, what stands around them, and where they were printed.
 * @param id `DOCUMENT#LOCAL`, or a document's id alone; of the document, enough digits to tell it apart
 * @throws StoreError where there is no such entry */
export async function readStatement(db: CaseDb, id: string): Promise<CaseStatement> {
  const [prefix = '', localId] = id.trim().split('#', 2);
  const documentId = await findDocumentId(db, prefix);
  const [[document], text, key] = await Promise.all([
    listDocuments(db, { document: [documentId] }),
    readText(db, documentId),
    keyOf(db, documentId),
  ]);
  if (!document || text === null) throw new StoreError('store/no-document', documentId, 'no such document');
  const found = localId === undefined ? opening(text) : await findEntry(db, key, localId);
  if (!found) throw new StoreError('store/no-entry', id, `document ${documentId.slice(0, 12)} has no entry "${localId}"`);
  const { start, end } = found.quote;
  return {
    ...{ id: localId === undefined ? documentId : entryId(documentId, localId), document, ...found },
    before: text.slice(Math.max(0, start - SURROUNDINGS), start).toWellFormed(),
    after: text.slice(end, end + SURROUNDINGS).toWellFormed(),
  };
}

async function keyOf(db: CaseDb, id: string): Promise<number> {
  return (await db.query.selectFrom('document').select('key').where('id', '=', id).executeTakeFirstOrThrow()).key;
}

function opening(text: string): Found {
  const words = text.slice(0, OPENING).toWellFormed();
  return { kind: 'document', quote: { start: 0, end: words.length, text: words }, entry: null };
}

async function findEntry(db: CaseDb, document: number, localId: string): Promise<Found | null> {
  const event = await findEvent(db, document, localId);
  if (event) return { kind: 'event', entry: event, quote: event.evidence };
  const claim = await findClaim(db, document, localId);
  if (claim) return { kind: 'claim', entry: claim, quote: claim.evidence };
  return findNumbered(db, document, localId);
}

/** Ties, figures and times have no id in the record but their place. */
async function findNumbered(db: CaseDb, document: number, localId: string): Promise<Found | null> {
  const [, letter, number] = /^([tfd])(\d{1,6})$/.exec(localId) ?? [];
  const position = Number(number) - 1;
  if (letter === 't') {
    const entry = await findTie(db, document, position);
    return entry && { kind: 'tie', entry, quote: entry.evidence };
  }
  if (letter === 'f') {
    const entry = await findFigure(db, document, position);
    return entry && { kind: 'figure', entry, quote: entry.span };
  }
  const entry = letter === 'd' ? await findTime(db, document, position) : null;
  return entry && { kind: 'time', entry, quote: entry.span };
}
