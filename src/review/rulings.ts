import type { CaseRecord } from '../api/index.ts';
import { type Anchor, findAnchored } from './anchor.ts';
import { inForce, meaningOf, type PairsDecision, type ReviewDecision } from './log.ts';

/** Two tellings (`DOCUMENT#e3`) that a person holds to be one happening, or not. */
export interface PairRuling {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

/** The record of a document as it was coded; null where the case has not the document. */
export type RecordOf = (document: string) => CaseRecord | null;

/** What people decided about pairs of tellings, sorted; of several on a pair the last is in force. Pairs of which a report no longer has the
 * event are left out. */
export function pairRulings(log: readonly ReviewDecision[], recordOf: RecordOf): readonly PairRuling[] {
  const rulings = new Map<string, PairRuling>();
  for (const { meaning } of inForce(log)) {
    if (meaning.kind !== 'pairs') continue;
    for (const [a, b] of pairIds(meaning.of, recordOf)) rulings.set([a, b].sort().join('|'), { a, b, same: meaning.same });
  }
  return [...rulings].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, ruling]) => ruling);
}

/** Tellings that decisions about pairs speak of which were made, or taken back, after a decision. @param after its number */
export function ruledTellings(log: readonly ReviewDecision[], after: number, recordOf: RecordOf): readonly string[] {
  const byNumber = new Map(log.map((decision) => [decision.number, decision]));
  const meant = (decision: ReviewDecision | undefined): PairsDecision | null => {
    const meaning = decision && meaningOf(decision);
    if (meaning?.kind === 'undo' && meaning.of.decision < (decision?.number ?? 0))
      return meant(byNumber.get(meaning.of.decision));
    return meaning?.kind === 'pairs' ? meaning.of : null;
  };
  const ruled = log.filter(({ number }) => number > after).flatMap((decision) => meant(decision) ?? []);
  return [...new Set(ruled.flatMap((of) => pairIds(of, recordOf).flat()))];
}

/** Documents that decisions about pairs speak of, in force or not. */
export function ruledDocuments(log: readonly ReviewDecision[]): readonly string[] {
  const documents = log.flatMap((decision) => {
    const meaning = meaningOf(decision);
    return meaning?.kind === 'pairs' ? meaning.of.pairs.flatMap(({ a, b }) => [a.document, b.document]) : [];
  });
  return [...new Set(documents)].sort();
}

function pairIds({ pairs }: PairsDecision, recordOf: RecordOf): readonly (readonly [string, string])[] {
  return pairs.flatMap((pair): readonly (readonly [string, string])[] => {
    const [a, b] = [idOf(pair.a, recordOf), idOf(pair.b, recordOf)];
    return a === null || b === null || a === b ? [] : [[a, b]];
  });
}

function idOf(anchor: Anchor, recordOf: RecordOf): string | null {
  if (anchor.id.startsWith('h')) return `${anchor.document}#${anchor.id}`;
  const record = recordOf(anchor.document);
  const found = record && findAnchored(record, anchor);
  return found ? `${anchor.document}#${found.id}` : null;
}
