import { inOrder, type Problem, type Result } from '../base/index.ts';
import type { Article } from '../document/index.ts';
import { correctRecord } from '../review/index.ts';
import { addSource, type CaseDb, type CodedDocument, findStanding, type Saved, saveDocument } from '../store/index.ts';
import type { Coder } from './coder.ts';
import { toListed } from './corrections.ts';
import { DecisionLog } from './decision-log.ts';
import { objectionTo } from './remove-document.ts';
import { toFacts } from './stored-article.ts';

/** What came of one input; it is on the disk when it is told. */
export type Added =
  | { readonly kind: Saved; readonly id: string; readonly title: string | null }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** How documents are stored. */
export interface AddOptions {
  /** Number of the run, from beginRun. */
  readonly run: number;
  /** The time, ISO; asked for once a document. */
  readonly now: () => string;
  /** Ends the run: nothing more is read, and what is being stored is stored whole. */
  readonly stop?: AbortSignal;
}

/** An input on its way: coded, or known before coding. */
export type Begun =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'known'; readonly article: Article }
  | { readonly kind: 'new-source'; readonly article: Article }
  | { readonly kind: 'coded'; readonly article: Article; readonly record: CodedDocument['record'] };

/** Codes articles and stores them, each in one step, in the order given. A text that is known is not coded again: its source is added
 * where it is new. Ending at any moment, even by force, leaves every article told of in the case, and none half.
 * @throws StoreError where the case can no longer be written to */
export async function* addArticles(
  db: CaseDb,
  articles: AsyncIterable<Result<Article>>,
  coder: Coder,
  options: AddOptions,
): AsyncGenerator<Added> {
  const log = new DecisionLog();
  for await (const begun of inOrder(articles, coder.ahead, async (read) => begin(db, read, coder), options.stop))
    yield await keepBegun(db, begun, options, log);
}

function begin(db: CaseDb, read: Result<Article>, coder: Coder): Promise<Begun> | Begun {
  return read.ok ? beginArticle(db, read.value, coder) : { kind: 'problem', problem: read.problem };
}

/** Codes an article, unless the case knows what there is to know of it. */
export async function beginArticle(db: CaseDb, article: Article, coder: Coder): Promise<Begun> {
  const standing = await findStanding(db, article.id, toFacts(article));
  if (standing?.hasSource) return { kind: 'known', article };
  if (standing && !standing.isOvertaken) return { kind: 'new-source', article };
  const record = await coder.record(article);
  return record.ok ? { kind: 'coded', article, record: record.value } : { kind: 'problem', problem: record.problem };
}

/** Stores what came of an input. */
export async function keepBegun(db: CaseDb, begun: Begun, { run, now }: AddOptions, log: DecisionLog): Promise<Added> {
  if (begun.kind === 'problem') return { kind: 'failed', problem: begun.problem };
  const { id, title } = begun.article;
  if (begun.kind === 'known') return { kind: 'known', id, title };
  const facts = toFacts(begun.article);
  if (begun.kind === 'new-source')
    return { kind: (await addSource(db, id, facts, now())) ? 'source-added' : 'known', id, title };
  const { record } = begun;
  const decisions = await log.read(db);
  const problem = objectionTo(id, decisions);
  if (problem) return { kind: 'failed', problem };
  const listed = toListed(correctRecord(record, decisions), record);
  return { kind: await saveDocument(db, { record, ...(listed && { listed }), facts, run, now: now() }), id, title };
}
