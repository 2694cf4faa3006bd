import { type FileHandle, open } from 'node:fs/promises';
import type { Command } from 'commander';
import { safeCell } from '../base/index.ts';
import type { Reading } from '../inputs/index.ts';
import { isFileError } from './file-error.ts';
import { WRONG_USAGE } from './terminal.ts';

/** Where the outcome of every input is written. */
export interface Manifest extends AsyncDisposable {
  /** Writes a line, in the order of reading. */
  readonly tell: (input: string, reading: Reading) => Promise<void>;
}

const HEADER = 'input\tentry\toutcome\tid\tdetail\n';

/** Opens a table of inputs for writing; one that writes nothing where no file is named. Ends the command where it cannot be written. */
export async function openManifest(path: string | undefined, command: Command): Promise<Manifest> {
  if (path === undefined) return { tell: async () => {}, [Symbol.asyncDispose]: async () => {} };
  const file = await openFile(path, command);
  await file.appendFile(HEADER);
  return {
    async tell(input, reading) {
      await file.appendFile(manifestLine(input, reading));
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}

async function openFile(path: string, command: Command): Promise<FileHandle> {
  try {
    return await open(path, 'w');
  } catch (error) {
    if (isFileError(error)) return command.error(`error: --manifest: ${error.message}`, { exitCode: WRONG_USAGE });
    throw error;
  }
}

/** `input, entry, outcome, id, detail` of one document or entry; the id is the document's, the detail the address and what the
 * container adds, or the reason. */
export function manifestLine(input: string, reading: Reading): string {
  const rest = reading.name.startsWith(input) ? reading.name.slice(input.length) : '';
  const entry = /^[:!]/.test(rest) ? rest.slice(1) : '';
  return `${[input, entry, ...outcomeOf(reading)].map(asCell).join('\t')}\n`;
}

function outcomeOf(reading: Reading): readonly [outcome: string, id: string, detail: string] {
  if (reading.kind === 'skipped') return ['skipped', '', reading.reason];
  const { result, note } = reading;
  if (!result.ok) return ['failed', '', `${result.problem.code}: ${result.problem.detail}`];
  return ['read', result.value.id, [result.value.url, note].filter(Boolean).join(' ')];
}

/** Nothing in a cell may end it, move the cursor of a terminal or run in a spreadsheet: names in archives are not ours. */
function asCell(text: string): string {
  return safeCell(text.toWellFormed().replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' '));
}
