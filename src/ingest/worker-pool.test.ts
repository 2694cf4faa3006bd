import { afterEach, describe, expect, test } from 'vitest';
import { ok, type Result } from '../base/index.ts';
import { type Article, bareArticle } from '../document/index.ts';
import { collect } from '../store/index.ts';
import { codeArticles } from './code-articles.ts';
import { patienceFor, WorkerPool } from './worker-pool.ts';

const thread = new URL('../../test/support/faulty-thread.ts', import.meta.url);

const pools: WorkerPool[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

function open(workers: number, timeLimit?: number): WorkerPool {
  const pool = new WorkerPool({ workers, thread, heapMegabytes: 100, ...(timeLimit && { timeLimit }) });
  pools.push(pool);
  return pool;
}

const article = (text: string): Article => ({ ...bareArticle(text), externalId: text });

/** What came of texts handed over all at once. */
async function outcomes(pool: WorkerPool, ...texts: readonly string[]) {
  const results = await Promise.all(texts.map((text) => pool.record(article(text))));
  return results.map((result) =>
    result.ok ? result.value.document.title : `${result.problem.subject}: ${result.problem.code}: ${result.problem.detail}`,
  );
}

describe('a pool of threads', () => {
  test('one thread does one article after the other, in the order given', async () => {
    expect(await outcomes(open(1), 'wait 40', 'a', 'wait 10', 'b')).toEqual(['wait 40, 1', 'a, 2', 'wait 10, 3', 'b, 4']);
  });

  test('many share the work', async () => {
    const titles = await outcomes(open(2), 'wait 1500', 'a', 'b', 'c');
    expect(titles[0]).toBe('wait 1500, 1');
    expect(new Set(titles.slice(1))).toEqual(new Set(['a, 1', 'b, 2', 'c, 3']));
  });

  test.each([
    { does: 'exit', says: 'exit: engine/crashed: its thread ended: worker exited with code: 3' },
    { does: 'break', says: 'break: engine/crashed: its thread ended: broken in passing' },
    { does: 'fill memory', says: expect.stringMatching(/^fill memory: engine\/crashed: its thread ended: .*memory/) },
    { does: 'hang', says: 'hang: engine/too-slow: given up after 1 seconds' },
  ])(
    'an article that makes its thread $does is a problem; the thread is replaced and the rest goes on',
    async ({ does, says }) => {
      expect(await outcomes(open(1, does === 'hang' ? 1 : 60), 'a', does, 'b', does, 'c')).toEqual([
        'a, 1',
        says,
        'b, 1',
        says,
        'c, 1',
      ]);
    },
  );

  test('a thread without an engine is the fault of no article', async () => {
    await expect(open(2).record(article('no engine'))).rejects.toThrow(new RangeError('data/actors/states.tsv:7: damaged'));
  });

  test('closing ends what hangs, and what waits', async () => {
    const pool = new WorkerPool({ workers: 1, thread });
    const [hanging, waiting] = ['hang', 'a'].map((text) => pool.record(article(text)));
    const ended = [expect(hanging).rejects.toThrow(), expect(waiting).rejects.toThrow('closed')];
    await new Promise((resolve) => setTimeout(resolve, 300));
    await pool.close();
    await Promise.all(ended);
  });

  test('patience grows with the text', () => {
    expect(patienceFor(0)).toBe(60);
    expect(patienceFor(2_000_000)).toBe(560);
  });
});

test('reading keeps close to what is handed on, and records come in order', async () => {
  const pool = open(2);
  let [read, taken, most] = [0, 0, 0];
  async function* articles(): AsyncGenerator<Result<Article>> {
    for (; read < 60; read++) {
      most = Math.max(most, read + 1 - taken);
      yield ok(article(`wait ${read % 3}`));
    }
  }
  const coder = {
    versions: { lapwing: '', model: '', lexicon: '', knowledge: '' },
    ahead: 5,
    record: (each: Article) => pool.record(each),
  };
  for await (const result of codeArticles(articles(), coder)) {
    expect(result.ok && result.value.document.title).toMatch(new RegExp(`^wait ${taken % 3}, `));
    taken++;
    // A reader that is slow.
    if (taken % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 30));
  }
  expect([taken, most]).toEqual([60, 5]);
  expect(await collect(codeArticles(articles(), coder))).toEqual([]);
});
