import type { Command } from 'commander';
import { type ActorOptions, addActorOption } from '../actor-option.ts';
import type { Terminal } from '../terminal.ts';
import { addSuggest } from './actors-suggest.ts';

const EXAMPLES = `
Examples:
  lapwing actors resolve phrases.jsonl
  echo '{"id":1,"text":"the Turkish foreign minister","published":"2016-03-01"}' | lapwing actors resolve -

A line is {"id","text","published"}; the answer is {"id","actor","name","kind","country","sector"}, nulls where it abstains.`;

/** `lapwing actors`: who a phrase names, and who is not known yet. */
export function addActors(program: Command, terminal: Terminal): void {
  const actors = program.command('actors').description('who a phrase names; who is not known yet');
  addActorOption(actors.command('resolve'))
    .description('phrases to actors')
    .argument('<file>', 'a .jsonl file, or - for standard input')
    .option('--json', 'accepted for uniformity: the output is always JSON lines')
    .addHelpText('after', EXAMPLES)
    .action((file: string, options: ActorOptions) => resolveFile(file, options, terminal));
  addSuggest(actors, terminal);
}

async function resolveFile(file: string, options: ActorOptions, terminal: Terminal): Promise<void> {
  const [{ loadEngine }, { readEntries }, { readPublished }, { readActorFiles }] = await Promise.all([
    import('../../engine/index.ts'),
    import('../json-input.ts'),
    import('../../read/index.ts'),
    import('../actor-files.ts'),
  ]);
  const engine = await loadEngine({ actors: await readActorFiles(options, terminal) });
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
