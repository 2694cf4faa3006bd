import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { DocumentRules } from '../api/index.ts';
import { type CaseDb, readCodingInput } from '../store/index.ts';
import { readCaseActors } from './case-actors.ts';
import type { Explained } from './explaining-worker.ts';
import { ReviewError } from './review-error.ts';
import { rulesOf } from './rules-of.ts';
import { toArticle } from './stored-article.ts';
import { patienceFor } from './worker-pool.ts';

/** The thread's module beside this one, as source or as built. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './explaining-worker.ts' : './explaining-worker.js', import.meta.url);
/** How long a thread without work keeps its engine, in milliseconds. */
const IDLE = 120_000;
const MS = 1000;

/** Tells why documents were coded as they were. Cases keep no steps: the document is coded again in a thread of its own, which is started
 * when somebody asks and ends when nobody has for a while. */
export class Explainer {
  #thread: Promise<Piscina> | null = null;

  /** The steps behind each entry, as the program of now codes the document.
   * @throws ReviewError where the case has no such document, or it cannot be coded in reasonable time */
  async explain(db: CaseDb, id: string): Promise<DocumentRules> {
    const input = await readCodingInput(db, id);
    if (!input) throw new ReviewError('no-entry', 'the case has no such document');
    this.#thread ??= openThread(db);
    const thread = await this.#thread;
    const signal = AbortSignal.timeout(Math.ceil(patienceFor(input.text.length) * MS));
    const explained: Explained = await thread.run(toArticle(id, input.text, input.facts), { signal });
    if (!explained.coded.ok) throw new ReviewError('conflict', explained.coded.problem.detail);
    return rulesOf(explained.coded.value, explained.steps);
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    await (await this.#thread)?.destroy();
  }
}

async function openThread(db: CaseDb): Promise<Piscina> {
  return new Piscina({
    ...{ filename: fileURLToPath(THREAD), workerData: await readCaseActors(db), recordTiming: false, atomics: 'disabled' },
    ...{ minThreads: 0, maxThreads: 1, idleTimeout: IDLE },
  });
}
