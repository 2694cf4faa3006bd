import { describe, expect, test } from 'vitest';
import { StoreError } from '../store/index.ts';
import { pause, withPatience } from './patience.ts';

const AWAY = new StoreError('store/unreachable', 'here', 'the server is away');

/** Fails so many times, then answers. */
function failing(times: number, error: Error) {
  let calls = 0;
  return {
    calls: () => calls,
    async work() {
      calls++;
      if (calls <= times) throw error;
      return 'done';
    },
  };
}

describe('waiting a failure out', () => {
  test('that passes, told of once', async () => {
    const notes: Error[] = [];
    const { work, calls } = failing(2, AWAY);
    expect(await withPatience(work, new AbortController().signal, (error) => notes.push(error))).toBe('done');
    expect([calls(), notes]).toEqual([3, [AWAY]]);
  });

  test.each([new StoreError('store/refused', 'here', 'no'), new RangeError('a mistake')])('but not %s', async (error) => {
    const { work, calls } = failing(1, error);
    await expect(withPatience(work, new AbortController().signal, () => {})).rejects.toBe(error);
    expect(calls()).toBe(1);
  });

  test('no longer than until the signal', async () => {
    const stop = new AbortController();
    const { work } = failing(1000, AWAY);
    setTimeout(() => stop.abort(), 50);
    await expect(withPatience(work, stop.signal, () => {})).rejects.toBe(AWAY);
  });
});

test('a pause ends with the signal, even one given before', async () => {
  const started = performance.now();
  await pause(60_000, AbortSignal.abort());
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 20);
  await pause(60_000, stop.signal);
  expect(performance.now() - started).toBeLessThan(30_000);
});
