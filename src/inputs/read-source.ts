import { fail } from '../base/index.ts';
import { type Format, guessFormat, MAX_DOCUMENT, readDocuments } from '../read/index.ts';
import { BadInput } from './bad-input.ts';
import { collect, peek } from './chunks.ts';
import { type ContainerFormat, formatOf, type InputFormat, OPENING_BYTES } from './formats.ts';
import { readJsonLineStream } from './json-lines.ts';
import type { Reader, Reading, RunFacts, Source } from './source.ts';

/** Most containers within each other, such as a packed feed in an archive. */
const MAX_DEPTH = 4;
/** Largest file that is read whole, in bytes: JSON lines in another encoding than UTF-8. */
const MAX_WHOLE = 64 * 1024 * 1024;

/** The readers of what holds documents, loaded when one comes. */
const CONTAINERS: Readonly<Record<ContainerFormat, () => Promise<Reader>>> = {
  gzip: async () => (await import('./unpack.ts')).readPacked,
  zstd: async () => (await import('./unpack.ts')).readPacked,
  zip: async () => (await import('./zip.ts')).readZip,
  feed: async () => (await import('./feed.ts')).readFeed,
  warc: async () => (await import('./warc/read-warc.ts')).readWarc,
  mail: async () => (await import('./mail.ts')).readMail,
  pdf: async () => (await import('./pdf/read-pdf.ts')).readPdf,
};

/** Reads every document of some bytes, whatever they are: by the name's ending, else by how they begin. A bad document or entry is a
 * problem and the rest go on; what is neither is told as skipped. Errors of the stream itself are thrown. */
export async function* readSource(source: Source, facts: RunFacts): AsyncGenerator<Reading> {
  let isEmpty = true;
  try {
    for await (const reading of dispatch(source, facts)) {
      isEmpty = false;
      yield reading;
    }
    if (isEmpty) yield { kind: 'skipped', name: source.name, reason: 'nothing in it' };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    yield { kind: 'document', name: source.name, result: fail(error.code, source.name, error.message) };
  }
}

async function* dispatch(source: Source, facts: RunFacts): AsyncGenerator<Reading> {
  const { start, whole } = await peek(source.chunks, OPENING_BYTES);
  const format = source.format ?? formatOf(source.hint, start);
  const opened: Source = { ...source, chunks: whole, ...(format ? { format } : {}) };
  if (format !== null && isContainer(format)) {
    if (source.depth >= MAX_DEPTH) throw new BadInput('read/too-deep', `more than ${MAX_DEPTH} archives within each other`);
    const read = await CONTAINERS[format]();
    yield* read(opened, facts, (inner) => readSource(inner, facts));
  } else if (isJsonLines(start, format)) yield* readJsonLineStream(opened, facts, (inner) => readSource(inner, facts));
  else {
    const bytes = await collect(whole, format === 'text' || format === 'html' ? 2 * MAX_DOCUMENT : MAX_WHOLE);
    const { name, encoding, container } = source;
    const options = { ...facts, name, format, encoding: encoding ?? null, container: container ?? null };
    for await (const result of readDocuments(bytes, options))
      yield { kind: 'document', name: result.ok ? name : result.problem.subject, result };
  }
}

function isContainer(format: InputFormat): format is ContainerFormat {
  return format in CONTAINERS;
}

/** UTF-8 JSON lines, by name or by how they begin; those in other encodings are read whole. */
function isJsonLines(start: Uint8Array, format: Format | null): boolean {
  if (start.subarray(0, 64).includes(0) || (start[0] ?? 0) >= 0xfe) return false;
  return format === null ? guessFormat(new TextDecoder().decode(start)) === 'jsonl' : format === 'jsonl';
}
