import { queueArticles } from '../ingest/index.ts';
import { DocumentQueue, type OpenedCase } from '../store/index.ts';
import { type InputOptions, measureReading, readInputs } from './inputs.ts';
import { showProgress } from './progress.ts';
import { sayCounts } from './say-counts.ts';
import type { Terminal } from './terminal.ts';

/** Puts the documents of files, folders or standard input into the queue of a case, and says how many. */
export async function queueInputs(
  db: OpenedCase,
  paths: readonly string[],
  known: InputOptions,
  priority: number,
  terminal: Terminal,
): Promise<void> {
  const queue = await DocumentQueue.open(db, 'use');
  try {
    const { onBytes, part } = await measureReading(paths);
    const show = showProgress(terminal, 'documents');
    const sum = { queued: 0, waiting: 0, known: 0, failed: 0 };
    for await (const some of queueArticles(db, queue, readInputs(paths, { ...known, onBytes }), priority)) {
      sum.queued += some.queued;
      sum.waiting += some.waiting;
      sum.known += some.known;
      sum.failed += some.problems.length;
      for (const problem of some.problems) terminal.report(problem);
      show({ done: sum.queued + sum.waiting + sum.known, failed: sum.failed, part: part() });
    }
    terminal.progress(null);
    await terminal.write(`${sayQueued(sum)}; the queue of ${db.name}: "lapwing work" codes it\n`);
  } finally {
    terminal.progress(null);
    await queue.close();
  }
}

function sayQueued(sum: Readonly<Record<'queued' | 'waiting' | 'known' | 'failed', number>>): string {
  return sayCounts([
    [sum.queued, 'queued'],
    [sum.waiting, 'waiting already'],
    [sum.known, 'in the case already'],
    [sum.failed, 'failed'],
  ]);
}
