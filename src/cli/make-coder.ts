import { type ActorFile, loadEngine, loadVersions } from '../engine/index.ts';
import type { Coder } from '../ingest/index.ts';
import { WorkerPool } from '../ingest/index.ts';
import { AHEAD } from './code-in-threads.ts';

/** A coder that must be closed after use. */
export interface OpenCoder extends Coder {
  close(): Promise<void>;
}

/** An engine in this thread, or one in each of several. @param actors files of actors that each engine takes */
export async function makeCoder(workers: number, actors: readonly ActorFile[]): Promise<OpenCoder> {
  if (workers === 1) {
    const engine = await loadEngine({ actors });
    return { versions: engine.versions, ahead: 1, record: (article) => engine.record(article), close: async () => {} };
  }
  const versions = await loadVersions({ actors });
  const pool = new WorkerPool(workers, actors);
  return { versions, ahead: workers * AHEAD, record: (article) => pool.record(article), close: () => pool.close() };
}
