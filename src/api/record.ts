import type { ActorKind, Context, EventType, Mode, Sector, Stance, Status, TieKind } from '../codebook/index.ts';

/** A stretch of the document's text: `text.slice(start, end) === span.text`, in UTF-16 code units. */
export interface RecordSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface RecordBounds {
  readonly low: number | null;
  readonly high: number | null;
}

/** What a report says, schema `lapwing/1`: one JSON object per document. */
export interface CaseRecord {
  readonly schema: 'lapwing/1';
  readonly versions: { readonly lapwing: string; readonly model: string; readonly lexicon: string; readonly knowledge: string };
  readonly document: {
    readonly id: string;
    readonly externalId: string | null;
    readonly title: string | null;
    readonly source: string | null;
    readonly url: string | null;
    readonly published: string | null;
    readonly publishedBasis: 'given' | 'metadata' | 'dateline' | 'inferred' | 'unknown';
    /** What the text tells of its day of publication, where nothing else does; empty where the day was known. */
    readonly publishedEvidence: readonly RecordPublishedEvidence[];
    readonly language: string;
    readonly text: string;
  };
  readonly actors: readonly RecordActor[];
  readonly places: readonly RecordPlace[];
  readonly events: readonly RecordEvent[];
  readonly claims: readonly RecordClaim[];
  readonly ties: readonly RecordTie[];
  readonly figures: readonly RecordFigure[];
  readonly times: readonly RecordTime[];
}

/** A stretch of text and the days of publication that it and those before it leave; both ends null where none is left. */
export interface RecordPublishedEvidence {
  readonly span: RecordSpan;
  readonly rule: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface RecordActor {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly country: string | null;
  readonly sector: Sector | null;
  readonly aliases: readonly string[];
  readonly mentions: readonly RecordSpan[];
}

export interface RecordPlace {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** How closely it is located; null where it is not, absent in records made before it was told. */
  readonly precision?: 'point' | 'town' | 'district' | 'region' | 'country' | 'area' | null;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly mentions: readonly RecordSpan[];
}

export interface RecordEvent {
  readonly id: string;
  readonly type: EventType;
  readonly modes: readonly Mode[];
  readonly contexts: readonly Context[];
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly places: readonly string[];
  readonly time: { readonly start: string | null; readonly end: string | null; readonly span: RecordSpan | null } | null;
  readonly status: Status;
  /** PLOVER conflict-cooperation score. */
  readonly score: number;
  readonly harm: Readonly<Record<string, RecordBounds>> | null;
  readonly trigger: RecordSpan;
  readonly evidence: RecordSpan;
  readonly claims: readonly string[];
  /** Id of the nearest earlier event that tells the same happening, if any. */
  readonly sameAs: readonly string[];
  readonly confidence: number;
}

export interface RecordClaim {
  readonly id: string;
  readonly speaker: string | null;
  readonly speakerSpan: RecordSpan | null;
  readonly stance: Stance;
  readonly addressee: string | null;
  readonly content: RecordSpan;
  readonly condition: RecordSpan | null;
  readonly events: readonly string[];
  readonly quoted: boolean;
  readonly cue: RecordSpan | null;
  readonly evidence: RecordSpan;
}

export interface RecordTie {
  readonly from: string;
  readonly to: string;
  readonly kind: TieKind;
  readonly evidence: RecordSpan;
  readonly attributedTo: string | null;
  readonly deniedBy: readonly string[];
}

export interface RecordFigure {
  readonly span: RecordSpan;
  readonly low: number | null;
  readonly high: number | null;
  readonly approximate: boolean;
  readonly of: string;
  readonly event: string | null;
}

export interface RecordTime {
  readonly span: RecordSpan;
  readonly start: string | null;
  readonly end: string | null;
}
