import { readFile } from 'node:fs/promises';
import type { Article } from '../document/index.ts';
import { readDocuments } from '../read/index.ts';

/** The folder of the bundled samples, from src/server and from dist/server alike. */
export const SAMPLES = new URL('../../samples/', import.meta.url);

interface Sample {
  readonly file: string;
  /** Id of the line in a .jsonl file; null where the file is one report. */
  readonly id: string | null;
  readonly source: string;
  readonly published: string;
  readonly title: string;
}

/** Reads the reports that a folder's `manifest.json` lists. Source and date of the manifest stand in where a report does
 *  not say its own; its title goes to reports that have none.
 *  @throws RangeError where the manifest is damaged or a report cannot be read: the samples are ours, so that is our fault */
export async function loadSamples(folder: URL = SAMPLES): Promise<readonly Article[]> {
  const samples = readManifest(await readFile(new URL('manifest.json', folder), 'utf8'));
  const files = [...new Set(samples.map(({ file }) => file))];
  const read = await Promise.all(
    files.map(async (file) => {
      const ofFile = samples.filter((sample) => sample.file === file);
      return readSamples(new Uint8Array(await readFile(new URL(file, folder))), file, ofFile);
    }),
  );
  return read.flat();
}

async function readSamples(bytes: Uint8Array, file: string, samples: readonly Sample[]): Promise<readonly Article[]> {
  const [first] = samples;
  // Pages and JSON lines carry their own facts; plain text has only the manifest.
  const known = first && file.endsWith('.txt') ? { published: first.published, source: first.source } : {};
  const articles: Article[] = [];
  for await (const result of readDocuments(bytes, { name: file, ...known })) {
    if (!result.ok) throw new RangeError(`samples/${file}: ${result.problem.detail} (${result.problem.code})`);
    const article = result.value;
    const sample = samples.find(({ id }) => id === article.externalId) ?? first;
    articles.push({ ...article, title: article.title ?? sample?.title ?? null });
  }
  return articles;
}

function readManifest(text: string): readonly Sample[] {
  const manifest: unknown = JSON.parse(text);
  if (!isObject(manifest) || !Array.isArray(manifest.reports)) throw new RangeError('samples/manifest.json: no list "reports"');
  return manifest.reports.map((row: unknown, index) => {
    if (!isObject(row)) throw new RangeError(`samples/manifest.json: reports[${index}] is not an object`);
    const field = (name: string) => {
      const value = row[name];
      if (typeof value !== 'string') throw new RangeError(`samples/manifest.json: reports[${index}].${name} is not a string`);
      return value;
    };
    // A file name, never a path: the manifest cannot lead out of its folder.
    const file = field('file');
    if (!/^[\w-]+(?:\.[\w-]+)*$/.test(file)) throw new RangeError(`samples/manifest.json: "${file}" is not a file name`);
    const id = row.id === null ? null : field('id');
    return { file, id, source: field('source'), published: field('published'), title: field('title') };
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
