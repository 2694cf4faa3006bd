import { type Command, Option } from 'commander';
import type { CaseRecord } from '../../api/index.ts';
import { inOrder, type Result } from '../../base/index.ts';
import type { Article, Trace } from '../../document/index.ts';
import type { ActorFile } from '../../engine/index.ts';
import { type ActorOptions, addActorOption } from '../actor-option.ts';
import { type InputFlags, knownOf, withInputOptions } from '../input-options.ts';
import { peekFew } from '../peek-few.ts';
import { type Terminal, WRONG_USAGE } from '../terminal.ts';
import { untilStopped } from '../until-stopped.ts';
import { type WorkersOptions, withWorkersOptions } from '../workers-option.ts';

type Format = 'jsonl' | 'table' | 'html' | 'parquet';

interface CodeOptions extends ActorOptions, WorkersOptions, InputFlags {
  readonly format: Format;
  readonly explain?: boolean;
  /** Folder for the tables of shards. */
  readonly out?: string;
}

const EXAMPLES = `
Examples:
  lapwing code report.txt --published 2017-02-19 --format table
  lapwing code reports/ --source "The Daily Example" > records.jsonl
  lapwing code https://example.org/report.html --format html > report.html
  lapwing code archive.jsonl --workers 4 --time-limit 30 > records.jsonl
  lapwing code report.txt --explain > /dev/null
  lapwing code archive/part-0017.jsonl.gz --format parquet --out tables/

Files are .txt, .html, .pdf, .jsonl ({"id","text","title","source","url","published","entities"} a line, only "text" required), feeds (.xml .rss
.atom), mail (.eml), crawls (.warc), archives (.zip), any of these packed (.gz .zst), or folders of them; "-" is standard input. An
address is fetched as its robots.txt allows; nothing else is ever fetched. One record a document (schema lapwing/1), in input order. With --format parquet each file or folder named is a shard: its tables and a manifest appear in
a folder of its own below --out, once they are whole; a shard that is there is passed over (docs/volume.md).`;

/** `lapwing code`: documents to records on standard output. */
export function addCode(program: Command, terminal: Terminal): void {
  const command = program.command('code');
  withInputOptions(withWorkersOptions(addActorOption(command)))
    .description('documents to records, with no case needed')
    .argument('[files...]', 'files, folders, addresses (https://…), or - for standard input')
    .addOption(
      new Option('--format <format>', 'what to print, or tables to write')
        .choices(['jsonl', 'table', 'html', 'parquet'])
        .default('jsonl'),
    )
    .option('--json', 'the same as --format jsonl')
    .option('--explain', 'tell on standard error which rule coded or refused what, and why')
    .option('--out <folder>', 'where --format parquet writes a folder of tables for each shard')
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: CodeOptions & { readonly json?: boolean }, command: Command) => {
      if (files.length === 0 && process.stdin.isTTY)
        command.error('error: name a file, a folder or -', { exitCode: WRONG_USAGE });
      const isParquet = options.format === 'parquet' && !options.json;
      if (isParquet !== (options.out !== undefined))
        command.error('error: --format parquet and --out go together', { exitCode: WRONG_USAGE });
      const given = files.length > 0 ? files : ['-'];
      if (isParquet) return codeTables(given, options, command, terminal);
      return codeFiles(given, options.json ? { ...options, format: 'jsonl' } : options, command, terminal);
    });
}

async function codeTables(
  files: readonly string[],
  { out = '', workers, timeLimit, ...options }: CodeOptions,
  command: Command,
  terminal: Terminal,
): Promise<void> {
  if (options.explain || options.manifest !== undefined)
    command.error('error: --format parquet explains nothing and has a manifest for each shard', { exitCode: WRONG_USAGE });
  const [{ codeShards }, { toShards }, { readActorFiles }, known] = await Promise.all([
    import('../shards/code-shards.ts'),
    import('../shards/shard.ts'),
    import('../actor-files.ts'),
    knownOf(options, command),
  ]);
  const shards = toShards(files);
  if (!shards.ok) return command.error(`error: ${shards.problem.detail}`, { exitCode: WRONG_USAGE });
  const actors = await readActorFiles(options, terminal);
  await codeShards(shards.value, { ...known, out, actors, workers, ...(timeLimit && { timeLimit }) }, terminal);
}

async function codeFiles(files: readonly string[], options: CodeOptions, command: Command, terminal: Terminal): Promise<void> {
  const [{ readInputs }, { openManifest }, known, print] = await Promise.all([
    import('../inputs.ts'),
    import('../manifest.ts'),
    knownOf(options, command),
    makePrinter(options.format, terminal.width),
  ]);
  await using manifest = await openManifest(options.manifest, command);
  const inputs = readInputs(files, { ...known, onReading: manifest.tell });
  const { readActorFiles } = await import('../actor-files.ts');
  const actors = await readActorFiles(options, terminal);
  const work = async (stop: AbortSignal) => {
    let count = 0;
    for await (const coded of codeInputs(inputs, options, actors, terminal, stop)) {
      if (!coded.ok) {
        terminal.report(coded.problem);
        continue;
      }
      count++;
      if (options.format === 'html' && count > 1)
        return command.error('error: --format html prints one document; name one file, or use "lapwing serve" for many', {
          exitCode: WRONG_USAGE,
        });
      await terminal.write(print(coded.value));
      terminal.progress(`${count} documents`);
    }
  };
  // What is explained is coded in this thread, which hears nothing meanwhile: there Ctrl-C ends the program as it ends any.
  await (options.explain ? work(new AbortController().signal) : untilStopped(terminal, work));
  terminal.progress(null);
}

/** Records in the order of the articles. A few short documents are coded here, since starting threads takes longer; so is what is explained,
 * for the explanations to come in order. */
async function* codeInputs(
  inputs: AsyncIterable<Result<Article>>,
  { explain, timeLimit, workers }: CodeOptions,
  actors: readonly ActorFile[],
  terminal: Terminal,
  stop: AbortSignal,
): AsyncGenerator<Result<CaseRecord>> {
  const peeked = explain ? { isFew: true, inputs } : await peekFew(inputs, stop);
  if (explain || (peeked.isFew && timeLimit === undefined)) {
    const { codeArticle, loadEngine } = await import('../../engine/index.ts');
    const engine = await loadEngine({ actors });
    const begin = async (read: Result<Article>) =>
      read.ok ? codeArticle(engine, read.value, explain ? explainTo(terminal, read.value) : undefined) : read;
    return yield* inOrder(peeked.inputs, 1, begin, stop);
  }
  const { codeArticles, openCoderInThreads } = await import('../../ingest/index.ts');
  const coder = await openCoderInThreads({ workers, actors, ...(timeLimit && { timeLimit }) });
  try {
    yield* codeArticles(peeked.inputs, coder, stop);
  } finally {
    await coder.close();
  }
}

async function makePrinter(format: Format, width: number): Promise<(record: CaseRecord) => string> {
  if (format === 'jsonl') return (record) => `${JSON.stringify(record)}\n`;
  const { renderReport, renderTable } = await import('../../show/index.ts');
  return format === 'html' ? (record) => renderReport(record) : (record) => `${renderTable(record, width).trimEnd()}\n\n`;
}

function explainTo(terminal: Terminal, article: Article): Trace {
  return ({ stage, rule, outcome, span, reason }) => {
    const words = article.text.slice(span.start, span.end).replace(/\s+/g, ' ');
    terminal.note([stage, outcome, rule, `${span.start}-${span.end}`, `"${words}"`, reason].join('\t'));
  };
}
