import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** What a run of the program printed and how it ended. */
export interface ProgramRun {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

/** Runs the program and waits for it. */
export function runLapwing(args: readonly string[], input = ''): ProgramRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 27,
  });
  return { code: status, out: stdout, errors: stderr };
}

/** Starts the program. @param input whether something is to be written to its standard input */
export function startLapwing(args: readonly string[], input: 'ignore' | 'pipe' = 'ignore'): ChildProcess {
  return spawn(process.execPath, [MAIN, ...args], { stdio: [input, 'pipe', 'pipe'] });
}

/** Waits for a started program to end. */
export function endOf(child: ChildProcess): Promise<ProgramRun> {
  let [out, errors] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, errors })));
}
