#!/usr/bin/env node
/** Oldest Node that has what is used (full-text search in node:sqlite). */
const OLDEST_NODE = [22, 16] as const;

/** Exit code where the command line was wrong. */
const WRONG_USAGE = 2;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  process.stderr.write(`lapwing needs Node.js ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}\n`);
  process.exit(WRONG_USAGE);
}

// A reader that has seen enough (`lapwing code … | head`) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const { run } = await import('./run.ts');
const code = await run(process.argv.slice(2));
process.exitCode = code;
// Stopped by a signal: whatever is still being read must not hold the program.
if (code > 128) process.stdout.write('', () => process.exit(code));

export {};
