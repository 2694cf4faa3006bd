import type { RecordBounds, RecordClaim, RecordPlace, RecordSpan } from '../api/index.ts';
import type { ActorKind, Context, EventType, Mode, Sector, Status } from '../codebook/index.ts';
import type { PointRange } from './code-points.ts';

/** What a row of an export is about: an event as one report tells it, or an incident that many reports tell of. */
export type Unit = 'events' | 'incidents';

/** A party of a happening. */
export interface Party {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-3, or one of PLOVER's codes for international actors. */
  readonly country: string | null;
  readonly sector: Sector | null;
  /** The words of the report for it, the nearest to the act; null where the report names it nowhere. */
  readonly words: string | null;
}

/** A place of a happening. */
export type Place = Omit<RecordPlace, 'mentions'> & {
  /** The words of the report for it. */
  readonly words: string | null;
};

/** A count of harm: of one report low and high; of many also what most independent sources give last. */
export interface Harm extends RecordBounds {
  readonly best: number | null;
}

/** A report that tells of a happening. */
export interface Report {
  readonly id: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly language: string;
}

/** A claim about a happening. */
export interface SaidClaim {
  /** `DOCUMENT#c1`. */
  readonly id: string;
  readonly claim: RecordClaim;
  readonly speaker: Party | null;
  readonly addressee: Party | null;
  readonly report: Report;
}

/** What most formats have a row or an object for. */
export interface Happening {
  readonly unit: Unit;
  /** `DOCUMENT#e3`, or an incident's id. */
  readonly id: string;
  readonly type: EventType;
  readonly modes: readonly Mode[];
  readonly contexts: readonly Context[];
  readonly status: Status;
  /** Of an incident, whether some telling denies what another tells. */
  readonly isContested: boolean;
  /** PLOVER conflict-cooperation score. */
  readonly score: number;
  /** First and last day; null where neither told nor to be had from the day of publication. */
  readonly start: string | null;
  readonly end: string | null;
  /** Whether the days are that of publication, since no report gives any. */
  readonly isPublicationDay: boolean;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly places: readonly Place[];
  readonly harm: Readonly<Record<string, Harm>>;
  /** Events (`DOCUMENT#e3`) that tell of it. */
  readonly tellings: readonly string[];
  readonly reports: readonly [Report, ...Report[]];
  /** Names of those who printed it, in order. */
  readonly outlets: readonly string[];
  /** Outlets that did not copy each other. */
  readonly independent: number;
  /** Words of the first report. */
  readonly trigger: RecordSpan;
  readonly evidence: RecordSpan;
  /** Where the evidence stands, in code points, as most other programs count. */
  readonly evidencePoints: PointRange;
  readonly claims: readonly SaidClaim[];
  /** 0 to 1; of an incident that of its surest telling. */
  readonly confidence: number;
}

/** Whether it is held to have happened: what formats without a column for the status may hold. */
export function hasHappened({ status }: Pick<Happening, 'status'>): boolean {
  return status === 'actual' || status === 'ongoing';
}
