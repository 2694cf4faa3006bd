import { StoreError } from '../store/index.ts';

/** Failures of a server that pass: it is away or starting, or others wrote the same. */
const PASSING: ReadonlySet<string> = new Set(['store/unreachable', 'store/busy']);

/** First and longest wait before another try, in milliseconds. */
const FIRST_MS = 250;
const LONGEST_MS = 10_000;

/** Does some work again and again while the server fails in a way that passes, waiting longer each time.
 * @param signal ends the waiting: then the failure is thrown @param note told of the first failure */
export async function withPatience<T>(work: () => Promise<T>, signal: AbortSignal, note: (error: Error) => void): Promise<T> {
  for (let wait = FIRST_MS; ; wait = Math.min(2 * wait, LONGEST_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreError) || !PASSING.has(error.code) || signal.aborted) throw error;
      if (wait === FIRST_MS && error.code === 'store/unreachable') note(error);
      await pause(wait, signal);
    }
  }
}

/** Waits, at most until the signal. @param ms milliseconds */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted) done();
  });
}
