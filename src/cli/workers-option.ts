import { InvalidArgumentError } from 'commander';

/** Most threads: each holds an engine of its own in memory. */
const MAX_WORKERS = 64;

/** Reads the number of threads of a command line. */
export function readWorkers(text: string): number {
  const count = Number(text);
  if (!/^\d{1,3}$/.test(text) || count < 1 || count > MAX_WORKERS)
    throw new InvalidArgumentError(`must be a whole number from 1 to ${MAX_WORKERS}.`);
  return count;
}
