import { sql } from 'kysely';
import { type CaseDb, inTransaction } from './case-db.ts';
import { lockLinking } from './linking-lock.ts';
import { lockDocument } from './records.ts';
import { unindexDocument } from './search.ts';
import { StoreError } from './store-error.ts';

/** Takes a document out of a case with all that was made of it: text, sources, every record it had, entries, what linking keeps; in a file its
 * bytes are written over. What was linked with it is to be linked again. @param id in full @throws StoreError where there is no such document */
export function removeDocument(db: CaseDb, id: string): Promise<void> {
  return inTransaction(db, async (db) => {
    await lockLinking(db, true);
    if (db.dialect === 'sqlite') await sql`pragma secure_delete = on`.execute(db.query);
    const known = await db.query.selectFrom('document').select('key').where('id', '=', id).executeTakeFirst();
    if (!known) throw new StoreError('store/no-document', id, 'the case has no such document');
    const key = await lockDocument(db, id);
    await unlink(db, key);
    await unindexDocument(db, key);
    await db.query.deleteFrom('document').where('key', '=', key).execute();
    // The index of words keeps those of what was deleted until it is written anew. A server does so by itself, when it vacuums.
    if (db.dialect === 'sqlite') await sql`insert into search (search) values ('optimize')`.execute(db.query);
  });
}

/** Takes away the incidents of a document, and makes linking look again at everything that was in them or a near copy of it. */
async function unlink(db: CaseDb, document: number): Promise<void> {
  await sql`update linked_document set record = 0 where document in (
    select o.document from incident_document i join incident_document o on o.incident = i.incident where i.document = ${document})`.execute(
    db.query,
  );
  await sql`delete from incident where key in (select incident from incident_document where document = ${document})`.execute(
    db.query,
  );
  // Copies may have been joined by way of this one: each stands for itself until it is compared again.
  await sql`update linked_document set record = 0, copy_of = (select id from document d where d.key = linked_document.document)
    where copy_of = (select copy_of from linked_document where document = ${document})`.execute(db.query);
}
