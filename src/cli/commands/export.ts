import { type Command, Option } from 'commander';
import type { ExportFormat, ExportUnit } from '../../export/index.ts';
import { bringUpToDate } from '../bring-up-to-date.ts';
import type { FilterOptions } from '../case-filter.ts';
import { type CaseOptions, withCase, withCaseOptions } from '../case-options.ts';
import { type Terminal, WRONG_USAGE } from '../terminal.ts';
import { readLimit } from './show.ts';

interface ExportOptions extends CaseOptions, FilterOptions {
  readonly format: string;
  readonly out?: string;
  readonly events?: boolean;
  readonly incidents?: boolean;
  readonly withUnactual?: boolean;
  readonly limit?: number;
}

const EXAMPLES = `
Examples:
  lapwing export --format csv --case torkham --out torkham.zip
  lapwing export --format geojson --case torkham --from 2017-02-01 --to 2017-02-28 > february.geojson
  lapwing export --format gdelt --case torkham --dyad PAK,AFG --out dyad.tsv
  lapwing export --format csv --events --type ASSAULT --case torkham --out assaults.csv
  lapwing export --format acled --with-unactual --case torkham --out all.csv

docs/exports.md says what each format holds and what is lost. Formats that cannot say that an event is alleged, denied, threatened,
demanded, planned or hypothetical hold none of these, unless --with-unactual asks for them. Filters are those of "lapwing show events".`;

/** `lapwing export`: a case in another format. */
export function addExport(program: Command, terminal: Terminal): void {
  const command = program
    .command('export')
    .description('write a case in another format')
    .requiredOption('--format <format>', 'csv, jsonl, geojson ...: see docs/exports.md');
  withCaseOptions(command)
    .option('--out <file>', 'write to this file (default: standard output)')
    .addOption(new Option('--events', 'an entry for each event of each report').conflicts('incidents'))
    .option('--incidents', 'an entry for each incident, over all reports')
    .option('--with-unactual', 'also what is not held to have happened, in formats that cannot say so')
    .option('--actor <actor>', 'who acts')
    .option('--recipient <actor>', 'to whom it is done')
    .option('--dyad <pair>', 'both: who acts, a comma, to whom')
    .option('--type <types>', 'types of event')
    .option('--status <statuses>', 'actual, ongoing, denied, alleged ...')
    .option('--speaker <actor>', 'who says so')
    .option('--place <place>', 'a place, or a country by its code')
    .option('--from <date>', 'first day, YYYY-MM-DD')
    .option('--to <date>', 'last day, YYYY-MM-DD')
    .option('--text <words>', 'words of the sentence')
    .option('--document <id>', 'from this document')
    .option('--limit <count>', 'most entries', readLimit)
    .addHelpText('after', EXAMPLES)
    .action((options: ExportOptions, command: Command) => exportTo(options, command, terminal));
}

async function exportTo(options: ExportOptions, command: Command, terminal: Terminal): Promise<void> {
  const { ExportError, exportCase, exportFormat, exportUnit, loadExportTables } = await import('../../export/index.ts');
  const [{ readDataFiles }, { FilterError, readFilter }] = await Promise.all([
    import('../../engine/index.ts'),
    import('../case-filter.ts'),
  ]);
  try {
    const format = exportFormat(options.format);
    const unit = exportUnit(format, unitOf(options));
    if (options.out === undefined && isBinary(format, unit) && process.stdout.isTTY)
      throw new ExportError(`${format.name} is not for a terminal; name a file with --out`);
    const tables = loadExportTables(await readDataFiles());
    if (format.units.includes('incidents')) await bringUpToDate(options, terminal);
    await withCase(options, 'read', async (db) => {
      const limit = options.limit === undefined ? {} : { limit: options.limit };
      const filter = { ...(await readFilter(db, 'events', options)), ...limit };
      const leftOut = new Map<string, number>();
      const chunks = exportCase(
        db,
        {
          ...{ format: format.name, unit, filter, withUnactual: options.withUnactual ?? false },
          onLeftOut: ({ status }, why) => {
            const what = why === 'status' ? status : LACKS[why];
            leftOut.set(what, (leftOut.get(what) ?? 0) + 1);
          },
        },
        tables,
      );
      await writeAll(chunks, options.out, terminal);
      if (leftOut.size > 0) terminal.note(sayLeftOut(format, unit, leftOut));
    });
  } catch (error) {
    if (!(error instanceof ExportError || error instanceof FilterError)) throw error;
    command.error(`error: ${error.message}`, { exitCode: WRONG_USAGE });
  }
}

const LACKS = { day: 'without a day', kind: 'of other kinds' } as const;

function unitOf({ events, incidents }: ExportOptions): ExportUnit | undefined {
  if (events) return 'events';
  return incidents ? 'incidents' : undefined;
}

/** Whether a file of it would make a mess of a terminal. */
function isBinary({ mediaType }: ExportFormat, unit: ExportUnit): boolean {
  return /zip|parquet/.test(mediaType(unit));
}

/** Writes to a file beside its place, which is moved there once it is whole, or to standard output. */
async function writeAll(chunks: AsyncIterable<Uint8Array>, out: string | undefined, terminal: Terminal): Promise<void> {
  if (out === undefined) {
    for await (const chunk of chunks) await terminal.write(chunk);
    return;
  }
  const { open, rename, rm } = await import('node:fs/promises');
  const partial = `${out}.part`;
  const file = await open(partial, 'w');
  try {
    for await (const chunk of chunks) await file.write(chunk);
    await file.sync();
    await file.close();
    await rename(partial, out);
  } catch (error) {
    await file.close();
    await rm(partial, { force: true });
    throw error;
  }
}

function sayLeftOut({ name }: ExportFormat, unit: ExportUnit, leftOut: ReadonlyMap<string, number>): string {
  const counts = [...leftOut].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, count]) => `${count} ${what}`);
  return `lapwing: ${unit} that ${name} cannot hold are left out: ${counts.join(', ')}`;
}
