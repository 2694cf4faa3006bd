import type { CaseRecord, RecordClaim, RecordEvent, RecordFigure, RecordSpan, RecordTie } from '../api/index.ts';

/** Kinds of entries that can be reviewed. */
export type ReviewedKind = 'event' | 'claim' | 'tie' | 'figure';

/** By what an entry is found again when its document has been coded anew: a document's text never changes, the numbers of its entries do. */
export interface Anchor {
  /** The document's id. */
  readonly document: string;
  readonly entry: ReviewedKind;
  /** Id in the record at the time of the decision; of entries that people added (`h7`) it is for good. */
  readonly id: string;
  /** Trigger of an event, content of a claim, evidence of a tie, the figure's own words. */
  readonly span: RecordSpan;
  /** Type, stance, kind of tie, or what is counted. */
  readonly label: string;
  /** Which of several with this span and label, from 0. */
  readonly nth: number;
}

/** An entry of a record with what anchors look at. */
export interface AnchoredEntry {
  readonly kind: ReviewedKind;
  readonly id: string;
  readonly span: RecordSpan;
  readonly label: string;
  readonly entry: RecordEvent | RecordClaim | RecordTie | RecordFigure;
}

/** All entries of a record that can be reviewed, with their ids. */
export function anchoredEntries({ events, claims, ties, figures }: CaseRecord): readonly AnchoredEntry[] {
  return [
    ...events.map((entry) => ({ kind: 'event' as const, id: entry.id, span: entry.trigger, label: entry.type, entry })),
    ...claims.map((entry) => ({ kind: 'claim' as const, id: entry.id, span: entry.content, label: entry.stance, entry })),
    ...ties.map((entry, at) => ({
      kind: 'tie' as const,
      id: `t${at + 1}`,
      span: entry.evidence,
      label: tieLabel(entry),
      entry,
    })),
    ...figures.map((entry, at) => ({ kind: 'figure' as const, id: `f${at + 1}`, span: entry.span, label: entry.of, entry })),
  ];
}

function tieLabel({ from, kind, to }: RecordTie): string {
  return `${from} ${kind} ${to}`;
}

/** The anchor of an entry; null where the record has no such entry. @param id `e3`, `c1`, `t2`, `f1` */
export function makeAnchor(record: CaseRecord, id: string): Anchor | null {
  const entries = anchoredEntries(record);
  const found = entries.find((entry) => entry.id === id);
  if (!found) return null;
  const { kind, span, label } = found;
  const nth = entries.filter((entry) => isLike(entry, found)).indexOf(found);
  return { document: record.document.id, entry: kind, id, span, label, nth };
}

/** The entry an anchor stands for in a record of the same text, made by whatever version; null where it has none any more. An entry on the
 * same words is the one, first with the same label; else the only one of its label on words that overlap. */
export function findAnchored(record: CaseRecord, anchor: Anchor): AnchoredEntry | null {
  const ofKind = anchoredEntries(record).filter(({ kind }) => kind === anchor.entry);
  const alike = ofKind.filter((entry) => isLike(entry, { ...anchor, kind: anchor.entry }));
  const exact = alike[anchor.nth] ?? alike[0];
  if (exact) return exact;
  const { start, end } = anchor.span;
  const same = ofKind.filter(({ span }) => span.start === start && span.end === end);
  if (same.length > 0) return same.length === 1 ? (same[0] ?? null) : null;
  const near = ofKind.filter(({ span, label }) => label === anchor.label && span.start < end && span.end > start);
  return near.length === 1 ? (near[0] ?? null) : null;
}

type Likened = Pick<AnchoredEntry, 'kind' | 'span' | 'label'>;

function isLike(a: Likened, b: Likened): boolean {
  return a.kind === b.kind && a.label === b.label && a.span.start === b.span.start && a.span.end === b.span.end;
}
