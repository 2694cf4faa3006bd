import { Command, CommanderError } from 'commander';
import { LAPWING_VERSION } from '../engine/index.ts';
import { addActors } from './commands/actors.ts';
import { addCode } from './commands/code.ts';
import { addEvaluate } from './commands/evaluate.ts';
import { addParse } from './commands/parse.ts';
import { addRelate } from './commands/relate.ts';
import { addServe } from './commands/serve.ts';
import { makeTerminal, type Terminal, WRONG_USAGE } from './terminal.ts';

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
    .version(LAPWING_VERSION, '-v, --version')
    .showHelpAfterError('(--help shows how)')
    .exitOverride();
  for (const add of COMMANDS) add(program, terminal);
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : WRONG_USAGE;
  }
  return terminal.exitCode;
}
