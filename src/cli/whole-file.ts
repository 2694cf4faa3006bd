import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { fail, ok, type Result } from '../base/index.ts';
import { isFileError } from './file-error.ts';
import { STANDARD_INPUT } from './inputs.ts';

/** The UTF-8 text of a file or of standard input. */
export async function readWholeFile(path: string): Promise<Result<string>> {
  try {
    return ok(path === STANDARD_INPUT ? await text(process.stdin) : await readFile(path, 'utf8'));
  } catch (error) {
    if (!isFileError(error)) throw error;
    return fail('cli/unreadable', path, error.message);
  }
}
