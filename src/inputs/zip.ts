import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { fail, withoutControls } from '../base/index.ts';
import { BadInput } from './bad-input.ts';
import { collect } from './chunks.ts';
import { inputFormatOf } from './formats.ts';
import { Growth } from './growth.ts';
import { NOT_READ, type Reader, type ReadInner, type Reading, type Source } from './source.ts';

/** Largest archive that is read from memory, in bytes: one that comes through a pipe or in another archive. One on the disk may be of any size. */
const MAX_HELD = 64 * 1024 * 1024;
/** Longest name of an entry told, in code units. */
const LONGEST_NAME = 300;

/** Names and sizes are checked here, entry by entry: the library would give up the whole archive over one. */
const LENIENT = { decodeStrings: false, validateEntrySizes: false } as const;

/** Reads the entries of a `.zip` file whose names end in what is read, in the archive's order, each named `archive.zip!entry`. A damaged, locked
 * or swollen entry is a problem and the others are read. Names are names only: nothing is written anywhere. */
export const readZip: Reader = async function* (source, _, readInner) {
  const archive = await open(source);
  const growth = new Growth(source.growth);
  growth.take(archive.fileSize);
  try {
    for await (const entry of orDamage(archive.eachEntry())) {
      yield* readEntry(archive, entry, source, growth, readInner);
      source.onBytes?.(entry.compressedSize);
    }
  } finally {
    archive.close();
  }
};

async function open({ file, chunks }: Source): Promise<ZipFile> {
  const bytes = file === null ? await collect(chunks, MAX_HELD) : null;
  try {
    return bytes || file === null
      ? await fromBufferPromise(bytes ?? Buffer.alloc(0), LENIENT)
      : await openPromise(file, { ...LENIENT, autoClose: false });
  } catch (error) {
    throw asDamage(error);
  }
}

async function* readEntry(
  archive: ZipFile,
  entry: Entry,
  { name: archiveName, depth }: Source,
  growth: Growth,
  readInner: ReadInner,
): AsyncGenerator<Reading> {
  const path = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  if (path.endsWith('/')) return;
  const name = `${archiveName}!${withoutControls(path.replace(/\s+/g, ' ')).slice(0, LONGEST_NAME)}`;
  const base = path.slice(path.lastIndexOf('/') + 1);
  // What begins with "._" is what a Mac keeps beside a file of that name.
  if (inputFormatOf(base) === null || base.startsWith('._')) yield { kind: 'skipped', name, reason: NOT_READ };
  else if (entry.isEncrypted()) yield failed('read/encrypted', name, 'is locked with a password');
  else if (!entry.canDecodeFileData())
    yield failed('read/damaged', name, `is packed by method ${entry.compressionMethod}, which is not read`);
  else
    yield* readInner({
      name,
      hint: base,
      chunks: unpackEntry(archive, entry, new Growth(growth.outermost)),
      depth: depth + 1,
      file: null,
      growth: growth.outermost,
    });
}

function failed(code: string, name: string, detail: string): Reading {
  return { kind: 'document', name, result: fail(code, name, detail) };
}

/** The bytes of an entry, as they are unpacked. */
async function* unpackEntry(archive: ZipFile, entry: Entry, growth: Growth): AsyncGenerator<Uint8Array> {
  growth.take(entry.compressedSize);
  let [sum, length] = [0, 0];
  for await (const chunk of orDamage(readChunks(archive, entry))) {
    length += chunk.length;
    growth.grow(chunk.length);
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (length !== entry.uncompressedSize || sum !== entry.crc32)
    throw new BadInput('read/damaged', 'its size or check sum is not what the archive says');
}

async function* readChunks(archive: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const stream = await archive.openReadStreamPromise(entry);
  for await (const chunk of stream) yield chunk as Uint8Array;
}

/** The same items; what the library throws over a bad archive becomes bad input. */
async function* orDamage<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  try {
    for await (const item of items) yield item;
  } catch (error) {
    throw asDamage(error);
  }
}

/** The library tells all damage by plain errors; those of the disk have the call that failed. */
function asDamage(error: unknown): unknown {
  return error instanceof Error && !('syscall' in error) && !(error instanceof BadInput)
    ? new BadInput('read/damaged', `not a sound zip archive: ${error.message}`)
    : error;
}
