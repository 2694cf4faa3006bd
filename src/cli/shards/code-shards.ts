import { mkdir } from 'node:fs/promises';
import type { ActorFile } from '../../engine/index.ts';
import { openCoderInThreads } from '../../ingest/index.ts';
import { isFileError } from '../file-error.ts';
import { showProgress } from '../progress.ts';
import { SOME_FAILED, type Terminal } from '../terminal.ts';
import { untilStopped } from '../until-stopped.ts';
import type { WorkersOptions } from '../workers-option.ts';
import { type CodedShard, codeShard, UnreadableShard } from './code-shard.ts';
import type { Shard } from './shard.ts';

/** How `lapwing code --format parquet` codes. */
export interface CodeShardsOptions extends WorkersOptions {
  readonly out: string;
  readonly published: string | null;
  readonly source: string | null;
  readonly actors: readonly ActorFile[];
}

/** Codes shards one after the other, each into a folder of tables, and says what came of each. One that cannot be read is named and the
 * others go on. */
export async function codeShards(
  shards: readonly Shard[],
  { out, published, source, actors, workers, timeLimit }: CodeShardsOptions,
  terminal: Terminal,
): Promise<void> {
  await mkdir(out, { recursive: true });
  await untilStopped(terminal, async (stop) => {
    const coder = await openCoderInThreads({ workers, actors, ...(timeLimit && { timeLimit }) });
    const show = showProgress(terminal, 'documents');
    let done = 0;
    const onDocument = () => show({ done: ++done, failed: 0, part: null });
    try {
      for (const shard of shards) {
        const coded = await tryShard(
          () => codeShard(shard, { coder, out, published, source, stop, onDocument }),
          shard,
          terminal,
        );
        terminal.progress(null);
        if (stop.aborted) return;
        if (coded) await tellShard(coded, terminal);
      }
    } finally {
      await coder.close();
    }
  });
}

async function tryShard(code: () => Promise<CodedShard>, { path }: Shard, terminal: Terminal): Promise<CodedShard> {
  try {
    return await code();
  } catch (error) {
    if (!(error instanceof UnreadableShard || isFileError(error))) throw error;
    terminal.report({ code: 'cli/unreadable', subject: path, detail: error.message });
    return null;
  }
}

/** A shard with failures gives the exit code of failures, also where it was there already: the same command says the same. */
async function tellShard({ kind, manifest }: NonNullable<CodedShard>, terminal: Terminal): Promise<void> {
  const { shard, counts, failures } = manifest;
  const said = [`${counts.coded} coded`];
  if (counts.repeated > 0) said.push(`${counts.repeated} repeated`);
  if (counts.failed > 0) said.push(`${counts.failed} failed (${Object.keys(failures).join(', ')})`);
  await terminal.write(`${shard}: ${kind === 'known' ? 'already there, ' : ''}${said.join(', ')}\n`);
  if (counts.failed > 0) terminal.exitCode = Math.max(terminal.exitCode, SOME_FAILED);
}
