import type { Command } from 'commander';
import type { OpenedCase, OpenMode } from '../store/index.ts';

/** Which case a command works on. */
export interface CaseOptions {
  readonly case?: string;
  readonly database?: string;
}

/** Adds `--case` and `--database` to a command. */
export function withCaseOptions(command: Command): Command {
  return command
    .option('--case <name>', 'the case: a file NAME.lapwing, or with --database a case on that server (default: "case")')
    .option('--database <address>', 'keep the case on a PostgreSQL server, postgres://user@host:5432/database');
}

/** Opens a case, works on it and closes it, whatever happens. */
export async function withCase<T>(options: CaseOptions, mode: OpenMode, work: (db: OpenedCase) => Promise<T>): Promise<T> {
  const { locateCase, openCase } = await import('../store/index.ts');
  const db = await openCase(locateCase(options), mode);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}
