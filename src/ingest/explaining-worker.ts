import { workerData } from 'node:worker_threads';
import type { CaseRecord } from '../api/index.ts';
import type { Result } from '../base/index.ts';
import type { Article, TraceStep } from '../document/index.ts';
import { type ActorFile, codeArticle, loadEngine } from '../engine/index.ts';

/** What coding an article again tells of its rules. */
export interface Explained {
  readonly coded: Result<CaseRecord>;
  readonly steps: readonly TraceStep[];
}

const actors: readonly ActorFile[] = workerData;
const loading = loadEngine({ actors });
// Told to whoever asks first.
loading.catch(() => {});

/** Codes an article and collects the steps of its rules, in its thread. */
export default async function explain(article: Article): Promise<Explained> {
  const engine = await loading;
  const steps: TraceStep[] = [];
  const coded = codeArticle(engine, article, (step) => steps.push(step));
  return { coded, steps };
}
