import { sql } from 'kysely';
import type { PgBoss } from 'pg-boss';
import type { CaseDb } from '../case-db.ts';
import type { CaseLocation } from '../case-location.ts';
import type { OpenedCase } from '../open-case.ts';
import { explainPostgres } from '../postgres.ts';
import { DEAD, queueSchema, WAITING } from './queue-schema.ts';

/** A document to be coded, as it is put into the queue. */
export interface QueueItem {
  /** The same for the same text from the same source: it waits once. */
  readonly key: string;
  /** What lists of the queue show. */
  readonly id: string;
  readonly title: string | null;
  /** The document itself as a JSON value; the store does not look inside. */
  readonly body: unknown;
}

/** An attempt at a document, which one worker has until it is done, failed, or the worker is not heard of any more. */
export interface QueueJob {
  /** The job and the number of its attempt. */
  readonly attempt: { readonly id: string; readonly retryCount: number };
  readonly id: string;
  readonly body: unknown;
}

/** How a queue treats its documents, in seconds; that of the worker who came last holds for what is put in from then on. */
export interface QueueTimes {
  /** A worker that was not heard of for so long has lost its documents; at least 10. */
  readonly silence: number;
  /** How often lost documents are looked for. */
  readonly watch: number;
  /** Until a failed document is tried again the first time; doubled each time. */
  readonly retryDelay: number;
  /** Attempts after the first before a document goes to the dead ones; a number, not seconds. */
  readonly retries: number;
}

/** Defaults: a killed worker's documents are with another within a minute. */
export const QUEUE_TIMES: QueueTimes = { silence: 30, watch: 10, retryDelay: 2, retries: 5 };

/** Longest wait between attempts. */
const RETRY_DELAY_MAX = 600;
/** Longest time one attempt may take however alive its worker is. */
const ATTEMPT_MAX = 3600;
/** Nothing that waits is ever dropped: ten years. */
const KEPT = 10 * 365 * 24 * 3600;
/** How long done documents are remembered, for the rate that is shown; their texts are in the case. */
const DONE_KEPT = 900;
/** How often they are cleared away. */
const CLEARED_EVERY = 300;
/** Connections of the queue itself; documents are completed over those of the case. */
const POOL_SIZE = 2;

interface JobData {
  readonly id: string;
  readonly title: string | null;
  /** JSON text in a JSON text: so it comes out as it went in, with characters that PostgreSQL's JSON cannot hold. */
  readonly body: string;
}

/** Documents waiting to be coded, on the server of the case: put in by anybody, taken out by any number of workers. Failures of the
 * server are StoreErrors. */
export class DocumentQueue {
  readonly times: QueueTimes;
  readonly #boss: PgBoss;
  readonly #name: string;

  private constructor(boss: PgBoss, name: string, times: QueueTimes) {
    this.times = times;
    this.#boss = boss;
    this.#name = name;
  }

  /** Opens the queue of a case, and makes it where there is none.
   * @param purpose a worker also watches over the others: documents of those that fell silent go back
   * @throws StoreError where the case has no server, or the server cannot be reached */
  static async open(db: OpenedCase, purpose: 'use' | 'work', times: QueueTimes = QUEUE_TIMES): Promise<DocumentQueue> {
    const schema = queueSchema(db.location);
    const { PgBoss } = await import('pg-boss');
    const works = purpose === 'work';
    const boss = new PgBoss({
      ...connectionOf(db.location),
      // Asking for a schema that is there already needs the right to make one.
      ...{ schema, createSchema: !(await hasSchema(db, schema)), max: POOL_SIZE },
      ...{ application_name: 'lapwing queue', schedule: false, supervise: works, registerInstance: works },
      ...{ superviseIntervalSeconds: times.watch, monitorIntervalSeconds: times.watch },
      ...{ maintenanceIntervalSeconds: CLEARED_EVERY, openTelemetry: { enabled: false } },
    });
    // What happens between calls (a lost connection, a slow query) is met by the next call.
    boss.on('error', () => {});
    const queue = new DocumentQueue(boss, db.name, times);
    try {
      await queue.#asked(() => boss.start());
      await queue.#make(works);
    } catch (error) {
      await boss.stop({ graceful: false });
      throw error;
    }
    return queue;
  }

  /** Makes both queues where they are missing. @param set whether they get these times where they are there already */
  async #make(set: boolean): Promise<void> {
    const { times } = this;
    const lasting = { retentionSeconds: KEPT, deleteAfterSeconds: DONE_KEPT };
    const options = {
      ...lasting,
      ...{ deadLetter: DEAD, retryLimit: times.retries, retryDelay: times.retryDelay, retryBackoff: true },
      ...{ retryDelayMax: RETRY_DELAY_MAX, expireInSeconds: ATTEMPT_MAX, heartbeatSeconds: times.silence },
    };
    await this.#asked(async () => {
      await this.#boss.createQueue(DEAD, { ...lasting, deleteAfterSeconds: 0 });
      await this.#boss.createQueue(WAITING, { ...options, policy: 'exclusive' });
      if (set) await this.#boss.updateQueue(WAITING, options);
    });
  }

  /** Puts documents in; one that waits or is being coded already stays as it is. @param priority higher comes first, 0 is usual
   * @returns keys of those that were new */
  async add(items: readonly QueueItem[], priority: number): Promise<number> {
    const jobs = items.map(({ key, id, title, body }) => {
      const data: JobData = { id, title: title?.toWellFormed().replaceAll('\0', ' ') ?? null, body: JSON.stringify(body) };
      return { data, priority, singletonKey: key };
    });
    const ids = await this.#asked(() => this.#boss.insert(WAITING, jobs, { returnId: true }));
    return ids?.length ?? 0;
  }

  /** Takes out what is to be coded next, at most so many. */
  async fetch(most: number): Promise<readonly QueueJob[]> {
    const jobs = await this.#asked(() => this.#boss.fetch<JobData>(WAITING, { batchSize: most }));
    return jobs.map(({ id, retryCount, data }) => ({
      attempt: { id, retryCount },
      id: data.id,
      body: JSON.parse(data.body) as unknown,
    }));
  }

  /** Says that the worker is still at these. */
  async keep(jobs: readonly QueueJob[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.#asked(() => this.#boss.touch(WAITING, attemptsOf(jobs)));
  }

  /** Completes an attempt within a transaction of the case: done with it, or not at all.
   * @returns false where the document is another worker's by now, or done: then the transaction must be taken back */
  async complete(db: CaseDb, { attempt }: QueueJob): Promise<boolean> {
    const { fromKysely } = await import('pg-boss');
    const answer = await this.#boss.complete(WAITING, { ...attempt }, null, { db: fromKysely(db.query) });
    return affected(answer) === 1;
  }

  /** Gives an attempt up: the document is tried again later, or goes to the dead ones with this reason. */
  async fail({ attempt }: QueueJob, reason: string): Promise<void> {
    await this.#asked(() => this.#boss.fail(WAITING, { ...attempt }, { message: reason }));
  }

  /** Puts dead documents back among the waiting, with all attempts before them. @param ids jobs of the dead, all where left out
   * @returns how many */
  async retry(ids?: readonly string[]): Promise<number> {
    let moved = 0;
    for (;;) {
      const some = await this.#asked(() => this.#boss.redrive(DEAD, ids ? { ids: [...ids] } : {}));
      if (some === 0) return moved;
      moved += some;
    }
  }

  /** Ends the connections. What this worker still has goes back once it is not heard of. */
  async close(): Promise<void> {
    await this.#boss.stop({ graceful: false });
  }

  async #asked<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      throw explainPostgres(error, this.#name) ?? error;
    }
  }
}

async function hasSchema(db: CaseDb, schema: string): Promise<boolean> {
  const { rows } = await sql`select from pg_namespace where nspname = ${schema}`.execute(db.query);
  return rows.length > 0;
}

function connectionOf(location: CaseLocation) {
  if (location.dialect !== 'postgres') return {};
  const { url, role } = location;
  return { connectionString: url, ...(role !== undefined && { options: `-c role=${role}` }) };
}

function attemptsOf(jobs: readonly QueueJob[]) {
  return jobs.map(({ attempt }) => ({ ...attempt }));
}

/** How many rows a command of pg-boss changed; its type does not say, its manual does. */
function affected(answer: object): number {
  return 'affected' in answer && typeof answer.affected === 'number' ? answer.affected : 0;
}
