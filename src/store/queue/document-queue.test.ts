import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  countQueued,
  DocumentQueue,
  inTransaction,
  listDead,
  locateCase,
  type OpenedCase,
  openCase,
  QUEUE_TIMES,
  type QueueItem,
  type QueueJob,
  readQueueStatus,
  readSetting,
  writeSetting,
} from '../index.ts';

const url = inject('postgresUrl');

function item(id: string, body: unknown = { id }): QueueItem {
  return { key: id, id, title: `Title of ${id}`, body };
}

test('a case in a file has no queue', async () => {
  const db = await openCase({ dialect: 'sqlite', path: ':memory:', name: 'nothing' }, 'create');
  await expect(DocumentQueue.open(db, 'use')).rejects.toMatchObject({ name: 'StoreError', code: 'store/bad-queue' });
  await db.close();
});

describe.skipIf(url === null)('a queue on a server', () => {
  let db: OpenedCase;
  let queue: DocumentQueue;

  beforeAll(async () => {
    db = await openCase(locateCase({ case: randomUUID().slice(0, 13), database: url ?? '' }), 'create');
    expect(await readQueueStatus(db)).toBeNull();
    queue = await DocumentQueue.open(db, 'work', { ...QUEUE_TIMES, retries: 1, retryDelay: 1 });
  }, 60_000);
  afterAll(async () => {
    await queue.close();
    await db.close();
  });

  const take = async (): Promise<QueueJob> => {
    for (;;) {
      const [job] = await queue.fetch(1);
      if (job) return job;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  const complete = (job: QueueJob) => inTransaction(db, (db) => queue.complete(db, job));

  test('a document waits once, higher priorities first, and comes out as it went in', async () => {
    const odd = { text: 'a \u0000 zero, a lone \ud800 half and "quotes"', list: [1, null] };
    expect(await queue.add([item('a'), item('b', odd)], 0)).toBe(2);
    expect(await queue.add([item('b'), item('c')], 5)).toBe(1);
    const jobs = [...(await queue.fetch(1)), ...(await queue.fetch(5))];
    expect(jobs.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
    expect(jobs[0]?.id).toBe('c');
    expect(jobs.find(({ id }) => id === 'b')?.body).toEqual(odd);
    expect(await queue.add([item('a')], 0), 'while it is being coded').toBe(0);
    await queue.keep(jobs);
    for (const job of jobs) expect(await complete(job)).toBe(true);
    expect(await countQueued(db)).toBe(0);
    expect(await queue.add([item('a')], 0), 'once it is done').toBe(1);
    expect(await complete(await take())).toBe(true);
  });

  test('what is written with a job is kept with it or not at all', async () => {
    await queue.add([item('whole')], 0);
    const job = await take();
    const broken = inTransaction(db, async (db) => {
      await queue.complete(db, job);
      await writeSetting(db, 'note', 'half');
      throw new Error('died');
    });
    await expect(broken).rejects.toThrow('died');
    expect([await readSetting(db, 'note'), await countQueued(db)]).toEqual([null, 1]);
    expect(await complete(job)).toBe(true);
    expect(await complete(job), 'a second time').toBe(false);
  });

  test('an attempt that was given up completes nothing', async () => {
    await queue.add([item('again')], 0);
    const first = await take();
    await queue.fail(first, 'not now');
    expect(await readQueueStatus(db)).toMatchObject({ delayed: 1, active: 0 });
    const second = await take();
    expect(second.attempt.id).toBe(first.attempt.id);
    expect(await complete(first)).toBe(false);
    expect(await complete(second)).toBe(true);
  });

  test('the last attempt leads to the dead, with the reason, and from there back', async () => {
    await queue.add([item('hopeless')], 0);
    await queue.fail(await take(), 'the first reason');
    await queue.fail(await take(), 'the last reason');
    const [dead] = await listDead(db, 10);
    expect(dead).toMatchObject({ id: 'hopeless', title: 'Title of hopeless', reason: 'the last reason', attempts: 2 });
    expect(await readQueueStatus(db)).toMatchObject({ waiting: 0, delayed: 0, active: 0, dead: 1 });
    expect(await queue.retry([randomUUID()])).toBe(0);
    expect(await queue.retry(dead && [dead.job])).toBe(1);
    expect(await listDead(db, 10)).toEqual([]);
    expect(await complete(await take())).toBe(true);
  });

  test('the worker is seen', async () => {
    const status = await readQueueStatus(db);
    expect(status?.workers.map((worker) => worker.process)).toEqual([process.pid]);
    expect(status?.doneLastMinute).toBeGreaterThan(0);
  });

  test('a name that leaves no room for the queue is refused', async () => {
    const long = locateCase({ case: 'n'.repeat(45), database: url ?? '' });
    await expect(DocumentQueue.open({ ...db, location: long }, 'use')).rejects.toMatchObject({ code: 'store/bad-name' });
  });
});
