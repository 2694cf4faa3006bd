import { type Command, InvalidArgumentError } from 'commander';
import { bringUpToDate } from '../bring-up-to-date.ts';
import { type CaseOptions, withCaseOptions } from '../case-options.ts';
import type { Terminal } from '../terminal.ts';

const EXAMPLES = `
Examples:
  lapwing serve
  lapwing serve --case torkham --port 8080
  lapwing serve --database postgres://analyst@server/lapwing --case torkham
  lapwing serve --case torkham --host 192.168.1.20

Without --case and --database the bundled sample reports are served. The server listens on this machine only; with --host it opens to
the network and asks for a token, which is made and printed unless --token gives one.`;

interface ServeCommandOptions extends CaseOptions {
  readonly port?: number;
  readonly host?: string;
  readonly token?: string;
}

/** `lapwing serve`: the dossier in a browser. */
export function addServe(program: Command, terminal: Terminal): void {
  const command = program.command('serve').description('read and correct a case in a browser');
  withCaseOptions(command)
    .option('--port <number>', 'port to listen on; 0 takes a free one (default: 4317, or the next free one)', readPort)
    .option('--host <address>', 'name or address to listen on (default: 127.0.0.1, this machine only)')
    .option('--token <text>', 'what every request must bring, at least 16 characters')
    .addHelpText('after', EXAMPLES)
    .action(async ({ case: name, database, ...options }: ServeCommandOptions) => {
      const [{ ensureWeb, serve }, { locateCase }] = await Promise.all([
        import('../../server/index.ts'),
        import('../../store/index.ts'),
      ]);
      const isSamples = name === undefined && database === undefined;
      const given = { ...(name !== undefined && { case: name }), ...(database !== undefined && { database }) };
      const note = (line: string) => terminal.note(line);
      await ensureWeb(note);
      if (!isSamples) await bringUpToDate(given, terminal);
      await serve({ ...options, ...(!isSamples && { location: locateCase(given) }), note });
    });
}

function readPort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('must be a whole number from 0 to 65535.');
  return Number(text);
}
