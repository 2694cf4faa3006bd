import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { emptyCoder } from '../../test/support/served-case.ts';
import { fail, type Result } from '../base/index.ts';
import type { Article } from '../document/index.ts';
import { readJsonLine } from '../read/index.ts';
import {
  beginRun,
  countDocuments,
  countUnlinked,
  DocumentQueue,
  inTransaction,
  locateCase,
  lockLinking,
  type OpenedCase,
  openCase,
  QUEUE_TIMES,
  readQueueStatus,
} from '../store/index.ts';
import type { Coder } from './coder.ts';
import { LinkTurns } from './link-turns.ts';
import { queueArticles } from './queue-articles.ts';
import { type Worked, workQueue } from './work-queue.ts';

const url = inject('postgresUrl');
const NOW = '2026-11-23T12:00:00.000Z';

async function* reports(count: number): AsyncGenerator<Result<Article>> {
  for (let at = 1; at <= count; at++)
    yield readJsonLine(JSON.stringify({ text: `Report ${at} says that nothing has happened.` }), at, { name: 'reports' });
}

describe.skipIf(url === null)('a worker', () => {
  let db: OpenedCase;
  let queue: DocumentQueue;
  let stop: AbortController;
  let told: Worked[];

  beforeEach(async () => {
    db = await openCase(locateCase({ case: randomUUID().slice(0, 13), database: url ?? '' }), 'create');
    queue = await DocumentQueue.open(db, 'work', { ...QUEUE_TIMES, retries: 0 });
    stop = new AbortController();
    told = [];
  }, 60_000);
  afterEach(async () => {
    await queue.close();
    await db.close();
  });

  const put = async (count: number) => {
    for await (const { queued } of queueArticles(db, queue, reports(count), 0)) expect(queued).toBe(count);
  };
  /** Works until nothing is left. */
  const work = async (change: Partial<Coder> = {}) => {
    const coder = { ...emptyCoder(), ahead: 2, ...change };
    const run = await beginRun(db, 'work', coder.versions, NOW);
    await workQueue(db, queue, coder, {
      ...{ run, now: () => NOW, stop: stop.signal, tell: (worked) => told.push(worked) },
      ...{ note: (error) => expect(error).toBeNull(), pausing: async (isIdle) => !isIdle },
    });
  };
  const kinds = () => told.map(({ kind }) => kind).sort();

  test('does everything, and what it has done is not put in again', async () => {
    await put(5);
    await work();
    expect([kinds(), await countDocuments(db)]).toEqual([Array(5).fill('added'), 5]);
    for await (const outcome of queueArticles(db, queue, reports(6), 0))
      expect(outcome).toEqual({ queued: 1, waiting: 0, known: 5, problems: [] });
  });

  test('gives up what cannot be coded, with the reason, and does the rest', async () => {
    await put(5);
    const { record } = emptyCoder();
    await work({
      record(article) {
        if (article.text.startsWith('Report 2')) throw new Error('the coder broke');
        return article.text.startsWith('Report 4') ? fail('engine/too-slow', article.id, 'it took too long') : record(article);
      },
    });
    expect(kinds()).toEqual(['added', 'added', 'added', 'failed', 'failed']);
    const reasons = told.flatMap((each) => (each.kind === 'failed' ? [each.reason] : []));
    expect(reasons.sort()).toEqual(['it took too long (engine/too-slow)', 'the coder broke']);
    expect(await readQueueStatus(db)).toMatchObject({ waiting: 0, active: 0, dead: 2 });
  });

  test('told to stop, finishes what is at hand and takes no more', async () => {
    await put(5);
    const { record } = emptyCoder();
    await work({
      async record(article) {
        stop.abort();
        await wait(50);
        return record(article);
      },
    });
    expect(kinds()).toEqual(['added', 'added']);
    expect(await readQueueStatus(db)).toMatchObject({ waiting: 3, active: 0 });
  });

  test('keeps nothing of a document that was taken from it meanwhile', async () => {
    await put(1);
    const { record } = emptyCoder();
    let isTaken = false;
    const taken: DocumentQueue['fetch'] = queue.fetch.bind(queue);
    let job: Awaited<ReturnType<typeof taken>>[number] | undefined;
    queue.fetch = async (most) => {
      const jobs = await taken(most);
      job ??= jobs[0];
      return jobs;
    };
    await work({
      async record(article) {
        if (!isTaken && job) await queue.fail(job, 'not heard of');
        isTaken = true;
        return record(article);
      },
    });
    expect([kinds(), await countDocuments(db)]).toEqual([['lost'], 0]);
  });

  test('links what is not linked, unless another does so', async () => {
    await put(2);
    await work();
    const turns = () => new LinkTurns(db, stop.signal, (error) => expect(error).toBeNull());
    await inTransaction(db, async (other) => {
      expect(await lockLinking(other, true)).toBe(true);
      const away = turns();
      away.begin(true);
      await away.settled();
      away.begin(true);
    });
    expect(await countUnlinked(db)).toBe(2);
    await turns().finish();
    expect(await countUnlinked(db)).toBe(0);
  });
});
