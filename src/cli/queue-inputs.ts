import { queueArticles } from '../ingest/index.ts';
import { DocumentQueue, type OpenedCase } from '../store/index.ts';
import { type InputOptions, measureInputs, readInputs } from './inputs.ts';
import { showProgress } from './progress.ts';
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
    const total = await measureInputs(paths);
    let bytes = 0;
    const onBytes = (count: number) => {
      bytes += count;
    };
    const show = showProgress(terminal, 'documents');
    const sum = { queued: 0, waiting: 0, known: 0, failed: 0 };
    for await (const some of queueArticles(db, queue, readInputs(paths, { ...known, onBytes }), priority)) {
      sum.queued += some.queued;
      sum.waiting += some.waiting;
      sum.known += some.known;
      sum.failed += some.problems.length;
      for (const problem of some.problems) terminal.report(problem);
      const part = total === null || total === 0 ? null : Math.min(1, bytes / total);
      show({ done: sum.queued + sum.waiting + sum.known, failed: sum.failed, part });
    }
    terminal.progress(null);
    await terminal.write(`${sayQueued(sum)}; the queue of ${db.name}: "lapwing work" codes it\n`);
  } finally {
    terminal.progress(null);
    await queue.close();
  }
}

function sayQueued(sum: Readonly<Record<'queued' | 'waiting' | 'known' | 'failed', number>>): string {
  const parts = [
    [sum.queued, 'queued'],
    [sum.waiting, 'waiting already'],
    [sum.known, 'in the case already'],
    [sum.failed, 'failed'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return said.length === 0 ? 'nothing to do' : said.join(', ');
}
