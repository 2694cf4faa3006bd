import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { CaseRecord } from '../api/index.ts';
import type { Result } from '../base/index.ts';
import type { Article } from '../document/index.ts';
import { type ActorFile, codingProblem } from '../engine/index.ts';
import type { CodingOutcome, CodingTask } from './coding-worker.ts';

/** How articles are coded in threads. */
export interface PoolOptions {
  /** Most threads, at least 1; they are started as work comes. */
  readonly workers: number;
  /** Files of actors that each engine takes. */
  readonly actors?: readonly ActorFile[];
  /** Seconds that one article may take; by its length where left out ({@link patienceFor}). */
  readonly timeLimit?: number;
  /** Megabytes that the objects of one thread may take; {@link HEAP_MEGABYTES} where left out. */
  readonly heapMegabytes?: number;
  /** The threads' module, for tests of threads that fail. */
  readonly thread?: URL;
}

/** The threads' module beside this one, as source or as built. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './coding-worker.ts' : './coding-worker.js', import.meta.url);

/** Megabytes of a thread's heap: what runs away is ended there. Without a limit of its own a thread that fills its memory ends the program. */
const HEAP_MEGABYTES = 3072;

/** Seconds for the shortest article, and for each character more. Measured: 0.025 ms a character on one busy core; ten times that is a
 * text that goes wrong, not a slow machine. */
const PATIENCE_SECONDS = 60;
const PATIENCE_PER_CHARACTER = 0.000_25;
const MS = 1000;

/** Seconds that an article of so many characters may take before it is given up. */
export function patienceFor(characters: number): number {
  return PATIENCE_SECONDS + characters * PATIENCE_PER_CHARACTER;
}

/** An article that waits for a thread. */
interface Waiting {
  readonly article: Article;
  readonly settle: (work: Promise<Result<CaseRecord>>) => void;
}

/** Codes articles in several threads, each with an engine of its own. What goes wrong with one article (it takes too long, or its thread
 * dies) is a problem of that article; its thread is replaced. */
export class WorkerPool {
  readonly #options: PoolOptions;
  readonly #threads: Piscina;
  /** Told when the coding of a task begins, by its number. */
  readonly #clocks = new Map<number, () => void>();
  readonly #waiting: Waiting[] = [];
  #running = 0;
  #count = 0;
  #isClosed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#threads = new Piscina({
      filename: fileURLToPath(options.thread ?? THREAD),
      workerData: options.actors ?? [],
      minThreads: 0,
      maxThreads: options.workers,
      idleTimeout: Number.POSITIVE_INFINITY,
      recordTiming: false,
      resourceLimits: { maxOldGenerationSizeMb: options.heapMegabytes ?? HEAP_MEGABYTES },
      // A thread that sleeps on a shared number cannot load its files meanwhile.
      atomics: 'disabled',
    });
    this.#threads.on('message', (number: number) => this.#clocks.get(number)?.());
    // Of a thread that dies without work; the next article starts another.
    this.#threads.on('error', () => {});
  }

  /** The record of an article, or `engine/too-slow`, `engine/crashed` (its thread died) or `engine/failed`. Articles are begun in the order
   * they are handed over. Rejects where no thread can load the engine, and where the pool is closed. */
  record(article: Article): Promise<Result<CaseRecord>> {
    return new Promise((settle) => {
      this.#waiting.push({ article, settle });
      this.#next();
    });
  }

  /** Ends the threads; work not done yet is dropped. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { settle } of this.#waiting.splice(0)) settle(Promise.reject(new Error('the worker pool is closed')));
    await this.#threads.destroy();
  }

  /** Hands on no more than there are threads, so that what waits there is being started, not queued. */
  #next(): void {
    if (this.#running >= this.#options.workers) return;
    const next = this.#waiting.shift();
    if (!next) return;
    this.#running++;
    const work = this.#run(next.article).finally(() => {
      this.#running--;
      this.#next();
    });
    next.settle(work);
  }

  async #run(article: Article): Promise<Result<CaseRecord>> {
    const task: CodingTask = { number: this.#count++, article };
    const seconds = this.#options.timeLimit ?? patienceFor(article.text.length);
    const stop = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    this.#clocks.set(task.number, () => {
      timer = setTimeout(() => stop.abort(), seconds * MS);
    });
    const work: Promise<CodingOutcome> = this.#threads.run(task, { signal: stop.signal });
    const outcome = await work
      .catch((error: Error) => {
        if (this.#isClosed) throw error;
        return stop.signal.aborted
          ? codingProblem('engine/too-slow', article, `given up after ${seconds.toFixed()} seconds`)
          : codingProblem('engine/crashed', article, `its thread ended: ${error.message}`);
      })
      .finally(() => {
        clearTimeout(timer);
        this.#clocks.delete(task.number);
      });
    if ('unloadable' in outcome) throw outcome.unloadable;
    return outcome;
  }
}
