import { StoreError } from './store-error.ts';

/** Kinds of entries that have a key of their own, in the order of their key ranges. */
const KEYED_KINDS = ['document', 'event', 'claim', 'tie', 'figure', 'time'] as const;
export type KeyedKind = (typeof KEYED_KINDS)[number];

/** Keys reserved for each kind in each document. A document has at most 2,097,152 characters, so no report comes near. */
const PER_KIND = 2 ** 17;

/** Keys reserved for each document; the key of the document itself among entries is the first. */
export const KEYS_PER_DOCUMENT = 2 ** 20;

/** The row key of a document's entry: unique over all kinds, and computed, so that rows can be written in bulk with what refers to them.
 * @param position of the entry in its list of the record, from 0
 * @throws StoreError where the record has more entries than keys */
export function entryKey(document: number, kind: KeyedKind, position: number): number {
  if (position >= PER_KIND)
    throw new StoreError('store/too-many-entries', `document ${document}`, `more than ${PER_KIND} entries of kind ${kind}`);
  return document * KEYS_PER_DOCUMENT + KEYED_KINDS.indexOf(kind) * PER_KIND + position;
}

/** All keys of a document's entries: from `first` to `last`, both included. */
export function documentKeys(document: number): { readonly first: number; readonly last: number } {
  return { first: document * KEYS_PER_DOCUMENT, last: (document + 1) * KEYS_PER_DOCUMENT - 1 };
}

/** Letters that ties, figures and times are numbered with; events and claims have `e1` and `c1` from the record. */
const LETTER = { tie: 't', figure: 'f', time: 'd' } as const;

/** The id inside its record of an entry the record numbers only by its place. @param position from 0 */
export function positionId(kind: keyof typeof LETTER, position: number): string {
  return `${LETTER[kind]}${position + 1}`;
}

/** The id of an entry in its case: `DOCUMENT#e3`. */
export function entryId(documentId: string, localId: string): string {
  return `${documentId}#${localId}`;
}
