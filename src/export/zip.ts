import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file to be put into a zip archive. */
export interface ZipEntry {
  /** Path inside the archive, with forward slashes. */
  readonly name: string;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** What every file of an archive has: the first day of DOS time, since the clock would make the same case another archive each time; the rights of
 * an ordinary file; 64-bit sizes, so that it may be of any length. The day is made in local time, which is what the archive's field is in. */
const FACTS = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true, forceZip64Format: true } as const;

/** A zip archive, piece by piece: files are asked for their pieces one after the other, as the archive is read. Its bytes depend on names and contents
 * alone. */
export async function* zip(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const archive = new ZipFile();
  const output = archive.outputStream;
  if (!(output instanceof Readable)) throw new TypeError('the archive gives no stream of Node');
  let open: Readable | null = null;
  archive.on('error', (error: Error) => output.destroy(error));
  for (const { name, pieces } of entries)
    archive.addReadStreamLazy(name, FACTS, (give) => {
      open = Readable.from(pieces, { objectMode: false });
      // The library does not listen: without this an export that fails would never end.
      open.on('error', (error) => output.destroy(error));
      give(null, open);
    });
  archive.end({ forceZip64Format: true, comment: '' });
  try {
    for await (const chunk of output) yield chunk as Uint8Array;
  } finally {
    closeStream(open);
  }
}

/** Ends what a file was being read from, where the archive is given up before its end. */
function closeStream(stream: Readable | null): void {
  stream?.destroy();
}
