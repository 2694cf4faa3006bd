import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import type { StoreError } from '../store/index.ts';
import { addActors } from './commands/actors.ts';
import { addAdd } from './commands/add.ts';
import { addCode } from './commands/code.ts';
import { addEvaluate } from './commands/evaluate.ts';
import { addExport } from './commands/export.ts';
import { addImport } from './commands/import.ts';
import { addLink } from './commands/link.ts';
import { addParse } from './commands/parse.ts';
import { addRelate } from './commands/relate.ts';
import { addRemove } from './commands/remove.ts';
import { addReview } from './commands/review.ts';
import { addRoles } from './commands/roles.ts';
import { addServe } from './commands/serve.ts';
import { addShow } from './commands/show.ts';
import { addSql } from './commands/sql.ts';
import { addWork } from './commands/work.ts';
import { isFileError } from './file-error.ts';
import { makeTerminal, SOME_FAILED, type Terminal, WRONG_USAGE } from './terminal.ts';

/** The commands, in the order in which help lists them. What each needs is loaded when it runs. */
const COMMANDS: readonly ((program: Command, terminal: Terminal) => void)[] = [
  addCode,
  addAdd,
  addLink,
  addShow,
  addReview,
  addRemove,
  addSql,
  addExport,
  addImport,
  addRelate,
  addParse,
  addActors,
  addEvaluate,
  addServe,
  addWork,
  addRoles,
];

/** Runs one command line (without `node` and script). @returns the exit code: 0 done, 1 some documents failed, 2 wrong usage, 128
 * and the number of the signal where one stopped it */
export async function run(args: readonly string[], terminal: Terminal = makeTerminal()): Promise<number> {
  const program = new Command('lapwing')
    .description(
      'Reads news reports about a conflict and rebuilds the system they describe, every entry sourced to its characters.',
    )
    .version(packageVersion(), '-v, --version')
    .showHelpAfterError('(--help shows how)')
    .configureOutput({ writeErr: (text) => terminal.note(text.trimEnd()) })
    .exitOverride();
  for (const add of COMMANDS) add(program, terminal);
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
    if (isStoreError(error)) {
      terminal.report({ code: error.code, subject: error.subject, detail: error.message });
      return error.code.startsWith('store/bad-') ? WRONG_USAGE : SOME_FAILED;
    }
    if (!(error instanceof RangeError || isFileError(error))) throw error;
    terminal.note(`lapwing: ${error.message}`);
    return SOME_FAILED;
  }
  return terminal.exitCode;
}

/** Whether a case could not be opened, read or written. By name, so that the store is loaded only by the commands that need it. */
function isStoreError(error: unknown): error is StoreError {
  return error instanceof Error && error.name === 'StoreError';
}

/** Read from package.json rather than asked of the engine, which takes longer to load than help takes to print. */
function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return /"version": "([^"]+)"/.exec(text)?.[1] ?? 'unknown';
}
