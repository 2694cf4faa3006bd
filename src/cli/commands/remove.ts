import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { type CaseOptions, withCase, withCaseOptions } from '../case-options.ts';
import type { Terminal } from '../terminal.ts';

interface RemoveOptions extends CaseOptions {
  readonly why: string;
  readonly by?: string;
}

const EXAMPLES = `
Examples:
  lapwing remove 3f9c02b71de4 --case torkham --why "withdrawn by the publisher"

Text, sources, every record and all entries of the document are gone from the case, and what was linked with them is linked again. The log of
decisions keeps the document's id, who took it out, when and why; while that decision stands, "lapwing add" does not let the text in again.
Earlier decisions about the document stay in the log with the words they chose: nothing is ever taken out of that. Copies of the case, its bundles
and exports, and backups are not reached.`;

/** `lapwing remove`: a document out of a case. */
export function addRemove(program: Command, terminal: Terminal): void {
  const command = program
    .command('remove')
    .description('take a document out of a case for good')
    .argument('<document>', 'its id, or as many of its digits as tell it apart')
    .requiredOption('--why <reason>', 'kept in the log of decisions')
    .option('--by <name>', 'who decides (default: the user of this machine)');
  withCaseOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((document: string, options: RemoveOptions) => remove(document, options, terminal));
}

async function remove(document: string, options: RemoveOptions, terminal: Terminal): Promise<void> {
  const [{ takeOut }, { findDocumentId }, { bringUpToDate }] = await Promise.all([
    import('../../ingest/index.ts'),
    import('../../store/index.ts'),
    import('../bring-up-to-date.ts'),
  ]);
  const done = await withCase(options, 'write', async (db) => {
    const id = await findDocumentId(db, document);
    const reviewing = { byWhom: options.by ?? userInfo().username, now: new Date().toISOString() };
    return { id, number: await takeOut(db, id, options.why, reviewing) };
  });
  await bringUpToDate(options, terminal);
  await terminal.write(`document ${done.id} is taken out (decision ${done.number})\n`);
}
