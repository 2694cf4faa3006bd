import type { CaseRecord } from '../api/index.ts';
import { fail, ok, type Problem, type Result } from '../base/index.ts';
import type { Article, Trace } from '../document/index.ts';
import type { Engine } from './pipeline.ts';

/** The record of an article. No text should make the engine throw; where one does, that is the problem of this article alone
 * (`engine/failed`), and a batch goes on. */
export function codeArticle(engine: Engine, article: Article, trace?: Trace): Result<CaseRecord> {
  try {
    return ok(engine.record(article, trace));
  } catch (error) {
    return codingProblem('engine/failed', article, error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  }
}

/** Why an article has no record, named by what its source calls it. */
export function codingProblem(
  code: string,
  { externalId, title, id }: Pick<Article, 'externalId' | 'title' | 'id'>,
  detail: string,
): { readonly ok: false; readonly problem: Problem } {
  return fail(code, externalId ?? title ?? id.slice(0, 12), detail);
}
