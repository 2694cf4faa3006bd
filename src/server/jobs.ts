import type { JobView } from '../api/index.ts';
import type { Result } from '../base/index.ts';
import type { Article } from '../document/index.ts';
import { addArticles, type OpenCoder } from '../ingest/index.ts';
import { beginRun, type CaseDb, endRun } from '../store/index.ts';

/** Jobs remembered after they ended. */
const REMEMBERED = 50;
const MS = 1000;

interface Job {
  readonly id: string;
  state: JobView['state'];
  readonly startedAt: number;
  done: number;
  readonly total: number;
  readonly counts: Record<string, number>;
  readonly documents: string[];
  readonly problems: { readonly name: string; readonly code: string; readonly detail: string }[];
  isStopped: boolean;
}

/** Adds documents to a case while the server goes on answering: one job after another, each of which can be watched and stopped. */
export class Jobs {
  readonly #db: CaseDb | null;
  readonly #openCoder: () => Promise<OpenCoder>;
  readonly #jobs = new Map<string, Job>();
  #coder: Promise<OpenCoder> | null = null;
  #last: Promise<void> = Promise.resolve();
  #count = 0;

  /** @param db null where nothing can be added */
  constructor(db: CaseDb | null, openCoder: () => Promise<OpenCoder>) {
    this.#db = db;
    this.#openCoder = openCoder;
  }

  /** Begins to add articles. */
  start(articles: readonly Result<Article>[]): JobView {
    const job: Job = {
      ...{ id: `j${++this.#count}`, state: 'running', startedAt: performance.now(), done: 0, total: articles.length },
      ...{ counts: {}, documents: [], problems: [], isStopped: false },
    };
    this.#jobs.set(job.id, job);
    for (const [id, { state }] of this.#jobs) if (this.#jobs.size > REMEMBERED && state !== 'running') this.#jobs.delete(id);
    this.#last = this.#last.then(() => this.#run(job, articles));
    return toView(job);
  }

  find(id: string): JobView | null {
    const job = this.#jobs.get(id);
    return job ? toView(job) : null;
  }

  running(): readonly JobView[] {
    return [...this.#jobs.values()].filter(({ state }) => state === 'running').map(toView);
  }

  /** Stops a job after the document it is at; what was added stays. */
  stop(id: string): JobView | null {
    const job = this.#jobs.get(id);
    if (job?.state === 'running') job.isStopped = true;
    return job ? toView(job) : null;
  }

  /** Resolves when all jobs begun so far have ended. */
  async settled(): Promise<void> {
    await this.#last;
  }

  /** Stops all jobs and ends the coder's threads. */
  async close(): Promise<void> {
    for (const job of this.#jobs.values()) job.isStopped = true;
    const coder = await this.#coder?.catch(() => null);
    await coder?.close();
    await this.#last;
  }

  async #run(job: Job, articles: readonly Result<Article>[]): Promise<void> {
    try {
      await this.#add(job, articles);
      job.state = job.isStopped ? 'stopped' : 'done';
    } catch (error) {
      if (job.isStopped) {
        job.state = 'stopped';
        return;
      }
      console.error(error);
      job.state = 'failed';
      job.problems.push({
        name: 'case',
        code: 'server/job-failed',
        detail: error instanceof Error ? error.message : String(error),
      });
    }
  }

  async #add(job: Job, articles: readonly Result<Article>[]): Promise<void> {
    if (!this.#db || job.isStopped) return;
    this.#coder ??= this.#openCoder();
    const coder = await this.#coder;
    const run = await beginRun(this.#db, 'serve', coder.versions, now());
    for await (const added of addArticles(this.#db, untilStopped(job, articles), coder, { run, now })) {
      job.done++;
      job.counts[added.kind] = (job.counts[added.kind] ?? 0) + 1;
      if (added.kind === 'failed')
        job.problems.push({ name: added.problem.subject, code: added.problem.code, detail: added.problem.detail });
      else job.documents.push(added.id);
    }
    await endRun(this.#db, run, job.counts, now());
  }
}

async function* untilStopped(job: Job, articles: readonly Result<Article>[]): AsyncGenerator<Result<Article>> {
  for (const article of articles) {
    if (job.isStopped) return;
    yield article;
  }
}

function toView({ id, state, startedAt, done, total, documents, problems }: Job): JobView {
  const seconds = (performance.now() - startedAt) / MS;
  const rate = done === 0 || state !== 'running' ? null : done / seconds;
  const secondsLeft = rate === null ? null : Math.ceil((total - done) / rate);
  return { id, state, done, total, rate, secondsLeft, problems, documents };
}

function now(): string {
  return new Date().toISOString();
}
