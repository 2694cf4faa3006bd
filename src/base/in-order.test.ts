import { describe, expect, test } from 'vitest';
import { inOrder } from './in-order.ts';

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

async function* numbers(count: number, read: number[] = []): AsyncGenerator<number> {
  for (let number = 0; number < count; number++) {
    read.push(number);
    yield number;
  }
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('work in order', () => {
  test.each([1, 2, 5, 50])('with %i ahead, what is done first does not come first', async (ahead) => {
    let [running, most] = [0, 0];
    const begin = async (number: number) => {
      most = Math.max(most, ++running);
      await pause((number * 7) % 5);
      running--;
      return number * 10;
    };
    expect(await collect(inOrder(numbers(20), ahead, begin))).toEqual(Array.from({ length: 20 }, (_, number) => number * 10));
    expect(most).toBe(Math.min(20, ahead));
  });

  test('no more is read than may be begun, however long nobody takes', async () => {
    const read: number[] = [];
    const work = inOrder(numbers(100, read), 4, async (number) => number);
    expect((await work.next()).value).toBe(0);
    await pause(20);
    expect(read.length).toBeLessThanOrEqual(5);
    await work.return(undefined);
    expect(read.length).toBeLessThanOrEqual(5);
  });

  test('what is done comes while the source keeps one waiting', async () => {
    async function* slow() {
      yield 1;
      await pause(3_600_000);
      yield 2;
    }
    const work = inOrder(slow(), 4, async (number) => number);
    expect(await work.next()).toEqual({ done: false, value: 1 });
  });

  test('a failure comes in its turn, of the work or of the source', async () => {
    const got: number[] = [];
    const failing = inOrder(numbers(9), 4, async (number) => {
      if (number === 3) throw new Error('three');
      await pause(5);
      return number;
    });
    const take = async (items: AsyncIterable<number>) => {
      for await (const number of items) got.push(number);
    };
    await expect(take(failing)).rejects.toThrow('three');
    expect(got.splice(0)).toEqual([0, 1, 2]);
    async function* broken() {
      yield 1;
      throw new Error('disk');
    }
    await expect(take(inOrder(broken(), 4, async (number) => number))).rejects.toThrow('disk');
    expect(got).toEqual([1]);
  });

  test('stopped, it gives what is done and no more, without waiting for the source', async () => {
    const stop = new AbortController();
    async function* endless() {
      for (let number = 0; number < 3; number++) yield number;
      await pause(3_600_000);
    }
    const begin = async (number: number) => {
      if (number === 2) await pause(3_600_000);
      return number;
    };
    const got: number[] = [];
    for await (const number of inOrder(endless(), 8, begin, stop.signal)) {
      got.push(number);
      if (number === 0) stop.abort();
    }
    expect(got).toEqual([0, 1]);
    expect(await collect(inOrder(numbers(3), 2, async (number) => number, stop.signal))).toEqual([]);
  });

  test('the source is closed when the reader leaves', async () => {
    let isClosed = false;
    async function* source() {
      try {
        yield* numbers(10);
      } finally {
        isClosed = true;
      }
    }
    for await (const _ of inOrder(source(), 2, async (number) => number)) break;
    expect(isClosed).toBe(true);
  });
});
