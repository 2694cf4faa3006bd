import type { Command } from 'commander';
import { type CaseOptions, withCase, withCaseOptions } from '../case-options.ts';
import type { Terminal } from '../terminal.ts';

const EXAMPLES = `
Examples:
  lapwing export --format bundle --case torkham --out torkham.bundle.jsonl
  lapwing import torkham.bundle.jsonl --case copy
  lapwing import torkham.bundle.jsonl --case torkham --database postgres://analyst@server/lapwing

The case must be new, or hold nothing. All of the bundle is taken, or, where it is damaged, nothing.`;

/** `lapwing import`: an exported case back into a file or onto a server. */
export function addImport(program: Command, terminal: Terminal): void {
  const command = program
    .command('import')
    .description('make a case of a bundle that "lapwing export --format bundle" wrote')
    .argument('<file>', 'the bundle, or - for standard input');
  withCaseOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((file: string, options: CaseOptions) => importFile(file, options, terminal));
}

async function importFile(file: string, options: CaseOptions, terminal: Terminal): Promise<void> {
  const [{ importCase, linkCase, weighCase }, { createReadStream }, { open }, { linesOf }] = await Promise.all([
    import('../../ingest/index.ts'),
    import('node:fs'),
    import('node:fs/promises'),
    import('../lines-of.ts'),
  ]);
  // A file that is not there must not leave an empty case behind.
  if (file !== '-') await (await open(file)).close();
  const input = file === '-' ? process.stdin : createReadStream(file);
  await withCase(options, 'create', async (db) => {
    const { documents, decisions } = await importCase(db, linesOf(input));
    try {
      for await (const { documents } of linkCase(db)) terminal.progress(`${documents} documents linked`);
      await weighCase(db);
    } finally {
      terminal.progress(null);
    }
    await terminal.write(`${documents} documents and ${decisions} decisions imported into ${db.name}\n`);
  });
}
