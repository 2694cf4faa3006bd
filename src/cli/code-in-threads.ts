import type { CaseRecord } from '../api/index.ts';
import type { Result } from '../base/index.ts';
import type { Article } from '../document/index.ts';
import type { ActorFile } from '../engine/index.ts';
import { WorkerPool } from '../ingest/index.ts';

/** Articles read ahead for each thread: enough to keep it busy, few enough to hold in memory. */
export const AHEAD = 4;

/** Records in the order of the articles, made by several threads. Problems stay in their place. */
export async function* codeInThreads(
  inputs: AsyncIterable<Result<Article>>,
  size: number,
  actors: readonly ActorFile[],
): AsyncGenerator<Result<CaseRecord>> {
  const pool = new WorkerPool(size, actors);
  const open: Promise<Result<CaseRecord>>[] = [];
  try {
    for await (const read of inputs) {
      const coded = codeOne(pool, read);
      // The failure is met when its turn comes; until then it must not count as unhandled.
      coded.catch(() => {});
      open.push(coded);
      const oldest = open.length >= size * AHEAD ? open.shift() : undefined;
      if (oldest) yield await oldest;
    }
    for (const coded of open) yield await coded;
  } finally {
    await pool.close();
  }
}

async function codeOne(pool: WorkerPool, read: Result<Article>): Promise<Result<CaseRecord>> {
  return read.ok ? { ok: true, value: await pool.record(read.value) } : read;
}
