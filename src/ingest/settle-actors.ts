import type { ActorSplit, OthersChange } from '../api/index.ts';
import { correctRecord } from '../review/index.ts';
import { type CaseDb, findDocumentId, listDecisions, listDocumentsWith, readRecord } from '../store/index.ts';
import { fieldsOf } from './known-names.ts';
import { ReviewError } from './review-error.ts';
import type { Settled } from './settled.ts';

/** Which actors are one. @throws ReviewError where the case has no such actor */
export async function settleActorMerge(db: CaseDb, actor: string, { with: others }: OthersChange): Promise<Settled> {
  const [into] = await fieldsOf(db, [actor]);
  await fieldsOf(db, others);
  if (!into || others.length === 0 || others.includes(actor))
    throw new ReviewError('bad-decision', 'name the other actors that are this one');
  const documents = await listDocumentsWith(db, [actor, ...others]);
  return { subject: `actor:${actor}`, documents, what: { with: others, into } };
}

/** In which documents an actor is another. @throws ReviewError where a document does not name it */
export async function settleActorSplit(db: CaseDb, actor: string, { documents: prefixes, as }: ActorSplit): Promise<Settled> {
  const documents = await Promise.all(prefixes.map((prefix) => findDocumentId(db, prefix)));
  const log = await listDecisions(db);
  for (const id of documents) {
    const record = await readRecord(db, id);
    if (!record || !correctRecord(record, log).record.actors.some((each) => each.id === actor))
      throw new ReviewError('bad-decision', `document ${id.slice(0, 12)} does not name "${actor}"`);
  }
  if (documents.length === 0 || as.id === actor)
    throw new ReviewError('bad-decision', 'name the documents in which it is another actor, and that actor');
  return { subject: `actor:${actor}`, documents, what: { actor, documents, as } };
}
