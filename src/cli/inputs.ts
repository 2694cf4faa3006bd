import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, type Result } from '../base/index.ts';
import type { Article } from '../document/index.ts';
import { INPUT_ENDINGS, inputFormatOf, NOT_READ, type Reading, readSource, type Source } from '../inputs/index.ts';
import { isFileError } from './file-error.ts';
import type { Web } from './web-input.ts';

/** What is known of all documents of a run. */
export interface InputOptions {
  readonly published?: string | null;
  readonly source?: string | null;
  /** Whether addresses may be fetched that are not of the public internet. */
  readonly allowPrivate?: boolean;
  /** Told of the bytes read, as they are. */
  readonly onBytes?: (count: number) => void;
  /** Told what came of every document and entry, in order, before the article or problem is handed on. */
  readonly onReading?: (input: string, reading: Reading) => Promise<void>;
}

/** Standard input, on the command line. */
export const STANDARD_INPUT = '-';

/** Reads files, folders, addresses of the web and standard input in the order given; a bad document is a problem and the rest go on. */
export async function* readInputs(paths: readonly string[], options: InputOptions): AsyncGenerator<Result<Article>> {
  // The network is loaded for a run that names an address, and for no other.
  const web = paths.some(isAddress) ? (await import('./web-input.ts')).openWeb(options.allowPrivate ?? false) : null;
  for (const path of paths)
    if (path === STANDARD_INPUT) yield* readStream(process.stdin, 'standard input', options);
    else if (web && isAddress(path)) yield* readAddress(path, web, options);
    else yield* readPath(path, options);
}

/** How far reading some inputs is. */
export interface ReadingProgress {
  /** To be told of what is read, as an option of readInputs. */
  readonly onBytes: (count: number) => void;
  /** What part of the inputs is read, 0 to 1; null where that cannot be known (standard input, the web). */
  readonly part: () => number | null;
}

/** Measures inputs before they are read. What cannot be read counts nothing. */
export async function measureReading(paths: readonly string[]): Promise<ReadingProgress> {
  const total = await measureInputs(paths);
  let bytes = 0;
  return {
    onBytes: (count) => {
      bytes += count;
    },
    part: () => (total === null || total === 0 ? null : Math.min(1, bytes / total)),
  };
}

async function measureInputs(paths: readonly string[]): Promise<number | null> {
  if (paths.includes(STANDARD_INPUT) || paths.some(isAddress)) return null;
  let bytes = 0;
  for (const path of paths) bytes += await measurePath(path);
  return bytes;
}

/** Whether an input is an address of the web. */
export function isAddress(path: string): boolean {
  return /^https?:\/\//i.test(path);
}

async function* readAddress(address: string, web: Web, options: InputOptions): AsyncGenerator<Result<Article>> {
  const source = await web.open(address);
  if (source.ok) yield* readSourceOf(source.value, options);
  else yield await tell(address, source, options);
}

async function measurePath(path: string): Promise<number> {
  try {
    const found = await stat(path);
    if (!found.isDirectory()) return found.size;
    let bytes = 0;
    for (const file of await listFolder(path)) if (inputFormatOf(file) !== null) bytes += (await stat(file)).size;
    return bytes;
  } catch (error) {
    // Reading it will say what is wrong.
    if (isFileError(error)) return 0;
    throw error;
  }
}

async function* readPath(path: string, options: InputOptions): AsyncGenerator<Result<Article>> {
  try {
    if ((await stat(path)).isDirectory()) yield* readFolder(path, options);
    else yield* readFile(path, options);
  } catch (error) {
    if (!isFileError(error)) throw error;
    yield await tell(path, fail('cli/unreadable', path, error.message), options);
  }
}

async function* readFile(path: string, options: InputOptions): AsyncGenerator<Result<Article>> {
  const stream = createReadStream(path);
  try {
    yield* readStream(stream, path, options, path);
  } finally {
    // An archive is read by its directory and leaves the stream where it was.
    stream.destroy();
  }
}

async function* readFolder(folder: string, options: InputOptions): AsyncGenerator<Result<Article>> {
  const files = await listFolder(folder);
  const isRead = (file: string) => inputFormatOf(file) !== null;
  if (!files.some(isRead)) {
    const detail = `no file in this folder ends in ${INPUT_ENDINGS.join(' ')}`;
    yield await tell(folder, fail('cli/empty-folder', folder, detail), options);
  }
  for (const file of files)
    if (isRead(file)) yield* readPath(file, options);
    else await options.onReading?.(file, { kind: 'skipped', name: file, reason: NOT_READ });
}

async function tell(path: string, result: Result<Article>, { onReading }: InputOptions): Promise<Result<Article>> {
  await onReading?.(path, { kind: 'document', name: path, result });
  return result;
}

/** Files of a folder and the folders in it, sorted by path. */
export async function listFolder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function readStream(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  options: InputOptions,
  file: string | null = null,
): AsyncGenerator<Result<Article>> {
  const { onBytes } = options;
  return readSourceOf({ name, hint: name, chunks: stream, depth: 0, file, ...(onBytes && { onBytes }) }, options);
}

async function* readSourceOf(source: Source, options: InputOptions): AsyncGenerator<Result<Article>> {
  const facts = { published: options.published ?? null, source: options.source ?? null };
  const chunks = counted(source.chunks, options.onBytes);
  for await (const reading of readSource({ ...source, chunks }, facts)) {
    await options.onReading?.(source.name, reading);
    if (reading.kind === 'document') yield reading.result;
  }
}

async function* counted(stream: AsyncIterable<Uint8Array>, onBytes: InputOptions['onBytes']): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    onBytes?.(chunk.length);
    yield chunk;
  }
}
