import type { CaseRecord, RecordSpan } from '../api/index.ts';
import type { PlainDate } from '../base/index.ts';
import type { TieKind } from '../codebook/index.ts';

/** One report's word for or against a tie. */
export interface TieSource {
  readonly document: string;
  readonly source: string | null;
  readonly published: PlainDate | null;
  readonly evidence: RecordSpan;
  /** Who says so; null where the report says so itself. */
  readonly speaker: string | null;
}

/** A tie over all reports: it may be stated, only claimed, denied, or all of these. */
export interface CaseTie {
  readonly from: string;
  readonly to: string;
  readonly kind: TieKind;
  readonly stated: readonly TieSource[];
  readonly claimed: readonly TieSource[];
  readonly denied: readonly TieSource[];
  /** First and last day of publication of a report that speaks of it. */
  readonly first: PlainDate | null;
  readonly last: PlainDate | null;
}

/** What of a record its ties are joined by. */
export interface TieTeller {
  readonly document: Pick<CaseRecord['document'], 'id' | 'source' | 'published'>;
  readonly ties: CaseRecord['ties'];
}

/** Joins the ties of many reports, by their ends and kind; in order of those. */
export function joinTies(records: readonly TieTeller[]): readonly CaseTie[] {
  const ties = new Map<
    string,
    { stated: TieSource[]; claimed: TieSource[]; denied: TieSource[]; tie: CaseRecord['ties'][number] }
  >();
  for (const { document, ties: told } of records) {
    for (const tie of told) {
      const key = `${tie.from}|${tie.kind}|${tie.to}`;
      const joined = ties.get(key) ?? { stated: [], claimed: [], denied: [], tie };
      const told = (speaker: string | null): TieSource => ({
        document: document.id,
        source: document.source,
        published: document.published,
        evidence: tie.evidence,
        speaker,
      });
      if (tie.attributedTo !== null) joined.claimed.push(told(tie.attributedTo));
      else if (tie.deniedBy.length === 0) joined.stated.push(told(null));
      for (const speaker of tie.deniedBy) joined.denied.push(told(speaker));
      ties.set(key, joined);
    }
  }
  return [...ties].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, joined]) => toCaseTie(joined));
}

function toCaseTie({
  tie,
  stated,
  claimed,
  denied,
}: {
  stated: TieSource[];
  claimed: TieSource[];
  denied: TieSource[];
  tie: CaseRecord['ties'][number];
}): CaseTie {
  const days = [...stated, ...claimed, ...denied].flatMap(({ published }) => published ?? []).sort();
  return {
    from: tie.from,
    to: tie.to,
    kind: tie.kind,
    stated: inOrder(stated),
    claimed: inOrder(claimed),
    denied: inOrder(denied),
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
  };
}

function inOrder(sources: readonly TieSource[]): readonly TieSource[] {
  const key = ({ published, document, evidence }: TieSource) =>
    `${published ?? '9999'}|${document}|${String(evidence.start).padStart(9, '0')}`;
  return [...sources].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
