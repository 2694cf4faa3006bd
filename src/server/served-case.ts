import type { Explainer } from '../ingest/index.ts';
import type { CaseDb, OpenedCase } from '../store/index.ts';
import type { CaseView } from './case-view.ts';
import type { Jobs } from './jobs.ts';

/** A case as the server has it open. */
export interface ServedCase {
  readonly name: string;
  /** What the user should know about it. */
  readonly note: string | null;
  readonly db: OpenedCase;
  /** What corrections and documents are written through; null where the case is served read-only. */
  readonly writer: CaseDb | null;
  readonly view: CaseView;
  readonly jobs: Jobs;
  /** Tells why entries were coded. */
  readonly explainer: Explainer;
  /** Who is named in decisions made over the API. */
  readonly reviewer: string;
  /** The time, ISO. */
  readonly now: () => string;
}
