import type { CaseRecord } from '../api/index.ts';
import type { Result } from '../base/index.ts';
import type { Article } from '../document/index.ts';
import { codeArticle, type LoadOptions, loadEngine, loadVersions, type Versions } from '../engine/index.ts';
import { type PoolOptions, WorkerPool } from './worker-pool.ts';

/** What makes records: an engine here, or several in threads. */
export interface Coder {
  readonly versions: Versions;
  /** How many articles to hand over before the first record is awaited; 1 where they are coded one by one. */
  readonly ahead: number;
  /** The record, or why this one article has none. Rejects where nothing can be coded at all. */
  record(article: Article): Result<CaseRecord> | Promise<Result<CaseRecord>>;
}

/** A coder that must be closed after use. */
export interface OpenCoder extends Coder {
  close(): Promise<void>;
}

/** Articles handed over for each thread: enough to keep it busy, few enough to hold in memory. */
const AHEAD = 4;

/** An engine in this thread: nothing to start, and nothing that could end a document that takes too long.
 * @throws what loadEngine does */
export async function openCoderHere(options: Pick<LoadOptions, 'actors'> = {}): Promise<OpenCoder> {
  const engine = await loadEngine(options);
  return {
    versions: engine.versions,
    ahead: 1,
    record: (article) => codeArticle(engine, article),
    close: async () => {},
  };
}

/** Engines in threads of their own, started as they are needed. */
export async function openCoderInThreads(options: PoolOptions): Promise<OpenCoder> {
  const pool = new WorkerPool(options);
  const versions = await loadVersions({ actors: options.actors ?? [] });
  return {
    versions,
    ahead: options.workers * AHEAD,
    record: (article) => pool.record(article),
    close: () => pool.close(),
  };
}
