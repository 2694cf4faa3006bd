import { setTimeout as wait } from 'node:timers/promises';
import type { Result } from '../base/index.ts';
import type { Article } from '../document/index.ts';

/** What is coded at once in this thread: more than this, and starting others pays (an engine loads in half a second, which codes about
 * twenty thousand characters). */
const FEW_DOCUMENTS = 8;
const FEW_CHARACTERS = 40_000;

/** How long to wait for the second document before it is settled that many may come, in milliseconds. */
const PATIENCE_MS = 100;

/** Inputs of which the first were looked at. */
export interface Peeked {
  /** Whether these are all, and short. */
  readonly isFew: boolean;
  /** All of them. */
  readonly inputs: AsyncIterable<Result<Article>>;
}

/** Reads ahead until it is clear whether a few short documents are all that comes.
 * @param stop ends the waiting for them */
export async function peekFew(inputs: AsyncIterable<Result<Article>>, stop: AbortSignal): Promise<Peeked> {
  const stopped = new Promise<null>((resolve) => stop.addEventListener('abort', () => resolve(null), { once: true }));
  const source = inputs[Symbol.asyncIterator]();
  const seen: Promise<IteratorResult<Result<Article>>>[] = [];
  let characters = 0;
  while (seen.length <= FEW_DOCUMENTS && characters <= FEW_CHARACTERS) {
    const next = source.next();
    // A failure is met by whoever reads on.
    next.catch(() => {});
    seen.push(next);
    const read = await Promise.race(
      seen.length === 1 ? [next, stopped] : [next, stopped, wait(PATIENCE_MS, null, { ref: false })],
    );
    if (read === null) break;
    if (read.done) return { isFew: true, inputs: continued(seen, source) };
    if (read.value.ok) characters += read.value.value.text.length;
  }
  return { isFew: false, inputs: continued(seen, source) };
}

async function* continued<Item>(
  seen: readonly Promise<IteratorResult<Item>>[],
  source: AsyncIterator<Item>,
): AsyncGenerator<Item> {
  try {
    for (const each of seen) {
      const { done, value } = await each;
      if (done) return;
      yield value;
    }
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  } finally {
    await source.return?.();
  }
}
