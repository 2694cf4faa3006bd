import { type Command, Option } from 'commander';
import type { RelateProfile } from '../../code/index.ts';
import type { Engine } from '../../engine/index.ts';
import type { JsonEntry } from '../json-input.ts';
import type { Terminal } from '../terminal.ts';

const EXAMPLES = `
Examples:
  lapwing relate pairs.jsonl
  lapwing relate pairs.jsonl --profile cameo > answers.jsonl

A line is {"id","text","source":[{"start","end"}],"target":[{"start","end"}]}, offsets in UTF-16 code units of "text". The answer is
{"id","type","quad","event","confidence"}; "event" is the rule that decided, null where the answer is a guess.`;

/** `lapwing relate`: what the source does to the target. */
export function addRelate(program: Command, terminal: Terminal): void {
  program
    .command('relate')
    .description('what one marked party does to another in a text')
    .argument('<file>', 'a .jsonl file, or - for standard input')
    .addOption(
      new Option('--profile <profile>', 'follow the PLOVER manual, or the habits of CAMEO coding')
        .choices(['plover', 'cameo'])
        .default('plover'),
    )
    .option('--json', 'accepted for uniformity: the output is always JSON lines')
    .addHelpText('after', EXAMPLES)
    .action((file: string, { profile }: { readonly profile: RelateProfile }) => relateFile(file, profile, terminal));
}

async function relateFile(file: string, profile: RelateProfile, terminal: Terminal): Promise<void> {
  const [{ loadEngine }, { readEntries }, { answerPair }] = await Promise.all([
    import('../../engine/index.ts'),
    import('../json-input.ts'),
    import('../answer-pair.ts'),
  ]);
  const engine: Engine = await loadEngine();
  const answer = (entry: JsonEntry) => answerPair(engine, entry, profile);
  for await (const entry of readEntries(file, (problem) => terminal.report(problem))) {
    const answered = answer(entry);
    if (answered.ok) await terminal.write(`${JSON.stringify({ id: entry.fields.id ?? null, ...answered.value })}\n`);
    else terminal.report(answered.problem);
  }
}
