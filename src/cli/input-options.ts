import type { Command } from 'commander';
import { WRONG_USAGE } from './terminal.ts';

/** What is said of the documents of a run, and where it is told what came of them. */
export interface InputFlags {
  readonly published?: string;
  readonly source?: string;
  /** File to write the table of inputs to. */
  readonly manifest?: string;
  readonly allowPrivate?: boolean;
}

/** Adds to a command that reads documents what can be said of them. */
export function withInputOptions(command: Command): Command {
  return command
    .option('--published <date>', 'publication date of documents that do not say theirs themselves, YYYY-MM-DD')
    .option('--source <name>', 'who published them, where they do not say')
    .option('--manifest <file>', 'write what was read, skipped or failed, and why, as a table (TSV)')
    .option('--allow-private', 'fetch addresses of this machine and its network too, such as an intranet server');
}

/** What the flags say of all documents of a run. */
export interface Known {
  /** ISO. */
  readonly published: string | null;
  readonly source: string | null;
  readonly allowPrivate: boolean;
}

/** Reads the flags. Ends the command where the date is none. */
export async function knownOf(flags: InputFlags, command: Command): Promise<Known> {
  const { readPublished } = await import('../read/index.ts');
  const published = readPublished(flags.published ?? null, '--published');
  if (!published.ok) return command.error(`error: --published: ${published.problem.detail}`, { exitCode: WRONG_USAGE });
  return { published: published.value, source: flags.source ?? null, allowPrivate: flags.allowPrivate ?? false };
}
