import { Worker } from 'node:worker_threads';
import type { CaseRecord } from '../api/index.ts';
import type { Article } from '../document/index.ts';
import type { ActorFile } from '../engine/index.ts';

/** The thread's module beside this one, as source or as built. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './coding-worker.ts' : './coding-worker.js', import.meta.url);

interface Job {
  readonly done: (record: CaseRecord) => void;
  readonly failed: (error: Error) => void;
}

/** Codes articles in several threads, each with an engine of its own. */
export class WorkerPool {
  readonly #threads: readonly { readonly worker: Worker; readonly jobs: Job[] }[];

  /** @param size number of threads, at least 1
   * @param actors files of actors that each engine takes */
  constructor(size: number, actors: readonly ActorFile[]) {
    this.#threads = Array.from({ length: size }, () => {
      const jobs: Job[] = [];
      const worker = new Worker(THREAD, { workerData: actors });
      const fail = (error: Error) => {
        for (const job of jobs.splice(0)) job.failed(error);
      };
      worker.on('message', (record: CaseRecord) => jobs.shift()?.done(record));
      worker.on('error', fail);
      worker.on('exit', () => fail(new Error('a coding thread ended before its work')));
      return { worker, jobs };
    });
  }

  /** The record of an article, made by the thread with the least to do. Rejects where that thread dies. */
  record(article: Article): Promise<CaseRecord> {
    const [first, ...others] = this.#threads;
    if (!first) throw new RangeError('a pool needs at least one thread');
    const thread = others.reduce((least, next) => (next.jobs.length < least.jobs.length ? next : least), first);
    return new Promise((done, failed) => {
      thread.jobs.push({ done, failed });
      thread.worker.postMessage(article);
    });
  }

  /** Ends the threads; work not done yet is dropped. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }
}
