import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';

/** How many threads code, and how long one document may take. */
export interface WorkersOptions {
  readonly workers: number;
  /** Seconds; by the length of the document where left out. */
  readonly timeLimit?: number;
}

/** Most threads: each holds an engine of its own in memory. */
const MAX_WORKERS = 256;

/** Adds `--workers` and `--time-limit` to a command that codes. */
export function withWorkersOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--workers <count>', 'threads to code in; what comes out and its order stay the same')
        .argParser(readWorkers)
        .default(Math.min(availableParallelism(), MAX_WORKERS), 'all cores'),
    )
    .option('--time-limit <seconds>', 'give a document up that takes longer (default: 60, more for a long one)', readSeconds);
}

function readWorkers(text: string): number {
  const count = Number(text);
  if (!/^\d{1,3}$/.test(text) || count < 1 || count > MAX_WORKERS)
    throw new InvalidArgumentError(`must be a whole number from 1 to ${MAX_WORKERS}.`);
  return count;
}

/** Reads a time of a command line, in seconds. */
export function readSeconds(text: string): number {
  const seconds = Number(text);
  if (!/^\d{1,6}(?:\.\d{1,3})?$/.test(text) || seconds <= 0)
    throw new InvalidArgumentError('must be a number of seconds above 0.');
  return seconds;
}
