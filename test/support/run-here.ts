import { run } from '../../src/cli/run.ts';
import { SOME_FAILED, type Terminal } from '../../src/cli/terminal.ts';
import type { ProgramRun } from './lapwing.ts';

/** Runs a command line in this process, which is much faster than starting the program, and keeps what it prints. */
export async function runHere(args: readonly string[], width = 80): Promise<ProgramRun> {
  let [out, errors] = ['', ''];
  const terminal: Terminal = {
    write: async (data) => {
      out += typeof data === 'string' ? data : Buffer.from(data).toString('utf8');
    },
    report({ code, subject, detail }) {
      errors += `${subject}: ${detail} (${code})\n`;
      terminal.exitCode = SOME_FAILED;
    },
    note: (line) => {
      errors += `${line}\n`;
    },
    progress: () => {},
    width,
    exitCode: 0,
  };
  return { code: await run(args, terminal), out, errors };
}
