import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, type Result } from '../base/index.ts';
import type { Article } from '../document/index.ts';
import { formatOf, guessFormat, readDocuments, readJsonLine } from '../read/index.ts';
import { isFileError } from './file-error.ts';

/** What is known of all documents of a run. */
export interface InputOptions {
  readonly published?: string | null;
  readonly source?: string | null;
  /** Told of the bytes read, as they are. */
  readonly onBytes?: (count: number) => void;
}

/** Standard input, on the command line. */
export const STANDARD_INPUT = '-';

/** Reads files, folders and standard input in the order given; a bad document is a problem and the rest go on. */
export async function* readInputs(paths: readonly string[], options: InputOptions): AsyncGenerator<Result<Article>> {
  for (const path of paths)
    if (path === STANDARD_INPUT) yield* readStream(process.stdin, 'standard input', options);
    else yield* readPath(path, options);
}

/** Bytes that readInputs will read; null where that cannot be known before (standard input). What cannot be read counts nothing. */
export async function measureInputs(paths: readonly string[]): Promise<number | null> {
  if (paths.includes(STANDARD_INPUT)) return null;
  let bytes = 0;
  for (const path of paths) bytes += await measurePath(path);
  return bytes;
}

async function measurePath(path: string): Promise<number> {
  try {
    const found = await stat(path);
    if (!found.isDirectory()) return found.size;
    let bytes = 0;
    for (const file of await listFolder(path)) bytes += (await stat(file)).size;
    return bytes;
  } catch (error) {
    // Reading it will say what is wrong.
    if (isFileError(error)) return 0;
    throw error;
  }
}

async function* readPath(path: string, options: InputOptions): AsyncGenerator<Result<Article>> {
  try {
    if ((await stat(path)).isDirectory()) {
      const files = await listFolder(path);
      if (files.length === 0) yield fail('cli/empty-folder', path, 'no .txt, .html or .jsonl file in this folder');
      for (const file of files) yield* readPath(file, options);
    } else yield* readStream(createReadStream(path), path, options);
  } catch (error) {
    if (!isFileError(error)) throw error;
    yield fail('cli/unreadable', path, error.message);
  }
}

/** Files of a folder and the folders in it that have an ending which is read, sorted by path. */
async function listFolder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && formatOf(entry.name) !== null)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** JSON lines are read one by one, however long the file; anything else is read whole. */
async function* readStream(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  options: InputOptions,
): AsyncGenerator<Result<Article>> {
  const chunks = counted(stream, options.onBytes);
  const first = await chunks.next();
  const start = first.done ? new Uint8Array() : first.value;
  const rest = { [Symbol.asyncIterator]: () => chunks };
  const known = { name, published: options.published ?? null, source: options.source ?? null };
  if (isJsonLines(start, name)) {
    let number = 0;
    for await (const line of splitLines(start, rest)) {
      number++;
      if (line.trim() !== '') yield readJsonLine(line, number, known);
    }
    return;
  }
  const all = [start];
  for await (const chunk of rest) all.push(chunk);
  yield* readDocuments(Buffer.concat(all), known);
}

async function* counted(stream: AsyncIterable<Uint8Array>, onBytes: InputOptions['onBytes']): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    onBytes?.(chunk.length);
    yield chunk;
  }
}

/** UTF-8 JSON lines, by the name's ending or by how they begin; those in other encodings are read whole. */
function isJsonLines(start: Uint8Array, name: string): boolean {
  if (start.subarray(0, 64).includes(0) || (start[0] ?? 0) >= 0xfe) return false;
  const named = formatOf(name);
  return named === null ? guessFormat(new TextDecoder().decode(start.subarray(0, 4096))) === 'jsonl' : named === 'jsonl';
}

/** Lines of UTF-8 text, split at line feeds only: JSON may hold any other line separator inside its texts. */
async function* splitLines(start: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  const take = function* (text: string) {
    const lines = text.split('\n');
    for (const [index, line] of lines.entries()) {
      parts.push(line);
      if (index === lines.length - 1) return;
      yield parts.join('');
      parts = [];
    }
  };
  yield* take(decoder.decode(start, { stream: true }));
  for await (const chunk of rest) yield* take(decoder.decode(chunk, { stream: true }));
  yield* take(`${decoder.decode()}\n`);
}
