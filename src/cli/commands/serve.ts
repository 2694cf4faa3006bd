import { type Command, InvalidArgumentError } from 'commander';
import type { Terminal } from '../terminal.ts';

const EXAMPLES = `
Examples:
  lapwing serve
  lapwing serve --port 8080

Opens nothing to the network: the server listens on this machine only.`;

/** `lapwing serve`: the dossier in a browser. */
export function addServe(program: Command, terminal: Terminal): void {
  program
    .command('serve')
    .description('read reports in a browser, on this machine')
    .option('--port <number>', 'port to listen on; 0 takes a free one', readPort)
    .addHelpText('after', EXAMPLES)
    .action(async (options: { readonly port?: number }) => {
      const { serve } = await import('../../server/index.ts');
      await serve({ ...options, note: (line) => terminal.note(line) });
    });
}

function readPort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('must be a whole number from 0 to 65535.');
  return Number(text);
}
