import { type Problem, type Result, textId } from '../base/index.ts';
import type { Article } from '../document/index.ts';
import { type CaseDb, type DocumentQueue, findStanding, type QueueItem } from '../store/index.ts';
import { toFacts } from './stored-article.ts';

/** What came of some inputs that were put into the queue. */
export interface Queued {
  /** New in the queue. */
  readonly queued: number;
  /** Waiting there already. */
  readonly waiting: number;
  /** In the case already, with this source. */
  readonly known: number;
  readonly problems: readonly Problem[];
}

/** Documents put into the queue in one statement, and their characters: some megabytes. */
const DOCUMENTS_AT_ONCE = 100;
const CHARACTERS_AT_ONCE = 2_000_000;

/** Puts articles into the queue of a case, some at a time; those that the case has, or that wait already, are passed over.
 * @param priority higher comes first, 0 is usual */
export async function* queueArticles(
  db: CaseDb,
  queue: DocumentQueue,
  articles: AsyncIterable<Result<Article>>,
  priority: number,
): AsyncGenerator<Queued> {
  for await (const batch of inBatches(articles)) {
    const read = batch.flatMap((each) => (each.ok ? [each.value] : []));
    const problems = batch.flatMap((each) => (each.ok ? [] : [each.problem]));
    const standings = await Promise.all(read.map((article) => findStanding(db, article.id, toFacts(article))));
    const items = read.filter((_, at) => standings[at]?.hasSource !== true).map(toItem);
    const queued = items.length === 0 ? 0 : await queue.add(items, priority);
    yield { queued, waiting: items.length - queued, known: read.length - items.length, problems };
  }
}

function toItem(article: Article): QueueItem {
  const { id, title } = article;
  return { key: `${id}.${textId(JSON.stringify(toFacts(article)))}`, id, title, body: article };
}

async function* inBatches(articles: AsyncIterable<Result<Article>>): AsyncGenerator<readonly Result<Article>[]> {
  let batch: Result<Article>[] = [];
  let characters = 0;
  for await (const article of articles) {
    batch.push(article);
    characters += article.ok ? article.value.text.length : 0;
    if (batch.length < DOCUMENTS_AT_ONCE && characters < CHARACTERS_AT_ONCE) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}
