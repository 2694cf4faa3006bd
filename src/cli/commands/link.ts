import type { Command } from 'commander';
import { type CaseOptions, withCase, withCaseOptions } from '../case-options.ts';
import type { Terminal } from '../terminal.ts';

const EXAMPLES = `
Examples:
  lapwing link --case torkham

"lapwing add" links what it adds. This links everything anew; what people decided about incidents stays in force.`;

/** `lapwing link`: the reports of a case into one picture, from the start. */
export function addLink(program: Command, terminal: Terminal): void {
  const command = program.command('link').description('link the reports of a case anew');
  withCaseOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((options: CaseOptions) => linkAnew(options, terminal));
}

async function linkAnew(options: CaseOptions, terminal: Terminal): Promise<void> {
  const [{ relinkCase, weighCase }, { countDocuments, countIncidents, listDisputes }] = await Promise.all([
    import('../../ingest/index.ts'),
    import('../../store/index.ts'),
  ]);
  await withCase(options, 'write', async (db) => {
    try {
      for await (const { documents } of relinkCase(db)) terminal.progress(`${documents.toLocaleString('en')} documents linked`);
      await weighCase(db);
    } finally {
      terminal.progress(null);
    }
    const [documents, incidents, disputes] = [
      await countDocuments(db),
      await countIncidents(db),
      (await listDisputes(db)).length,
    ];
    await terminal.write(`${documents} documents linked: ${incidents} incidents, ${disputes} disputes\n`);
  });
}
