import type { CaseRecord } from '../api/index.ts';
import { type Anchor, findAnchored } from './anchor.ts';
import { documentsOf, inForce, type ReviewDecision } from './log.ts';

/** Two tellings (`DOCUMENT#e3`) that a person holds to be one happening, or not. */
export interface PairRuling {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

/** What people decided about pairs of tellings; of several on a pair the last is in force. Pairs of which a report no longer has the event
 * are left out. @param recordOf the record of a document as it was coded, null where the case has not the document */
export function pairRulings(
  log: readonly ReviewDecision[],
  recordOf: (document: string) => CaseRecord | null,
): readonly PairRuling[] {
  const idOf = (anchor: Anchor) => {
    if (anchor.id.startsWith('h')) return `${anchor.document}#${anchor.id}`;
    const record = recordOf(anchor.document);
    const found = record && findAnchored(record, anchor);
    return found ? `${anchor.document}#${found.id}` : null;
  };
  const rulings = new Map<string, PairRuling>();
  for (const { meaning } of inForce(log)) {
    if (meaning.kind !== 'pairs') continue;
    for (const pair of meaning.of.pairs) {
      const [a, b] = [idOf(pair.a), idOf(pair.b)];
      if (a === null || b === null || a === b) continue;
      const key = [a, b].sort().join('|');
      rulings.delete(key);
      rulings.set(key, { a, b, same: meaning.same });
    }
  }
  return [...rulings.values()];
}

/** Documents that decisions about pairs speak of. */
export function ruledDocuments(log: readonly ReviewDecision[]): readonly string[] {
  const documents = inForce(log).flatMap(({ meaning }) => (meaning.kind === 'pairs' ? (documentsOf(meaning) ?? []) : []));
  return [...new Set(documents)].sort();
}
