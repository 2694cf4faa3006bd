import { type Command, InvalidArgumentError } from 'commander';
import { type CaseOptions, withCase, withCaseOptions } from '../case-options.ts';
import { type Terminal, WRONG_USAGE } from '../terminal.ts';
import { untilStopped } from '../until-stopped.ts';
import { type WorkersOptions, withWorkersOptions } from '../workers-option.ts';

interface WorkOptions extends CaseOptions, WorkersOptions {
  readonly silence: number;
  readonly untilEmpty?: boolean;
  readonly status?: boolean;
  readonly dead?: boolean;
  /** Jobs to try again; true for all of them. */
  readonly retry?: true | readonly string[];
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  lapwing add archive/ --queue --case torkham --database postgres://analyst@server/lapwing
  lapwing work --case torkham --database postgres://analyst@server/lapwing --workers 4
  lapwing work --status --case torkham --database postgres://analyst@server/lapwing
  lapwing work --dead --case torkham --database postgres://analyst@server/lapwing

Runs on as many machines as you like. Each document is in the case exactly once, whatever is killed. It works until it is told to stop
(Ctrl-C, SIGTERM): it then finishes the documents at hand; told twice, it leaves them to others. The password of the server may be in
PGPASSWORD or ~/.pgpass.`;

/** `lapwing work`: a worker for the queue of a case. */
export function addWork(program: Command, terminal: Terminal): void {
  const command = program
    .command('work')
    .description('code the documents that "lapwing add --queue" put into the queue of a case');
  withWorkersOptions(withCaseOptions(command))
    .option('--silence <seconds>', 'a worker not heard of for so long loses its documents to others', readSilence, SILENCE)
    .option('--until-empty', 'end when no document is left')
    .option('--status', 'only say how the queue stands')
    .option('--dead', 'only list the documents that could not be coded, with reasons')
    .option('--retry [jobs...]', 'put dead documents back into the queue: all, or those of --dead named here')
    .option('--json', 'print JSON: of --status and --dead, or a line for each document once it is stored')
    .addHelpText('after', EXAMPLES)
    .action((options: WorkOptions, command: Command) => {
      if (options.database === undefined)
        command.error('error: the queue is on a server: give --database', { exitCode: WRONG_USAGE });
      return act(options, command, terminal);
    });
}

/** Seconds that a worker may be silent, unless told otherwise, and the bounds of what can be told. */
const SILENCE = 30;
const SILENCE_MIN = 10;
const SILENCE_MAX = 3600;

function readSilence(text: string): number {
  const seconds = Number(text);
  if (!/^\d{1,4}$/.test(text) || seconds < SILENCE_MIN || seconds > SILENCE_MAX)
    throw new InvalidArgumentError(`must be a whole number from ${SILENCE_MIN} to ${SILENCE_MAX}.`);
  return seconds;
}

async function act(options: WorkOptions, command: Command, terminal: Terminal): Promise<void> {
  const asked = [options.status, options.dead, options.retry, options.untilEmpty].filter((each) => each !== undefined);
  if (asked.length > 1)
    command.error('error: --status, --dead, --retry and --until-empty do not go together', { exitCode: WRONG_USAGE });
  const { printDead, printStatus, retryDead } = await import('../print-queue.ts');
  const json = options.json ?? false;
  if (options.status) return withCase(options, 'read', (db) => printStatus(db, json, terminal));
  if (options.dead) return withCase(options, 'read', (db) => printDead(db, json, terminal));
  if (options.retry) {
    const jobs = options.retry === true ? undefined : options.retry;
    return withCase(options, 'write', (db) => retryDead(db, jobs, terminal));
  }
  const { work } = await import('../work.ts');
  await untilStopped(terminal, (stop) =>
    withCase(options, 'create', (db) =>
      work(db, { ...options, json, untilEmpty: options.untilEmpty ?? false, stop }, terminal),
    ),
  );
}
