import { fork } from 'node:child_process';
import { on } from 'node:events';
import { fileURLToPath } from 'node:url';
import { StoreError } from '../store-error.ts';
import type { FileAnswer, FileQuestion } from './file-question.ts';

/** The process's module beside this one, as source or as built. */
const CHILD = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './file-child.ts' : './file-child.js', import.meta.url));

/** Asks a case file, in a process of its own: SQLite answers in the thread that asks, and nothing but the end of a process stops it. */
export async function* askFile(
  { path, name }: { readonly path: string; readonly name: string },
  text: string,
  seconds: number,
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const child = fork(CHILD, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const question: FileQuestion = { path, name, text, seconds };
    child.send(question);
    for await (const [message] of on(child, 'message', { close: ['exit'] })) {
      const answer = message as FileAnswer;
      if (answer.kind === 'failed') throw new StoreError(answer.code, answer.subject, answer.detail);
      yield* answer.rows;
      if (answer.kind === 'last') return;
      child.send('more');
    }
    if (child.signalCode === 'SIGKILL')
      throw new StoreError('store/too-slow', name, `the query took longer than ${seconds} s and was stopped`);
    throw new StoreError('store/bad-query', 'sql', 'the process that asked the file ended before its answer');
  } finally {
    child.kill('SIGKILL');
    // So that whoever closes the case next is the last, and clears away the files beside it.
    await ended;
  }
}
