import { type DataFiles, OWN_ACTORS_FOLDER } from '../knowledge/index.ts';
import { createEngine, type Engine, type EngineParts } from './pipeline.ts';
import { type Versions, versionsOf } from './versions.ts';

/** Where to read from; the package's own folders where left out. */
export interface LoadOptions {
  /** Folder of the data files, as a `file:` URL ending in a slash. */
  readonly data?: URL;
  /** File of the trained models. */
  readonly weights?: URL;
  /** File of the trained choice of event types; null to go by frames alone. */
  readonly events?: URL | null;
  /** Actors that the user brings, the first strongest: our own tables or PETRARCH's dictionaries. */
  readonly actors?: readonly ActorFile[];
}

/** A file of actors as read from disk; `name` is for messages. */
export interface ActorFile {
  readonly name: string;
  readonly text: string;
}

/** data/ and weights/ lie two folders up, from src/engine and from dist/engine alike. */
const PACKAGE = new URL('../../', import.meta.url);

/** Reads data/ and weights/ from disk and makes an engine of them. Node only; a browser calls createEngine itself.
 * @throws Error where a file cannot be read, RangeError where one is damaged */
export async function loadEngine(options: LoadOptions = {}): Promise<Engine> {
  return createEngine(await readParts(options));
}

/** The versions an engine of these files has, without making one. @throws Error where a file cannot be read */
export async function loadVersions(options: LoadOptions = {}): Promise<Versions> {
  const { weights, data, events, digest } = await readParts(options);
  return versionsOf(weights, data, events, digest);
}

async function readParts(options: LoadOptions): Promise<EngineParts> {
  const [{ readFile }, { createHash }] = await Promise.all([import('node:fs/promises'), import('node:crypto')]);
  const eventsFile = options.events === undefined ? new URL('weights/events.bin', PACKAGE) : options.events;
  const [weights, events, data] = await Promise.all([
    readFile(options.weights ?? new URL('weights/english.bin', PACKAGE)),
    eventsFile && readFile(eventsFile),
    readDataFiles(options.data),
  ]);
  return {
    weights: new Uint8Array(weights),
    data: withActors(data, options.actors ?? []),
    ...(events && { events: new Uint8Array(events) }),
    digest: (bytes) => createHash('sha256').update(bytes).digest(),
  };
}

/** The data files with those of the user beside them, in order. */
export function withActors(data: DataFiles, actors: readonly ActorFile[]): DataFiles {
  const own = actors.map(({ name, text }, at) => [`${OWN_ACTORS_FOLDER}${String(at).padStart(3, '0')} ${name}`, text] as const);
  return new Map([...data, ...own]);
}

/** All tables below a folder (the package's own where left out), by their path below it. */
export async function readDataFiles(folder: URL = new URL('data/', PACKAGE)): Promise<DataFiles> {
  const { readdir, readFile } = await import('node:fs/promises');
  const names = await readdir(folder, { recursive: true });
  const paths = names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.tsv'))
    .sort();
  const texts = await Promise.all(paths.map((path) => readFile(new URL(path, folder), 'utf8')));
  return new Map(paths.map((path, index) => [path, texts[index] ?? '']));
}
