import type { CaseRecord } from '../api/index.ts';
import type { Article } from '../document/index.ts';
import type { Versions } from '../store/index.ts';

/** What makes records: an engine here, or several in threads. */
export interface Coder {
  readonly versions: Versions;
  /** How many articles to hand over before the first record is awaited; 1 where they are coded one by one. */
  readonly ahead: number;
  record(article: Article): CaseRecord | Promise<CaseRecord>;
}

/** Works on items in order with some begun ahead; what each gives comes in the order of the items. */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  ahead: number,
  begin: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  for await (const item of items) {
    const work = begin(item);
    // A failure is met when its turn comes; until then it must not count as unhandled.
    work.catch(() => {});
    begun.push(work);
    const oldest = begun.length >= ahead ? begun.shift() : undefined;
    if (oldest) yield await oldest;
  }
  for (const work of begun) yield await work;
}
