import type { DataFiles } from '../knowledge/index.ts';
import { createEngine, type Engine } from './pipeline.ts';

/** Where to read from; the package's own folders where left out. */
export interface LoadOptions {
  /** Folder of the data files, as a `file:` URL ending in a slash. */
  readonly data?: URL;
  /** File of the trained models. */
  readonly weights?: URL;
  /** File of the trained choice of event types; null to go by frames alone. */
  readonly events?: URL | null;
}

/** data/ and weights/ lie two folders up, from src/engine and from dist/engine alike. */
const PACKAGE = new URL('../../', import.meta.url);

/** Reads data/ and weights/ from disk and makes an engine of them. Node only; a browser calls createEngine itself.
 * @throws Error where a file cannot be read, RangeError where one is damaged */
export async function loadEngine(options: LoadOptions = {}): Promise<Engine> {
  const { readFile } = await import('node:fs/promises');
  const eventsFile = options.events === undefined ? new URL('weights/events.bin', PACKAGE) : options.events;
  const [weights, events, data] = await Promise.all([
    readFile(options.weights ?? new URL('weights/english.bin', PACKAGE)),
    eventsFile && readFile(eventsFile),
    readDataFiles(options.data ?? new URL('data/', PACKAGE)),
  ]);
  return createEngine({ weights: new Uint8Array(weights), data, ...(events && { events: new Uint8Array(events) }) });
}

/** All tables below a folder, by their path below it. */
export async function readDataFiles(folder: URL): Promise<DataFiles> {
  const { readdir, readFile } = await import('node:fs/promises');
  const names = await readdir(folder, { recursive: true });
  const paths = names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.tsv'))
    .sort();
  const texts = await Promise.all(paths.map((path) => readFile(new URL(path, folder), 'utf8')));
  return new Map(paths.map((path, index) => [path, texts[index] ?? '']));
}
