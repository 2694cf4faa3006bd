import { constants } from 'node:os';
import type { Terminal } from './terminal.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Runs work that can be stopped by Ctrl-C or SIGTERM: the first lets it end in order, with what is done written whole and the exit code
 * that shells give a program ended so (130, 143); the second ends it at once. */
export async function untilStopped<T>(terminal: Terminal, work: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const stop = (signal: NodeJS.Signals) => {
    for (const each of SIGNALS) process.off(each, stop);
    terminal.exitCode = 128 + constants.signals[signal];
    stopping.abort();
  };
  for (const each of SIGNALS) process.on(each, stop);
  try {
    return await work(stopping.signal);
  } finally {
    for (const each of SIGNALS) process.off(each, stop);
  }
}
