import { type Command, InvalidArgumentError, Option } from 'commander';
import type { DyadLevel, TimeUnit } from '../../link/index.ts';
import { bringUpToDate } from '../bring-up-to-date.ts';
import type { FilterOptions } from '../case-filter.ts';
import { type CaseOptions, withCase, withCaseOptions } from '../case-options.ts';
import type { ShowFormat, ShowView } from '../shown.ts';
import { type Terminal, WRONG_USAGE } from '../terminal.ts';

interface ShowOptions extends CaseOptions, FilterOptions {
  readonly format: ShowFormat;
  readonly json?: boolean;
  readonly limit?: number;
  readonly unit: TimeUnit;
  readonly level: DyadLevel;
}

/** Rows of a table where no limit is given; JSON and CSV are whole. */
const TABLE_ROWS = 50;

const WHATS = [
  'events',
  'claims',
  'actors',
  'ties',
  'told-ties',
  'figures',
  'places',
  'documents',
  'incidents',
  'disputes',
  'agreements',
  'dyads',
  'exchange',
  'incident',
  'statement',
] as const;

const EXAMPLES = `
Examples:
  lapwing show events --case torkham --dyad PAK,AFG --from 2017-02-16 --to 2017-02-28
  lapwing show claims --case torkham --speaker "Nafees Zakaria" --type denies
  lapwing show events --case torkham --text "border cross*" --format csv > events.csv
  lapwing show actors --case torkham --limit 20
  lapwing show incidents --case torkham --type ASSAULT --from 2017-02-13
  lapwing show incident i-9d1c --case torkham
  lapwing show dyads --case torkham --unit month --level country
  lapwing show exchange PAK,AFG --case torkham
  lapwing show statement 3f9c02b71de4#e3 --case torkham

Actors are ids or names; a state stands for its organs too (PAK for PAK:MIL). Alternatives of --type and --status are parted by commas.
--text finds all its words in any order and inflection, "words in a row", and beginnings of words (cross*).`;

/** `lapwing show`: what a case holds. */
export function addShow(program: Command, terminal: Terminal): void {
  const command = program
    .command('show')
    .description('list what a case holds, or quote one entry')
    .argument('<what>', WHATS.join(', '))
    .argument('[id]', 'of a statement (DOCUMENT#ENTRY, or a document) or an incident; of an exchange the pair, A,B');
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
    .addOption(new Option('--unit <unit>', 'of dyads: time to sum by').choices(['day', 'week', 'month']).default('week'))
    .addOption(
      new Option('--level <level>', 'of dyads and exchange: each party, or all of a country as one')
        .choices(['party', 'country'])
        .default('country'),
    )
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
  if (what === 'incident') return showIncident(id, options, command, terminal);
  if (what === 'exchange') return showExchange(id, options, command, terminal);
  const [{ SHOWN }, { FilterError, readFilter }] = await Promise.all([import('../shown.ts'), import('../case-filter.ts')]);
  const refuse = (detail: string) => command.error(`error: ${detail}`, { exitCode: WRONG_USAGE });
  const shown = Object.hasOwn(SHOWN, what) ? SHOWN[what] : undefined;
  if (!shown) return refuse(`"${what}" is not one of ${WHATS.join(', ')}`);
  if (id !== undefined)
    return refuse(`only a statement or an incident has an id; use --document or --text to narrow ${what} down`);
  const unfit = FILTERS.find((name) => options[name] !== undefined && !shown.filters.includes(name));
  if (unfit !== undefined)
    return refuse(`show ${what} has no --${unfit}; it has ${shown.filters.map((name) => `--${name}`).join(' ')}`);
  if (shown.isLinked) await bringUpToDate(options, terminal);
  await withCase(options, 'read', async (db) => {
    try {
      const limit = options.limit ?? (options.format === 'table' ? TABLE_ROWS : undefined);
      const filter = { ...(await readFilter(db, what, options)), ...(limit !== undefined && { limit }) };
      for await (const piece of shown.print(db, filter, viewOf(options, terminal))) await terminal.write(piece);
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

function viewOf({ format, unit, level }: ShowOptions, { width }: Terminal): ShowView {
  return { format, unit, level, width };
}

async function showIncident(id: string | undefined, options: ShowOptions, command: Command, terminal: Terminal): Promise<void> {
  if (id === undefined)
    return command.error('error: show incident needs the id of an incident, or of one of its events', {
      exitCode: WRONG_USAGE,
    });
  const [{ CasePicture, readCaseIncident }, { renderIncident }] = await Promise.all([
    import('../../picture/index.ts'),
    import('../../show/index.ts'),
  ]);
  await bringUpToDate(options, terminal);
  await withCase(options, 'read', async (db) => {
    const incident = await readCaseIncident(new CasePicture(db), id);
    await terminal.write(
      options.format === 'json' ? `${JSON.stringify(incident)}\n` : renderIncident(incident, terminal.width),
    );
  });
}

async function showExchange(
  pair: string | undefined,
  options: ShowOptions,
  command: Command,
  terminal: Terminal,
): Promise<void> {
  const refuse = (detail: string) => command.error(`error: ${detail}`, { exitCode: WRONG_USAGE });
  const given = pair ?? options.dyad;
  if (given === undefined) return refuse('show exchange needs a pair: show exchange PAK,AFG');
  const [{ FilterError, readFilter }, { CasePicture, readExchange }, { printExchange }] = await Promise.all([
    import('../case-filter.ts'),
    import('../../picture/index.ts'),
    import('../print-exchange.ts'),
  ]);
  await bringUpToDate(options, terminal);
  await withCase(options, 'read', async (db) => {
    try {
      const { actor = [], recipient = [] } = await readFilter(db, 'events', { dyad: given });
      const exchange = await readExchange(new CasePicture(db), actor, recipient, options.level);
      for await (const piece of printExchange(exchange, viewOf(options, terminal), options.limit)) await terminal.write(piece);
    } catch (error) {
      if (!(error instanceof FilterError)) throw error;
      refuse(error.message);
    }
  });
}

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
