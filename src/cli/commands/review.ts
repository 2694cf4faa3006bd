import type { Command } from 'commander';
import type { DecisionInput } from '../../api/index.ts';
import type { CaseDb } from '../../store/index.ts';
import type { FilterOptions } from '../case-filter.ts';
import { type CaseOptions, withCase, withCaseOptions } from '../case-options.ts';
import { type Terminal, WRONG_USAGE } from '../terminal.ts';
import { readLimit } from './show.ts';

interface ReviewOptions extends CaseOptions, FilterOptions {
  readonly limit?: number;
  readonly json?: boolean;
  readonly by?: string;
  readonly why?: string;
  readonly set?: readonly string[];
  readonly with?: string;
}

/** Rows of a list where no limit is given. */
const ROWS = 50;

const ACTIONS = ['start', 'list', 'log', 'accept', 'reject', 'edit', 'merge', 'split', 'undo'] as const;

const EXAMPLES = `
Examples:
  lapwing review --case torkham
  lapwing review --case torkham --type ASSAULT --status alleged
  lapwing review list --case torkham --limit 20
  lapwing review reject 3f9c02b71de4#e3 --case torkham --why "the shelling was a drill"
  lapwing review edit 3f9c02b71de4#e3 --case torkham --set status=alleged --set "actors=PAK:MIL"
  lapwing review merge i-8955327a14c98a2e --with i-1b2a1a2c3d4e5f60 --case torkham
  lapwing review undo 7 --case torkham
  lapwing review log --case torkham

Without an action, events come one by one, the least sure first: a accepts, r rejects, e edits, n and p go on and back, u takes the last
decision back, q ends. Every decision is kept with who, when and why; none is ever taken out of the log, and coding anew keeps them.`;

/** `lapwing review`: what people hold of what was coded. */
export function addReview(program: Command, terminal: Terminal): void {
  const command = program
    .command('review')
    .description('accept, reject and correct what was coded')
    .argument('[action]', ACTIONS.join(', '), 'start')
    .argument(
      '[id]',
      'an entry (DOCUMENT#ENTRY), an incident, an actor (actor:ID); to undo, the number of a decision or an entry',
    );
  withCaseOptions(command)
    .option('--actor <actor>', 'who acts')
    .option('--recipient <actor>', 'to whom it is done')
    .option('--dyad <pair>', 'both: who acts, a comma, to whom')
    .option('--type <types>', 'types of events')
    .option('--status <statuses>', 'actual, ongoing, denied, alleged ...')
    .option('--speaker <actor>', 'who says so')
    .option('--place <place>', 'a place, or a country by its code')
    .option('--from <date>', 'first day, YYYY-MM-DD')
    .option('--to <date>', 'last day, YYYY-MM-DD')
    .option('--text <words>', 'words of the sentence')
    .option('--document <id>', 'from this document')
    .option('--limit <count>', `most entries of a list (default: ${ROWS}), or of a review (default: all)`, readLimit)
    .option(
      '--set <field=value...>',
      'for edit: type, modes, status, actors, recipients, places, time; stance, speaker, addressee; kind, from, to',
    )
    .option('--with <ids>', 'for merge: the other incidents or actors; for split: events to take out; parted by commas')
    .option('--why <words>', 'why')
    .option('--by <name>', 'who decides (default: your user name)')
    .option('--json', 'print lists and decisions as lines of JSON')
    .addHelpText('after', EXAMPLES)
    .action((action: string, id: string | undefined, options: ReviewOptions, command: Command) =>
      review(action, id, options, command, terminal),
    );
}

async function review(
  action: string,
  id: string | undefined,
  options: ReviewOptions,
  command: Command,
  terminal: Terminal,
): Promise<void> {
  const refuse = (detail: string) => command.error(`error: ${detail}`, { exitCode: WRONG_USAGE });
  const known = ACTIONS.find((each) => each === action);
  if (known === undefined) return refuse(`"${action}" is not one of ${ACTIONS.join(', ')}`);
  const takesId = known !== 'start' && known !== 'list' && known !== 'log';
  if (takesId && id === undefined) return refuse(`review ${action} needs an id`);
  if (known === 'start' && !(process.stdin.isTTY && process.stdout.isTTY))
    return refuse('there is no terminal to review in; use review list, accept, reject, edit and undo');
  const [{ ReviewError }, { FilterError }, { ChangeError }] = await Promise.all([
    import('../../ingest/index.ts'),
    import('../case-filter.ts'),
    import('../review/read-change.ts'),
  ]);
  try {
    await withCase(options, known === 'list' || known === 'log' ? 'read' : 'write', async (db) => {
      if (known === 'start') return start(db, options, terminal);
      if (known === 'list') return list(db, options, terminal);
      if (known === 'log') return printLog(db, options, terminal);
      return take(db, known, id ?? '', options, terminal);
    });
  } catch (error) {
    if (error instanceof ReviewError || error instanceof FilterError || error instanceof ChangeError)
      return refuse(error.message);
    throw error;
  }
}

async function who({ by }: ReviewOptions): Promise<{ readonly byWhom: string; readonly now: string }> {
  const { userInfo } = await import('node:os');
  return { byWhom: by ?? userInfo().username, now: new Date().toISOString() };
}

async function queue(db: CaseDb, options: ReviewOptions, limit: number | undefined) {
  const [{ readFilter }, { queueOf }] = await Promise.all([import('../case-filter.ts'), import('../review/queue.ts')]);
  return queueOf(db, { ...(await readFilter(db, 'events', options)), ...(limit !== undefined && { limit }) });
}

async function list(db: CaseDb, options: ReviewOptions, terminal: Terminal): Promise<void> {
  const [{ readStatement }, { shortId }] = await Promise.all([import('../../store/index.ts'), import('../../base/index.ts')]);
  for (const { id, confidence } of await queue(db, options, options.limit ?? ROWS)) {
    const { entry, quote } = await readStatement(db, id);
    if (options.json) await terminal.write(`${JSON.stringify({ id, confidence, entry })}\n`);
    else if (entry && 'trigger' in entry) {
      const facts = `${entry.actors.join(',') || '-'} ${entry.type} ${entry.recipients.join(',') || '-'} (${entry.status})`;
      await terminal.write(`${shortId(id)}  ${confidence.toFixed(2)}  ${facts}  ${quote.text.replace(/\s+/g, ' ')}\n`);
    }
  }
}

async function printLog(db: CaseDb, options: ReviewOptions, terminal: Terminal): Promise<void> {
  const { readDecisionsOn } = await import('../../ingest/index.ts');
  for (const decision of await readDecisionsOn(db)) {
    const { number, at, byWhom, kind, subject, why, undoneBy } = decision;
    const said = `${why === null ? '' : `  ${why}`}${undoneBy === null ? '' : `  (taken back by ${undoneBy})`}`;
    const line = `${number}  ${at.slice(0, 16).replace('T', ' ')}  ${byWhom}  ${kind}  ${subject}${said}`;
    await terminal.write(options.json ? `${JSON.stringify(decision)}\n` : `${line}\n`);
  }
}

async function take(
  db: CaseDb,
  action: 'accept' | 'reject' | 'edit' | 'merge' | 'split' | 'undo',
  id: string,
  options: ReviewOptions,
  terminal: Terminal,
): Promise<void> {
  const { decide, linkCase, undoDecision } = await import('../../ingest/index.ts');
  const why = options.why ?? null;
  const isOfIncidents = (action === 'merge' || action === 'split') && !id.startsWith('actor:');
  if (isOfIncidents) for await (const _ of linkCase(db));
  const decision =
    action === 'undo'
      ? await undoDecision(db, await numberOf(db, id), why, await who(options))
      : await decide(db, await inputOf(db, action, id, options), await who(options));
  if (isOfIncidents) for await (const _ of linkCase(db));
  const { number, kind, subject } = decision;
  await terminal.write(options.json ? `${JSON.stringify(decision)}\n` : `${number}: ${kind} ${subject}\n`);
}

async function inputOf(
  db: CaseDb,
  kind: 'accept' | 'reject' | 'edit' | 'merge' | 'split',
  subject: string,
  options: ReviewOptions,
): Promise<DecisionInput> {
  const { readChange } = await import('../review/read-change.ts');
  const others = (options.with ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const what =
    kind === 'edit' ? await readChange(db, options.set ?? []) : kind === 'merge' || kind === 'split' ? { with: others } : null;
  return { kind, subject, what, why: options.why ?? null };
}

/** The decision that is to be taken back: its number, or the last one in force on an entry. */
async function numberOf(db: CaseDb, id: string): Promise<number> {
  if (/^\d{1,9}$/.test(id)) return Number(id);
  const [{ ReviewError, readDecisionsOn }, { findDocumentId }] = await Promise.all([
    import('../../ingest/index.ts'),
    import('../../store/index.ts'),
  ]);
  const [document = '', entry] = id.split('#', 2);
  const subject = entry === undefined ? id : `${await findDocumentId(db, document)}#${entry}`;
  const last = (await readDecisionsOn(db, [subject]))
    .filter(({ kind, undoneBy }) => kind !== 'undo' && undoneBy === null)
    .at(-1);
  if (!last) throw new ReviewError('no-entry', `nothing decided about "${id}" is in force`);
  return last.number;
}

async function start(db: CaseDb, options: ReviewOptions, terminal: Terminal): Promise<void> {
  const [{ ReviewSession }, { emitKeypressEvents }] = await Promise.all([
    import('../review/session.ts'),
    import('node:readline'),
  ]);
  const { byWhom } = await who(options);
  const waiting = await queue(db, options, options.limit);
  const session = new ReviewSession(db, waiting, () => ({ byWhom, now: new Date().toISOString() }), terminal.width);
  await terminal.write(await session.show());
  if (waiting.length === 0) return;
  emitKeypressEvents(process.stdin);
  process.stdin.setRawMode(true);
  try {
    for await (const key of keys()) {
      await terminal.write(await session.press(key));
      if (session.isOver) return;
    }
  } finally {
    process.stdin.setRawMode(false);
    process.stdin.pause();
  }
}

/** Keys as they are pressed, one at a time; Ctrl-C and the end of input are `q`. */
async function* keys(): AsyncGenerator<string> {
  const pressed: string[] = [];
  let wake = () => {};
  const push = (key: string) => {
    pressed.push(key);
    wake();
  };
  const onKey = (text: string | undefined, { name, ctrl }: { name?: string; ctrl?: boolean }) => {
    if (ctrl && (name === 'c' || name === 'd')) push('q');
    else push(name === 'return' || name === 'escape' || name === 'backspace' ? name : (text ?? ''));
  };
  const onEnd = () => push('q');
  process.stdin.on('keypress', onKey).once('end', onEnd);
  try {
    for (;;) {
      const key = pressed.shift();
      if (key === undefined)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      else yield key;
    }
  } finally {
    process.stdin.off('keypress', onKey).off('end', onEnd);
  }
}
