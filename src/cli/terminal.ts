import type { Problem } from '../base/index.ts';

/** Where a command writes, and what it has to remember until it ends. */
export interface Terminal {
  /** Writes data to standard output, waiting where the reader is slow. */
  write(data: string | Uint8Array): Promise<void>;
  /** Says on standard error what went wrong with one input; the exit code becomes 1. */
  report(problem: Problem): void;
  /** Says something on standard error. */
  note(line: string): void;
  /** Shows how far a long run is, on standard error and only on a terminal; a null line clears it. */
  progress(line: string | null): void;
  /** Cells in a line of standard output. */
  readonly width: number;
  /** 0 done, 1 some documents failed, 2 wrong usage, 130 and 143 stopped by Ctrl-C and SIGTERM. */
  exitCode: number;
}

/** The exit code after {@link Terminal.report}. */
export const SOME_FAILED = 1;
/** The exit code where the command line was wrong. */
export const WRONG_USAGE = 2;

/** Cells in a line where standard output is not a terminal. */
const DEFAULT_WIDTH = 100;

/** The process's own terminal. */
export function makeTerminal(): Terminal {
  let isProgressShown = false;
  const clear = () => {
    if (isProgressShown) process.stderr.write('\r\u001b[K');
    isProgressShown = false;
  };
  const terminal: Terminal = {
    async write(data) {
      clear();
      if (!process.stdout.write(data)) await new Promise((resolve) => process.stdout.once('drain', resolve));
    },
    report({ code, subject, detail }) {
      terminal.note(`lapwing: ${subject}: ${detail} (${code})`);
      terminal.exitCode = Math.max(terminal.exitCode, SOME_FAILED);
    },
    note(line) {
      clear();
      process.stderr.write(`${line}\n`);
    },
    progress(line) {
      if (!process.stderr.isTTY) return;
      clear();
      if (line === null) return;
      process.stderr.write(line);
      isProgressShown = true;
    },
    width: process.stdout.columns ?? DEFAULT_WIDTH,
    exitCode: 0,
  };
  return terminal;
}
