import { fail, type Result } from '../base/index.ts';
import { MAX_DOCUMENT, readJsonLine } from '../read/index.ts';
import type { Reader } from './source.ts';

/** Longest line, in UTF-16 code units: a document of the greatest length, every character escaped, and its metadata. */
const MAX_LINE = 8 * MAX_DOCUMENT;

/** Reads JSON lines in UTF-8 one by one, however long the file. */
export const readJsonLineStream: Reader = async function* (source, facts) {
  for await (const [line, number] of splitLines(source.chunks)) {
    const name = `${source.name}:${number}`;
    const result = line === null ? tooLongLine(name) : readJsonLine(line, number, { ...facts, name: source.name });
    yield { kind: 'document', name, result };
  }
};

/** The problem of a line that {@link splitLines} dropped. */
export function tooLongLine(subject: string): Result<never> {
  return fail('read/too-large', subject, `a line of more than ${MAX_LINE} characters`);
}

/** Lines of UTF-8 text that hold something, and their numbers. Split at line feeds only: JSON may hold any other line separator inside
 * its texts. A line that is too long is null, and is dropped as it comes. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly [line: string | null, number: number]> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  let length = 0;
  let number = 0;
  const take = function* (text: string) {
    for (let start = 0; ; ) {
      const end = text.indexOf('\n', start);
      const part = text.slice(start, end < 0 ? undefined : end);
      length += part.length;
      if (length > MAX_LINE) parts = [];
      else if (part !== '') parts.push(part);
      if (end < 0) return;
      start = end + 1;
      number++;
      if (length === 0) continue;
      if (length > MAX_LINE) yield [null, number] as const;
      else {
        const whole = parts.join('');
        if (whole.trim() !== '') yield [whole, number] as const;
      }
      parts = [];
      length = 0;
    }
  };
  for await (const chunk of chunks) yield* take(decoder.decode(chunk, { stream: true }));
  yield* take(`${decoder.decode()}\n`);
}
