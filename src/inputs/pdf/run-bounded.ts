import { Piscina } from 'piscina';
import { BadInput } from '../bad-input.ts';
import type { PdfTask, PdfText } from './pdf-thread.ts';

/** What one file may take. */
export interface PdfBounds {
  readonly seconds: number;
  /** By which the process may grow meanwhile. */
  readonly megabytes: number;
}

/** Most memory of the thread's objects; what it holds in buffers counts with the process. */
const THREAD_MEGABYTES = 768;
/** How often time and memory are looked at. */
const LOOK_MS = 50;

/** One thread, begun when a PDF comes and ended when none has come for a while. */
const thread = new Piscina<PdfTask, PdfText>({
  filename: new URL(import.meta.url.endsWith('.ts') ? './pdf-thread.ts' : './pdf-thread.js', import.meta.url).href,
  minThreads: 0,
  maxThreads: 1,
  idleTimeout: 10_000,
  resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES },
});

/** Reads a PDF in a thread of its own, which is ended where that takes too much. The bytes are given away.
 * @throws BadInput where it does */
export async function runBounded(task: PdfTask, { seconds, megabytes }: PdfBounds): Promise<PdfText> {
  const ending = new AbortController();
  const begun = { at: performance.now(), rss: process.memoryUsage.rss() };
  const look = setInterval(() => {
    if (performance.now() - begun.at > seconds * 1000)
      ending.abort(new BadInput('read/too-slow', `takes more than ${seconds} s`));
    else if (process.memoryUsage.rss() - begun.rss > megabytes * 1024 * 1024) ending.abort(tooMuchMemory(megabytes));
  }, LOOK_MS);
  try {
    return await thread.run(task, { signal: ending.signal, transferList: [task.bytes.buffer as ArrayBuffer] });
  } catch (error) {
    if (ending.signal.aborted) throw ending.signal.reason;
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw tooMuchMemory(THREAD_MEGABYTES);
    throw error;
  } finally {
    clearInterval(look);
  }
}

function tooMuchMemory(megabytes: number): BadInput {
  return new BadInput('read/too-large', `takes more than ${megabytes} MB of memory to read`);
}
