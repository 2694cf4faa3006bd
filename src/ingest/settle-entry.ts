import type { Addition, ClaimEdit, EventEdit, TieEdit } from '../api/index.ts';
import type { Anchor, ReviewDecision } from '../review/index.ts';
import type { CaseDb } from '../store/index.ts';
import { anchorOf, readCoded } from './find-anchor.ts';
import { knownOf } from './known-names.ts';
import { ReviewError } from './review-error.ts';
import { sentenceAround } from './sentence-around.ts';
import type { Settled } from './settled.ts';

/** What is said of one entry: that it is right or wrong, or, of an edit, what it should be.
 * @throws ReviewError where there is no such entry, or it has no such field */
export async function settleEntry(
  db: CaseDb,
  subject: string,
  change: EventEdit | ClaimEdit | TieEdit | null,
  log: readonly ReviewDecision[],
  isEdit = false,
): Promise<Settled> {
  const { record, anchor } = await anchorOf(db, subject, log);
  const id = record.document.id;
  const settled = { subject: `${id}#${subject.split('#', 2)[1]}`, documents: [id] };
  if (!isEdit) return { ...settled, what: { anchor } };
  if (change === null || Object.keys(change).length === 0)
    throw new ReviewError('bad-decision', 'an edit needs at least one field');
  const unfit = Object.keys(change).find((field) => !FIELDS[anchor.entry].includes(field));
  if (unfit !== undefined)
    throw new ReviewError('bad-decision', `${anchor.entry} ${anchor.id} has no field "${unfit}" to correct`);
  return { ...settled, what: { anchor, change, ...(await knownOf(db, record, change)) } };
}

/** Fields that can be corrected, by kind of entry. */
const FIELDS: Readonly<Record<Anchor['entry'], readonly string[]>> = {
  event: ['type', 'modes', 'status', 'actors', 'recipients', 'places', 'time'],
  claim: ['stance', 'speaker', 'addressee'],
  tie: ['kind', 'from', 'to'],
  figure: [],
};

/** An entry that the program did not find. @throws ReviewError where the selection is not in the text */
export async function settleAddition(db: CaseDb, subject: string, addition: Addition): Promise<Settled> {
  const record = await readCoded(db, subject);
  const { id, text } = record.document;
  const { start, end } = addition.selection;
  if (end > text.length || start >= end || text.slice(start, end).trim() === '')
    throw new ReviewError(
      'bad-decision',
      `the selection ${start}-${end} is not in the text, which has ${text.length} characters`,
    );
  const fields = 'event' in addition ? addition.event : 'claim' in addition ? addition.claim : addition.tie;
  const span = { start, end, text: text.slice(start, end) };
  const evidence = sentenceAround(text, span);
  return {
    ...{ subject: id, documents: [id] },
    what: { document: id, addition, span, evidence, ...(await knownOf(db, record, fields)) },
  };
}
