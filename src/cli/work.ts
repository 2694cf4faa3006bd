import { type Coder, LinkTurns, openCoderInThreads, readCaseActors, type Worked, workQueue } from '../ingest/index.ts';
import { beginRun, countQueued, DocumentQueue, endRun, type OpenedCase, QUEUE_TIMES } from '../store/index.ts';
import { showProgress } from './progress.ts';
import { sayCounts } from './say-counts.ts';
import type { Terminal } from './terminal.ts';
import type { WorkersOptions } from './workers-option.ts';

/** How a worker is started. */
export interface WorkerOptions extends WorkersOptions {
  /** Seconds. */
  readonly silence: number;
  readonly untilEmpty: boolean;
  readonly json: boolean;
  /** Once it is aborted, the documents at hand are finished and no more are fetched. */
  readonly stop: AbortSignal;
}

/** How many times lost documents are looked for while a worker may be silent. */
const WATCHED_IN_TIME = 3;

/** What came of a worker's documents, by kind. */
type Tally = Record<Worked['kind'], number>;

/** Codes documents of a case's queue until it is told to stop, or none is left. */
export async function work(db: OpenedCase, options: WorkerOptions, terminal: Terminal): Promise<void> {
  const { workers, timeLimit, silence } = options;
  // In threads even where there is one: this one says that it is still there however long a document takes.
  const coder = await openCoderInThreads({ workers, actors: await readCaseActors(db), ...(timeLimit && { timeLimit }) });
  try {
    const times = { ...QUEUE_TIMES, silence, watch: silence / WATCHED_IN_TIME };
    const queue = await DocumentQueue.open(db, 'work', times);
    try {
      await workWith(db, queue, coder, options, terminal);
    } finally {
      terminal.progress(null);
      await queue.close();
    }
  } finally {
    await coder.close();
  }
}

async function workWith(
  db: OpenedCase,
  queue: DocumentQueue,
  coder: Coder,
  { untilEmpty, json, stop }: WorkerOptions,
  terminal: Terminal,
): Promise<void> {
  const tally: Tally = { added: 0, 'source-added': 0, known: 0, replaced: 0, failed: 0, lost: 0 };
  const run = await beginRun(db, 'work', coder.versions, now());
  const note = (error: Error) => terminal.note(`lapwing: ${error.message}; waiting`);
  const turns = new LinkTurns(db, stop, note);
  const show = showProgress(terminal, 'documents');
  const tell = (worked: Worked) => {
    tally[worked.kind]++;
    show({ done: sumOf(tally), failed: tally.failed, part: null });
    if (worked.kind === 'failed') terminal.note(`lapwing: ${worked.id.slice(0, 12)}: ${worked.reason}; to be tried again`);
    else if (json) void terminal.write(`${JSON.stringify({ id: worked.id, outcome: worked.kind })}\n`);
  };
  const pausing = async (isIdle: boolean) => {
    turns.begin(isIdle);
    return !(isIdle && untilEmpty) || (await countQueued(db)) > 0;
  };
  await workQueue(db, queue, coder, { run, now, stop, tell, note, pausing });
  await (stop.aborted ? turns.settled() : turns.finish());
  await endRun(db, run, tally, now());
  terminal.progress(null);
  if (!json) await terminal.write(`${sayTally(tally)}\n`);
}

function sumOf(tally: Tally): number {
  return Object.values(tally).reduce((sum, count) => sum + count, 0);
}

function sayTally(tally: Tally): string {
  return sayCounts([
    [tally.added + tally.replaced, 'coded'],
    [tally['source-added'], 'known, with a new source'],
    [tally.known, 'already there'],
    [tally.failed, 'failed attempts'],
    [tally.lost, 'left to other workers'],
  ]);
}

function now(): string {
  return new Date().toISOString();
}
