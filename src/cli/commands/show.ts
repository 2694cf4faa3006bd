import { type Command, InvalidArgumentError, Option } from 'commander';
import type { FilterOptions } from '../case-filter.ts';
import { type CaseOptions, withCase, withCaseOptions } from '../case-options.ts';
import type { ShowFormat } from '../shown.ts';
import { type Terminal, WRONG_USAGE } from '../terminal.ts';

interface ShowOptions extends CaseOptions, FilterOptions {
  readonly format: ShowFormat;
  readonly json?: boolean;
  readonly limit?: number;
}

/** Rows of a table where no limit is given; JSON and CSV are whole. */
const TABLE_ROWS = 50;

const WHATS = ['events', 'claims', 'actors', 'ties', 'figures', 'places', 'documents', 'statement'] as const;

const EXAMPLES = `
Examples:
  lapwing show events --case torkham --dyad PAK,AFG --from 2017-02-16 --to 2017-02-28
  lapwing show claims --case torkham --speaker "Nafees Zakaria" --type denies
  lapwing show events --case torkham --text "border cross*" --format csv > events.csv
  lapwing show actors --case torkham --limit 20
  lapwing show statement 3f9c02b71de4#e3 --case torkham

Actors are ids or names; a state stands for its organs too (PAK for PAK:MIL). Alternatives of --type and --status are parted by commas.
--text finds all its words in any order and inflection, "words in a row", and beginnings of words (cross*).`;

/** `lapwing show`: what a case holds. */
export function addShow(program: Command, terminal: Terminal): void {
  const command = program
    .command('show')
    .description('list what a case holds, or quote one entry')
    .argument('<what>', WHATS.join(', '))
    .argument('[id]', 'of a statement: DOCUMENT#ENTRY, or a document');
  withCaseOptions(command)
    .option('--actor <actor>', 'who acts; of claims who speaks or is spoken to; of ties either end')
    .option('--recipient <actor>', 'to whom it is done, or said')
    .option('--dyad <pair>', 'both: who acts, a comma, to whom')
    .option('--type <types>', 'type of event, stance of claim, kind of tie, actor or place, what a figure counts')
    .option('--status <statuses>', 'actual, ongoing, denied, alleged ...')
    .option('--speaker <actor>', 'who says so')
    .option('--place <place>', 'a place, or a country by its code')
    .option('--from <date>', 'first day, YYYY-MM-DD')
    .option('--to <date>', 'last day, YYYY-MM-DD')
    .option('--text <words>', 'words of the sentence, of a document or of a name')
    .option('--document <id>', 'from this document')
    .option('--limit <count>', `most entries (default: ${TABLE_ROWS} in a table, else all)`, readLimit)
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json', 'csv']).default('table'))
    .option('--json', 'the same as --format json')
    .addHelpText('after', EXAMPLES)
    .action((what: string, id: string | undefined, options: ShowOptions, command: Command) =>
      showWhat(what, id, options.json ? { ...options, format: 'json' } : options, command, terminal),
    );
}

/** Reads a number of rows of a command line. */
export function readLimit(text: string): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) === 0) throw new InvalidArgumentError('must be a whole number from 1.');
  return Number(text);
}

async function showWhat(
  what: string,
  id: string | undefined,
  options: ShowOptions,
  command: Command,
  terminal: Terminal,
): Promise<void> {
  if (what === 'statement') return showStatement(id, options, command, terminal);
  const [{ SHOWN }, { FilterError, readFilter }] = await Promise.all([import('../shown.ts'), import('../case-filter.ts')]);
  const refuse = (detail: string) => command.error(`error: ${detail}`, { exitCode: WRONG_USAGE });
  const shown = Object.hasOwn(SHOWN, what) ? SHOWN[what] : undefined;
  if (!shown) return refuse(`"${what}" is not one of ${WHATS.join(', ')}`);
  if (id !== undefined) return refuse(`only a statement has an id; use --document or --text to narrow ${what} down`);
  const unfit = FILTERS.find((name) => options[name] !== undefined && !shown.filters.includes(name));
  if (unfit !== undefined)
    return refuse(`show ${what} has no --${unfit}; it has ${shown.filters.map((name) => `--${name}`).join(' ')}`);
  await withCase(options, 'read', async (db) => {
    try {
      const limit = options.limit ?? (options.format === 'table' ? TABLE_ROWS : undefined);
      const filter = { ...(await readFilter(db, what, options)), ...(limit !== undefined && { limit }) };
      for await (const piece of shown.print(db, filter, options.format, terminal.width)) await terminal.write(piece);
    } catch (error) {
      if (!(error instanceof FilterError)) throw error;
      refuse(error.message);
    }
  });
}

const FILTERS = [
  'actor',
  'recipient',
  'dyad',
  'type',
  'status',
  'speaker',
  'place',
  'from',
  'to',
  'text',
  'document',
] as const satisfies readonly (keyof FilterOptions)[];

async function showStatement(
  id: string | undefined,
  options: ShowOptions,
  command: Command,
  terminal: Terminal,
): Promise<void> {
  if (id === undefined) return command.error('error: show statement needs an id, DOCUMENT#ENTRY', { exitCode: WRONG_USAGE });
  const [{ readStatement }, { renderStatement }] = await Promise.all([
    import('../../store/index.ts'),
    import('../../show/index.ts'),
  ]);
  await withCase(options, 'read', async (db) => {
    const statement = await readStatement(db, id);
    await terminal.write(
      options.format === 'json' ? `${JSON.stringify(statement)}\n` : renderStatement(statement, terminal.width),
    );
  });
}
