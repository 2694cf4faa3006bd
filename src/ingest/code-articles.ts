import type { CaseRecord } from '../api/index.ts';
import { inOrder, type Result } from '../base/index.ts';
import type { Article } from '../document/index.ts';
import type { Coder } from './coder.ts';

/** Records in the order of the articles; problems stay in their place. Reading keeps close to what is handed on: see {@link Coder.ahead}.
 * @param stop ends the reading; what is coded by then still comes, as far as nothing is missing before it */
export function codeArticles(
  articles: AsyncIterable<Result<Article>>,
  coder: Coder,
  stop?: AbortSignal,
): AsyncGenerator<Result<CaseRecord>> {
  return inOrder(articles, coder.ahead, async (read) => (read.ok ? coder.record(read.value) : read), stop);
}
