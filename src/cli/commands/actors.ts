import type { Command } from 'commander';
import type { Terminal } from '../terminal.ts';

const EXAMPLES = `
Examples:
  lapwing actors resolve phrases.jsonl
  echo '{"id":1,"text":"the Turkish foreign minister","published":"2016-03-01"}' | lapwing actors resolve -

A line is {"id","text","published"}; the answer is {"id","actor","name","kind","country","sector"}, nulls where it abstains.`;

/** `lapwing actors resolve`: who a phrase names. */
export function addActors(program: Command, terminal: Terminal): void {
  const actors = program.command('actors').description('who a phrase names');
  actors
    .command('resolve')
    .description('phrases to actors')
    .argument('<file>', 'a .jsonl file, or - for standard input')
    .option('--json', 'accepted for uniformity: the output is always JSON lines')
    .addHelpText('after', EXAMPLES)
    .action((file: string) => resolveFile(file, terminal));
}

async function resolveFile(file: string, terminal: Terminal): Promise<void> {
  const [{ loadEngine }, { readEntries }, { readPublished }] = await Promise.all([
    import('../../engine/index.ts'),
    import('../json-input.ts'),
    import('../../read/index.ts'),
  ]);
  const engine = await loadEngine();
  for await (const { subject, fields } of readEntries(file, (problem) => terminal.report(problem))) {
    const published = readPublished(fields.published ?? null, subject);
    const { text } = fields;
    if (!published.ok) terminal.report(published.problem);
    else if (typeof text !== 'string') terminal.report({ code: 'actors/bad-line', subject, detail: '"text" must be a text' });
    else {
      const answer = engine.resolvePhrase(text, published.value);
      await terminal.write(`${JSON.stringify({ id: fields.id ?? null, ...answer })}\n`);
    }
  }
}
