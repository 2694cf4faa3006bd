import { type Command, Option } from 'commander';
import { type CsvValue, csvLine } from '../../base/index.ts';
import type { SqlAnswer } from '../../store/index.ts';
import { type CaseOptions, withCase, withCaseOptions } from '../case-options.ts';
import type { ShowFormat } from '../shown.ts';
import type { Terminal } from '../terminal.ts';
import { readSeconds } from '../workers-option.ts';
import { readLimit } from './show.ts';

interface SqlOptions extends CaseOptions {
  readonly format: ShowFormat;
  readonly json?: boolean;
  readonly limit?: number;
  /** Seconds. */
  readonly timeLimit: number;
}

/** How long a query may take unless told otherwise, in seconds. */
const SECONDS = 60;

/** Rows of a table where no limit is given; JSON and CSV are whole. */
const TABLE_ROWS = 1000;

const EXAMPLES = `
Examples:
  lapwing sql "select type, status, count(*) from events group by type, status order by 3 desc" --case torkham
  lapwing sql "select speaker, count(*) from claims where stance = 'denies' group by speaker" --case torkham --format csv

Views: documents document_sources actors actor_mentions places place_mentions events event_parties event_places event_harms event_claims
claims ties figures times incidents incident_events disputes agreements actor_variants decisions runs; docs/case-store.md names their columns. Nothing can be
changed.`;

/** `lapwing sql`: a question to the views of a case. */
export function addSql(program: Command, terminal: Terminal): void {
  const command = program
    .command('sql')
    .description('ask a case in SQL; nothing can be changed')
    .argument('<query>', 'one select statement over the views of docs/case-store.md');
  withCaseOptions(command)
    .option('--limit <count>', `most rows (default: ${TABLE_ROWS} in a table, else all)`, readLimit)
    .option('--time-limit <seconds>', 'stop a query that takes longer', readSeconds, SECONDS)
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json', 'csv']).default('table'))
    .option('--json', 'the same as --format json')
    .addHelpText('after', EXAMPLES)
    .action((query: string, options: SqlOptions) =>
      ask(query, options.json ? { ...options, format: 'json' } : options, terminal),
    );
}

async function ask(query: string, options: SqlOptions, terminal: Terminal): Promise<void> {
  const [{ answerQuery }, show] = await Promise.all([import('../../store/index.ts'), import('../../show/index.ts')]);
  const most = options.limit ?? (options.format === 'table' ? TABLE_ROWS : Number.POSITIVE_INFINITY);
  const answer = await withCase(options, 'read', (db) => answerQuery(db, query, { most, seconds: options.timeLimit }));
  if (options.format === 'json') return terminal.write(`${JSON.stringify(toObjects(answer))}\n`);
  const cells = answer.rows.map((row) => row.map(toCell));
  if (options.format === 'csv') {
    if (answer.columns.length > 0) await terminal.write(csvLine(answer.columns));
    for (const row of cells) await terminal.write(csvLine(row));
    return;
  }
  const columns = answer.columns.map((head, at) => {
    return { head, least: 4, cell: (row: readonly CsvValue[]) => String(row[at] ?? '') };
  });
  const heading = `${cells.length} ${cells.length === 1 ? 'row' : 'rows'}`;
  const lines = show.section(heading, cells, columns, terminal.width);
  await terminal.write(`${lines.length === 0 ? heading : lines.join('\n')}\n`);
  if (answer.isCut) await terminal.write(`there are more than ${most}; --limit shows them\n`);
}

function toObjects({ columns, rows }: SqlAnswer): readonly object[] {
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));
}

/** A value of a database as a cell; what is neither text nor number (a server's lists) as JSON. */
function toCell(value: unknown): CsvValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
}
