import { type Command, Option } from 'commander';
import type { CaseRecord } from '../../api/index.ts';
import type { Article, Trace } from '../../document/index.ts';
import { type Terminal, WRONG_USAGE } from '../terminal.ts';

type Format = 'jsonl' | 'table' | 'html';

interface CodeOptions {
  readonly format: Format;
  readonly published?: string;
  readonly source?: string;
  readonly explain?: boolean;
}

const EXAMPLES = `
Examples:
  lapwing code report.txt --published 2017-02-19 --format table
  lapwing code reports/ --source "The Daily Example" > records.jsonl
  curl -s https://example.org/report.html | lapwing code - --format html > report.html
  lapwing code report.txt --explain > /dev/null

Files are .txt, .html or .jsonl ({"id","text","title","source","url","published","entities"} a line, only "text" required), or
folders of them; "-" is standard input. One record a document (schema lapwing/1), in input order.`;

/** `lapwing code`: documents to records on standard output. */
export function addCode(program: Command, terminal: Terminal): void {
  program
    .command('code')
    .description('documents to records, with no case needed')
    .argument('[files...]', 'files, folders, or - for standard input')
    .addOption(new Option('--format <format>', 'what to print').choices(['jsonl', 'table', 'html']).default('jsonl'))
    .option('--json', 'the same as --format jsonl')
    .option('--published <date>', 'publication date of documents that do not say theirs themselves, YYYY-MM-DD')
    .option('--source <name>', 'who published them, where they do not say')
    .option('--explain', 'tell on standard error which rule coded or refused what, and why')
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: CodeOptions & { readonly json?: boolean }, command: Command) => {
      if (files.length === 0 && process.stdin.isTTY)
        command.error('error: name a file, a folder or -', { exitCode: WRONG_USAGE });
      return codeFiles(
        files.length > 0 ? files : ['-'],
        options.json ? { ...options, format: 'jsonl' } : options,
        command,
        terminal,
      );
    });
}

async function codeFiles(files: readonly string[], options: CodeOptions, command: Command, terminal: Terminal): Promise<void> {
  const [{ loadEngine }, { readInputs }, { readPublished }] = await Promise.all([
    import('../../engine/index.ts'),
    import('../inputs.ts'),
    import('../../read/index.ts'),
  ]);
  const published = readPublished(options.published ?? null, '--published');
  if (!published.ok) return command.error(`error: --published: ${published.problem.detail}`, { exitCode: WRONG_USAGE });
  const [engine, print] = await Promise.all([loadEngine(), makePrinter(options.format, terminal.width)]);
  let count = 0;
  for await (const read of readInputs(files, { published: published.value, source: options.source ?? null })) {
    if (!read.ok) {
      terminal.report(read.problem);
      continue;
    }
    count++;
    terminal.progress(`${count} documents`);
    if (options.format === 'html' && count > 1)
      return command.error('error: --format html prints one document; name one file, or use "lapwing serve" for many', {
        exitCode: WRONG_USAGE,
      });
    const record = engine.record(read.value, options.explain ? explainTo(terminal, read.value) : undefined);
    await terminal.write(print(record));
  }
  terminal.progress(null);
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
