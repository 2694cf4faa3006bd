import { parentPort, workerData } from 'node:worker_threads';
import type { CaseRecord } from '../api/index.ts';
import type { Result } from '../base/index.ts';
import type { Article } from '../document/index.ts';
import { type ActorFile, codeArticle, loadEngine } from '../engine/index.ts';

/** An article and the number under which the pool is told that its coding has begun. */
export interface CodingTask {
  readonly number: number;
  readonly article: Article;
}

/** What came of a task: `unloadable` where the thread has no engine, which is no fault of the article. */
export type CodingOutcome = Result<CaseRecord> | { readonly unloadable: Error };

const actors: readonly ActorFile[] = workerData;
// Not awaited here: what is wrong with the files is told to whoever asks first.
const loading = loadEngine({ actors }).then(
  (engine) => ({ engine }),
  (unloadable: Error) => ({ unloadable }),
);

/** One task of a WorkerPool, in its thread. */
export default async function work({ number, article }: CodingTask): Promise<CodingOutcome> {
  const loaded = await loading;
  if ('unloadable' in loaded) return loaded;
  parentPort?.postMessage(number);
  return codeArticle(loaded.engine, article);
}
