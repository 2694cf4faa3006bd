import { createReadStream } from 'node:fs';
import { fail, type Problem } from '../base/index.ts';
import { splitLines, tooLongLine } from '../inputs/index.ts';
import { readObject } from '../read/index.ts';
import { isFileError } from './file-error.ts';
import { STANDARD_INPUT } from './inputs.ts';

/** One object of a JSON Lines file. */
export interface JsonEntry {
  /** `file:line`, for problems. */
  readonly subject: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The objects of a JSON Lines file or of standard input, one by one in order, however long it is; bad lines go to `report` and the rest go
 * on. */
export async function* readEntries(path: string, report: (problem: Problem) => void): AsyncGenerator<JsonEntry> {
  try {
    for await (const [line, number] of splitLines(path === STANDARD_INPUT ? process.stdin : createReadStream(path))) {
      const subject = `${path}:${number}`;
      const read = line === null ? tooLongLine(subject) : readObject(line, subject);
      if (read.ok) yield { subject, fields: read.value };
      else report(read.problem);
    }
  } catch (error) {
    if (!isFileError(error)) throw error;
    report(fail('cli/unreadable', path, error.message).problem);
  }
}
