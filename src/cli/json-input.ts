import type { Problem } from '../base/index.ts';
import { readObject } from '../read/index.ts';
import { readWholeFile } from './whole-file.ts';

/** One object of a JSON Lines file. */
export interface JsonEntry {
  /** `file:line`, for problems. */
  readonly subject: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The objects of a JSON Lines file or of standard input, in order; bad lines go to `report` and the rest go on. */
export async function* readEntries(path: string, report: (problem: Problem) => void): AsyncGenerator<JsonEntry> {
  const file = await readWholeFile(path);
  if (!file.ok) return report(file.problem);
  for (const [index, line] of file.value.split('\n').entries()) {
    if (line.trim() === '') continue;
    const subject = `${path}:${index + 1}`;
    const read = readObject(line, subject);
    if (read.ok) yield { subject, fields: read.value };
    else report(read.problem);
  }
}
