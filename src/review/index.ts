export { type Anchor, findAnchored, makeAnchor, type ReviewedKind } from './anchor.ts';
export { addedId, type Corrected, correctRecord } from './correct-record.ts';
export {
  type ActorMerge,
  type ActorPart,
  type AddedEntry,
  documentsOf,
  type EntryDecision,
  inForce,
  type Meaning,
  meaningOf,
  type PairsDecision,
  type ReviewDecision,
  removalOf,
  type Undoing,
  undoneBy,
} from './log.ts';
export { type PairRuling, pairRulings, ruledDocuments, ruledTellings } from './rulings.ts';
