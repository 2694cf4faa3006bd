import type { QueueView } from '../api/index.ts';
import { DocumentQueue, listDead, type OpenedCase, readQueueStatus } from '../store/index.ts';
import type { Terminal } from './terminal.ts';

/** Dead documents listed at most. */
const DEAD_LISTED = 1000;
/** Digits of a document's id that lists show. */
const ID_DIGITS = 12;

const NO_QUEUE: QueueView = { waiting: 0, delayed: 0, active: 0, dead: 0, doneLastMinute: 0, workers: [] };

/** Prints how the queue of a case stands. */
export async function printStatus(db: OpenedCase, json: boolean, terminal: Terminal): Promise<void> {
  const status = (await readQueueStatus(db)) ?? NO_QUEUE;
  if (json) return terminal.write(`${JSON.stringify(status)}\n`);
  const { waiting, delayed, active, dead, doneLastMinute, workers } = status;
  const lines = [
    `waiting   ${waiting}`,
    `delayed   ${delayed}`,
    `at work   ${active}`,
    `dead      ${dead}${dead > 0 ? '  (lapwing work --dead lists them)' : ''}`,
    `done      ${doneLastMinute} in the last minute`,
    `workers   ${workers.length}`,
    ...workers.map(({ host, process, startedAt }) => `          ${host} (process ${process}), since ${startedAt}`),
  ];
  await terminal.write(`${lines.join('\n')}\n`);
}

/** Prints the documents that could not be coded, with reasons. */
export async function printDead(db: OpenedCase, json: boolean, terminal: Terminal): Promise<void> {
  const dead = await listDead(db, DEAD_LISTED);
  if (json) return terminal.write(`${JSON.stringify(dead)}\n`);
  if (dead.length === 0) return terminal.write('no dead documents\n');
  for (const { job, id, title, reason, attempts, at } of dead) {
    const name = title === null ? '' : ` ${onOneLine(title)}`;
    await terminal.write(
      `${job}  ${id.slice(0, ID_DIGITS)}${name}\n  ${onOneLine(reason)} (${attempts} attempts, the last ${at})\n`,
    );
  }
  if (dead.length === DEAD_LISTED) await terminal.write(`the first ${DEAD_LISTED}; there may be more\n`);
}

/** Puts dead documents back into the queue, and says how many. @param jobs those to put back, all where left out */
export async function retryDead(db: OpenedCase, jobs: readonly string[] | undefined, terminal: Terminal): Promise<void> {
  const queue = await DocumentQueue.open(db, 'use');
  try {
    const moved = await queue.retry(jobs);
    await terminal.write(`${moved} ${moved === 1 ? 'document' : 'documents'} back in the queue\n`);
  } finally {
    await queue.close();
  }
}

/** Nothing of a report or an error may move the cursor of a terminal. */
function onOneLine(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
}
