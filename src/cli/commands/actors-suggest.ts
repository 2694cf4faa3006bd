import { type Command, InvalidArgumentError } from 'commander';
import { tsvLine } from '../../base/index.ts';
import type { UnknownActor } from '../../link/index.ts';
import { type ActorOptions, addActorOption } from '../actor-option.ts';
import { knownOf } from '../input-options.ts';
import type { Terminal } from '../terminal.ts';

const EXAMPLES = `
Examples:
  lapwing actors suggest reports/ > new-actors.tsv
  lapwing actors suggest archive.jsonl --top 20 --json
  lapwing code reports/ --actors new-actors.tsv > records.jsonl

Prints a table that --actors reads, names told most often first, with what the text says of each as a comment. Check kind, country
and sector, drop lines you do not want, and give the table to the next run.`;

interface SuggestOptions extends ActorOptions {
  readonly top: number;
  readonly published?: string;
  readonly json?: boolean;
}

/** `lapwing actors suggest`: frequent names that no table holds, ready to paste. */
export function addSuggest(actors: Command, terminal: Terminal): void {
  addActorOption(actors.command('suggest'))
    .description('frequent actors that no table holds, with contexts')
    .argument('<files...>', 'files, folders, or - for standard input')
    .option('--top <count>', 'how many at most', readCount, 50)
    .option('--published <date>', 'publication date of documents that do not say theirs themselves, YYYY-MM-DD')
    .option('--json', 'one JSON object a line instead of a table')
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: SuggestOptions, command: Command) => suggest(files, options, command, terminal));
}

function readCount(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('must be a whole number above 0.');
  return Number(text);
}

async function suggest(files: readonly string[], options: SuggestOptions, command: Command, terminal: Terminal): Promise<void> {
  const [{ loadEngine }, { readInputs }, known, { readActorFiles }, { UnknownActors }] = await Promise.all([
    import('../../engine/index.ts'),
    import('../inputs.ts'),
    knownOf(options, command),
    import('../actor-files.ts'),
    import('../../link/index.ts'),
  ]);
  const engine = await loadEngine({ actors: await readActorFiles(options, terminal) });
  const unknown = new UnknownActors((actor) => engine.knows(actor));
  let count = 0;
  for await (const read of readInputs(files, known)) {
    if (read.ok) unknown.add(engine.record(read.value));
    else terminal.report(read.problem);
    terminal.progress(`${++count} documents`);
  }
  terminal.progress(null);
  await terminal.write(options.json ? asLines(unknown.top(options.top)) : asTable(unknown.top(options.top)));
}

function asLines(actors: readonly UnknownActor[]): string {
  return actors.map((actor) => `${JSON.stringify(actor)}\n`).join('');
}

/** A table in the format that `--actors` reads. Tabs and line ends in names are blanks already. */
function asTable(actors: readonly UnknownActor[]): string {
  const lines = actors.flatMap(({ id, name, kind, country, sector, names, mentions, documents, contexts }) => [
    `# ${mentions} mentions in ${documents} documents`,
    ...contexts.map((context) => `#   ${context}`),
    tsvLine([id, name, kind, country, sector, names.join(', ')]).trimEnd(),
  ]);
  return ['id\tname\tkind\tcountry\tsector\tnames', ...lines, ''].join('\n');
}
