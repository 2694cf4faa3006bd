import { type Command, InvalidArgumentError } from 'commander';
import type { ActorFile } from '../../engine/index.ts';
import type { Added, OpenCoder, RecordChange } from '../../ingest/index.ts';
import type { CaseDb } from '../../store/index.ts';
import { type ActorOptions, addActorOption } from '../actor-option.ts';
import { type CaseOptions, withCase, withCaseOptions } from '../case-options.ts';
import { type InputFlags, knownOf, withInputOptions } from '../input-options.ts';
import type { InputOptions } from '../inputs.ts';
import { type Peeked, peekFew } from '../peek-few.ts';
import { showProgress } from '../progress.ts';
import { sayCounts } from '../say-counts.ts';
import { type Terminal, WRONG_USAGE } from '../terminal.ts';
import { untilStopped } from '../until-stopped.ts';
import { type WorkersOptions, withWorkersOptions } from '../workers-option.ts';

interface AddOptions extends CaseOptions, ActorOptions, WorkersOptions, InputFlags {
  readonly recode?: boolean;
  readonly json?: boolean;
  /** Leave the coding to `lapwing work`. */
  readonly queue?: boolean;
  readonly priority?: number;
}

const EXAMPLES = `
Examples:
  lapwing add reports/ --case torkham
  lapwing add archive.jsonl --case torkham --workers 4
  lapwing add https://example.org/report.html --case torkham --source "The Daily Example"
  lapwing add reports/ --case torkham --database postgres://analyst@server/lapwing
  lapwing add archive/ --queue --case torkham --database postgres://analyst@server/lapwing
  lapwing add --recode --case torkham

Inputs are those of "lapwing code". What the case knows already is passed over, so an interrupted run (Ctrl-C ends it in order) is taken up by
giving the same command again. --recode codes again, after anything added, what another version of the program or its data has coded. Actor files given with --actors stay with
the case: later runs code with them until others are given.

--queue only puts documents into the queue of a case on a server; "lapwing work", on as many machines as you like, codes them.`;

/** `lapwing add`: documents into a case. */
export function addAdd(program: Command, terminal: Terminal): void {
  const command = program
    .command('add')
    .description('code documents and keep them in a case')
    .argument('[paths...]', 'files, folders, addresses (https://…), or - for standard input');
  withInputOptions(withWorkersOptions(addActorOption(withCaseOptions(command))))
    .option('--recode', 'code again what other versions coded; old records are kept, and what changed is counted')
    .option('--queue', 'leave the coding to "lapwing work"; needs --database')
    .option('--priority <number>', 'with --queue: higher comes first (default: 0)', readPriority)
    .option('--json', 'print a line of JSON for each document once it is stored')
    .addHelpText('after', EXAMPLES)
    .action((paths: string[], options: AddOptions, command: Command) => {
      if (paths.length === 0 && !options.recode) command.error('error: name a file, a folder or -', { exitCode: WRONG_USAGE });
      if (!options.queue) return addPaths(paths, options, command, terminal);
      if (options.recode || options.json)
        command.error('error: --queue goes with neither --recode nor --json', { exitCode: WRONG_USAGE });
      return queuePaths(paths, options, command, terminal);
    });
}

/** Greatest priority, either way. */
const PRIORITY_MAX = 1000;

function readPriority(text: string): number {
  const priority = Number(text);
  if (!/^-?\d{1,4}$/.test(text) || Math.abs(priority) > PRIORITY_MAX)
    throw new InvalidArgumentError(`must be a whole number from -${PRIORITY_MAX} to ${PRIORITY_MAX}.`);
  return priority;
}

async function queuePaths(paths: readonly string[], options: AddOptions, command: Command, terminal: Terminal): Promise<void> {
  const [{ queueInputs }, { openManifest }, known] = await Promise.all([
    import('../queue-inputs.ts'),
    import('../manifest.ts'),
    knownOf(options, command),
  ]);
  await using manifest = await openManifest(options.manifest, command);
  await withCase(options, 'create', async (db) => {
    await actorsOf(db, options, terminal);
    const inputs = { ...known, onReading: manifest.tell };
    await queueInputs(db, paths, inputs, options.priority ?? 0, terminal);
  });
}

/** What came of a run, by kind. */
type Tally = Record<Added['kind'] | 'recoded', number>;

async function addPaths(paths: readonly string[], options: AddOptions, command: Command, terminal: Terminal): Promise<void> {
  const [known, { openManifest }, { beginRun, countDocuments, countStale, endRun }] = await Promise.all([
    knownOf(options, command),
    import('../manifest.ts'),
    import('../../store/index.ts'),
  ]);
  await using manifest = await openManifest(options.manifest, command);
  const tally: Tally = { added: 0, 'source-added': 0, known: 0, replaced: 0, failed: 0, recoded: 0 };
  const work = (db: CaseDb, stop: AbortSignal) =>
    withInputs(paths, { ...known, onReading: manifest.tell }, stop, async (inputs) => {
      const coder = await openCoder(inputs.isFew && !options.recode, options, await actorsOf(db, options, terminal));
      try {
        const run = await beginRun(db, options.recode ? 'add --recode' : 'add', coder.versions, now());
        const job = { coder, run, stop, tally, json: options.json ?? false };
        await addInputs(db, inputs, job, terminal);
        const change = options.recode ? await recode(db, job, terminal) : null;
        await link(db, stop, terminal);
        await endRun(db, run, tally, now());
        terminal.progress(null);
        if (stop.aborted) terminal.note('lapwing: stopped; the same command goes on from here');
        if (options.json) return;
        const stale = await countStale(db, coder.versions);
        await terminal.write(sayOutcome(tally, change, db.name, await countDocuments(db), stale));
      } finally {
        terminal.progress(null);
        await coder.close();
      }
    });
  await untilStopped(terminal, (stop) => withCase(options, 'create', (db) => work(db, stop)));
}

/** Inputs of a run, and what part of them is read. */
interface Inputs extends Peeked {
  readonly part: () => number | null;
}

async function withInputs(
  paths: readonly string[],
  known: InputOptions,
  stop: AbortSignal,
  work: (inputs: Inputs) => Promise<void>,
) {
  const { measureReading, readInputs } = await import('../inputs.ts');
  const { onBytes, part } = await measureReading(paths);
  const peeked = await peekFew(readInputs(paths, { ...known, onBytes }), stop);
  await work({ ...peeked, part });
}

/** An engine here for a few short documents, since starting threads takes longer; else threads. */
async function openCoder(isFew: boolean, { workers, timeLimit }: AddOptions, actors: readonly ActorFile[]): Promise<OpenCoder> {
  const { openCoderHere, openCoderInThreads } = await import('../../ingest/index.ts');
  if (isFew && timeLimit === undefined) return openCoderHere({ actors });
  return openCoderInThreads({ workers, actors, ...(timeLimit && { timeLimit }) });
}

/** Actor files of the command, which the case carries from now on; else those it carries already. */
async function actorsOf(db: CaseDb, options: AddOptions, terminal: Terminal): Promise<readonly ActorFile[]> {
  const [{ readActorFiles }, { keepCaseActors, readCaseActors }] = await Promise.all([
    import('../actor-files.ts'),
    import('../../ingest/index.ts'),
  ]);
  if (options.actors === undefined) return readCaseActors(db);
  const files = await readActorFiles(options, terminal);
  await keepCaseActors(db, files);
  return files;
}

interface Job {
  readonly coder: OpenCoder;
  readonly run: number;
  readonly stop: AbortSignal;
  readonly tally: Tally;
  readonly json: boolean;
}

async function addInputs(
  db: CaseDb,
  { inputs, part }: Inputs,
  { coder, run, stop, tally, json }: Job,
  terminal: Terminal,
): Promise<void> {
  const { addArticles, DOCUMENTS_AT_ONCE, linkCase } = await import('../../ingest/index.ts');
  const show = showProgress(terminal, 'documents');
  let done = 0;
  let unlinked = 0;
  for await (const added of addArticles(db, inputs, coder, { run, now, stop })) {
    tally[added.kind]++;
    done++;
    if (added.kind === 'failed') terminal.report(added.problem);
    else if (json) await terminal.write(`${JSON.stringify({ id: added.id, outcome: added.kind, title: added.title })}\n`);
    if (added.kind !== 'failed' && added.kind !== 'known') unlinked++;
    if (unlinked >= DOCUMENTS_AT_ONCE && !stop.aborted) {
      for await (const { documents } of linkCase(db)) unlinked -= documents;
      unlinked = Math.max(0, unlinked);
    }
    show({ done, failed: tally.failed, part: part() });
  }
}

/** Puts what was added into the incidents of the case, and what a run before left that was stopped or ended by force. */
async function link(db: CaseDb, stop: AbortSignal, terminal: Terminal): Promise<void> {
  if (stop.aborted) return;
  const { linkCase, weighCase } = await import('../../ingest/index.ts');
  for await (const { documents } of linkCase(db)) {
    if (stop.aborted) return;
    terminal.progress(`${documents.toLocaleString('en')} documents linked`);
  }
  await weighCase(db);
}

async function recode(db: CaseDb, { coder, run, stop, tally, json }: Job, terminal: Terminal): Promise<RecordChange | null> {
  const [{ addChanges, recodeDocuments }, { countStale }] = await Promise.all([
    import('../../ingest/index.ts'),
    import('../../store/index.ts'),
  ]);
  const total = await countStale(db, coder.versions);
  const show = showProgress(terminal, 'documents coded again');
  let sum: RecordChange | null = null;
  for await (const recoded of recodeDocuments(db, coder, { run, now, stop })) {
    if (recoded.kind === 'failed') {
      tally.failed++;
      terminal.report(recoded.problem);
      continue;
    }
    const { id, title, change, lost } = recoded;
    tally.recoded++;
    sum = sum ? addChanges(sum, change) : change;
    if (lost.length > 0) terminal.note(`${id.slice(0, 12)}: decisions whose entry is gone: ${lost.join(', ')}`);
    if (json) await terminal.write(`${JSON.stringify({ id, outcome: 'recoded', title, change, lost })}\n`);
    show({ done: tally.recoded, failed: tally.failed, part: tally.recoded / Math.max(total, tally.recoded) });
  }
  return sum;
}

function now(): string {
  return new Date().toISOString();
}

/** The last lines of a run, in words. */
function sayOutcome(tally: Tally, change: RecordChange | null, name: string, documents: number, stale: number): string {
  const said = sayCounts([
    [tally.added, 'added'],
    [tally['source-added'] + tally.replaced, 'known, with a new source'],
    [tally.known, 'already there'],
    [tally.recoded, 'coded again'],
    [tally.failed, 'failed'],
  ]);
  const lines = [`${said}; ${name} holds ${sayCount(documents, 'document')}`];
  if (change)
    for (const [list, { added, removed }] of Object.entries(change))
      if (added + removed > 0) lines.push(`  ${list}: ${added} new, ${removed} gone`);
  if (stale > 0) lines.push(`${sayCount(stale, 'document')} coded by another version; "lapwing add --recode" codes them again`);
  return `${lines.join('\n')}\n`;
}

function sayCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
