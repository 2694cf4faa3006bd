import type { Article } from '../document/index.ts';
import { type CaseDb, type DocumentQueue, inTransaction, type QueueJob, StoreError } from '../store/index.ts';
import { type Added, type AddOptions, type Begun, beginArticle, keepBegun } from './add-articles.ts';
import type { Coder } from './coder.ts';
import { DecisionLog } from './decision-log.ts';
import { pause, withPatience } from './patience.ts';

/** What came of a document of the queue. */
export type Worked =
  | Exclude<Added, { kind: 'failed' }>
  /** It is another worker's by now, or was done before: nothing was kept of this attempt. */
  | { readonly kind: 'lost'; readonly id: string }
  | { readonly kind: 'failed'; readonly id: string; readonly reason: string };

/** How a worker works. */
export interface WorkOptions extends AddOptions {
  /** Once it is aborted, the documents at hand are finished and no more are fetched. */
  readonly stop: AbortSignal;
  /** Told what came of every document. */
  readonly tell: (worked: Worked) => void;
  /** Told of a failure that is waited out. */
  readonly note: (error: Error) => void;
  /** Asked again and again: whether to go on. */
  readonly pausing: (isIdle: boolean) => Promise<boolean>;
}

/** How many times a worker says that it is still there before it would count as silent. */
const KEPT_IN_TIME = 3;
/** How long an idle worker waits before it asks again, in milliseconds. */
const IDLE_MS = 1000;

/** Codes documents of the queue until it is told to stop. A document's rows and the completion of its job are one transaction: whatever dies,
 * each document is in the case exactly once.
 * @throws StoreError where the case can no longer be written to, for a reason that waiting does not mend */
export async function workQueue(db: CaseDb, queue: DocumentQueue, coder: Coder, options: WorkOptions): Promise<void> {
  const worker = new Worker(db, queue, coder, options);
  const keeping = setInterval(() => worker.keep(), (queue.times.silence * 1000) / KEPT_IN_TIME);
  try {
    await worker.work();
  } finally {
    clearInterval(keeping);
  }
}

class Worker {
  readonly #db: CaseDb;
  readonly #queue: DocumentQueue;
  readonly #coder: Coder;
  readonly #options: WorkOptions;
  readonly #log = new DecisionLog();
  readonly #inHand = new Map<QueueJob, Promise<void>>();

  constructor(db: CaseDb, queue: DocumentQueue, coder: Coder, options: WorkOptions) {
    this.#db = db;
    this.#queue = queue;
    this.#coder = coder;
    this.#options = options;
  }

  async work(): Promise<void> {
    const { stop, pausing } = this.#options;
    try {
      while (!stop.aborted) {
        const isIdle = (await this.#fetch()) === 0 && this.#inHand.size === 0;
        if (!(await this.#patiently(() => pausing(isIdle)))) break;
        if (isIdle) await pause(IDLE_MS, stop);
        else await Promise.race(this.#inHand.values());
      }
      await Promise.all(this.#inHand.values());
    } finally {
      await Promise.allSettled(this.#inHand.values());
    }
  }

  /** Says of everything in hand that it is still being worked on. */
  keep(): void {
    this.#queue.keep([...this.#inHand.keys()]).catch(this.#options.note);
  }

  /** Fetches as much as the coder can have ahead, once it has done half of that. @returns how much it was */
  async #fetch(): Promise<number> {
    const { ahead } = this.#coder;
    if (this.#inHand.size > ahead / 2) return 0;
    const jobs = await this.#patiently(() => this.#queue.fetch(ahead - this.#inHand.size));
    for (const job of jobs) {
      const done = this.#do(job).finally(() => this.#inHand.delete(job));
      // A failure ends the work when it is met there.
      done.catch(() => {});
      this.#inHand.set(job, done);
    }
    return jobs.length;
  }

  /** Codes and stores a document; where that fails, the attempt is given up. */
  async #do(job: QueueJob): Promise<void> {
    try {
      const begun = await this.#patiently(() => beginArticle(this.#db, job.body as Article, this.#coder));
      if (begun.kind === 'problem') return await this.#giveUp(job, `${begun.problem.detail} (${begun.problem.code})`);
      const added = await this.#patiently(() => this.#settle(job, begun));
      this.#options.tell(added ?? { kind: 'lost', id: job.id });
    } catch (error) {
      // What the server refuses everybody is no failure of the document's.
      if (error instanceof StoreError || !(error instanceof Error)) throw error;
      await this.#giveUp(job, error.message);
    }
  }

  async #giveUp(job: QueueJob, reason: string): Promise<void> {
    await this.#patiently(() => this.#queue.fail(job, reason));
    this.#options.tell({ kind: 'failed', id: job.id, reason });
  }

  /** Stores what came of a document and completes its job, both or neither; null where the job is no longer this worker's. */
  async #settle(job: QueueJob, begun: Begun): Promise<Exclude<Added, { kind: 'failed' }> | null> {
    const lost = new Error('the job is no longer ours');
    try {
      return await inTransaction(this.#db, async (db) => {
        if (!(await this.#queue.complete(db, job))) throw lost;
        const added = await keepBegun(db, begun, this.#options, this.#log);
        if (added.kind === 'failed') throw new Error(`${added.problem.detail} (${added.problem.code})`);
        return added;
      });
    } catch (error) {
      if (error === lost) return null;
      throw error;
    }
  }

  #patiently<T>(work: () => Promise<T>): Promise<T> {
    return withPatience(work, this.#options.stop, this.#options.note);
  }
}
