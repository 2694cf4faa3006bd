import { loadEngine, loadVersions } from '../engine/index.ts';
import type { Coder } from '../ingest/index.ts';
import { AHEAD } from './code-in-threads.ts';
import { WorkerPool } from './worker-pool.ts';

/** A coder that must be closed after use. */
export interface OpenCoder extends Coder {
  close(): Promise<void>;
}

/** An engine in this thread, or one in each of several. */
export async function makeCoder(workers: number): Promise<OpenCoder> {
  if (workers === 1) {
    const engine = await loadEngine();
    return { versions: engine.versions, ahead: 1, record: (article) => engine.record(article), close: async () => {} };
  }
  const versions = await loadVersions();
  const pool = new WorkerPool(workers);
  return { versions, ahead: workers * AHEAD, record: (article) => pool.record(article), close: () => pool.close() };
}
