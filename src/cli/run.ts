import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { addActors } from './commands/actors.ts';
import { addCode } from './commands/code.ts';
import { addEvaluate } from './commands/evaluate.ts';
import { addParse } from './commands/parse.ts';
import { addRelate } from './commands/relate.ts';
import { addServe } from './commands/serve.ts';
import { isFileError } from './file-error.ts';
import { makeTerminal, SOME_FAILED, type Terminal, WRONG_USAGE } from './terminal.ts';

/** The commands, in the order in which help lists them. What each needs is loaded when it runs. */
const COMMANDS: readonly ((program: Command, terminal: Terminal) => void)[] = [
  addCode,
  addRelate,
  addParse,
  addActors,
  addEvaluate,
  addServe,
];

/** Runs one command line (without `node` and script). @returns the exit code: 0 done, 1 some documents failed, 2 wrong usage */
export async function run(args: readonly string[], terminal: Terminal = makeTerminal()): Promise<number> {
  const program = new Command('lapwing')
    .description(
      'Reads news reports about a conflict and rebuilds the system they describe, every entry sourced to its characters.',
    )
    .version(packageVersion(), '-v, --version')
    .showHelpAfterError('(--help shows how)')
    .exitOverride();
  for (const add of COMMANDS) add(program, terminal);
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
    if (!(error instanceof RangeError || isFileError(error))) throw error;
    terminal.note(`lapwing: ${error.message}`);
    return SOME_FAILED;
  }
  return terminal.exitCode;
}

/** Read from package.json rather than asked of the engine, which takes longer to load than help takes to print. */
function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return /"version": "([^"]+)"/.exec(text)?.[1] ?? 'unknown';
}
