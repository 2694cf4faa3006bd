import { crc32, deflateRawSync } from 'node:zlib';

/** A file to be put into a zip archive. */
export interface ZipEntry {
  /** Path inside the archive, with forward slashes. */
  readonly name: string;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** Day that every file of an archive has: DOS time begins here. The clock would make the same case another archive each time. */
const DOS_DATE = (1 << 5) | 1;
const VERSION_64 = 45;
/** Sizes and sums stand after the data; names are UTF-8. */
const FLAGS = 0x0008 | 0x0800;
const DEFLATED = 8;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** A zip archive (PKWARE APPNOTE 6.3), piece by piece, with 64-bit sizes and places so that a file may be of any length. Each piece is deflated
 * for itself and ended with a full flush, so nothing is held back and the bytes depend on the pieces alone. */
export async function* zip(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let at = 0;
  for (const { name, pieces } of entries) {
    const path = Buffer.from(name, 'utf8');
    const start = at;
    const head = localHeader(path);
    yield head;
    at += head.length;
    let [crc, packed, size] = [0, 0, 0];
    for await (const piece of pieces) {
      crc = crc32(piece, crc);
      size += piece.length;
      const deflated = deflateRawSync(piece, { finishFlush: SYNC_FLUSH });
      packed += deflated.length;
      yield deflated;
    }
    packed += END_OF_STREAM.length;
    yield END_OF_STREAM;
    const tail = dataDescriptor(crc, packed, size);
    yield tail;
    at += packed + tail.length;
    written.push({ name: path, crc, packed, size, at: start });
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield endOfArchive(written.length, directory.length, at);
}

/** `Z_SYNC_FLUSH` of zlib: ends on a byte without ending the stream. */
const SYNC_FLUSH = 2;

/** An empty last block of a deflated stream. */
const END_OF_STREAM = Buffer.from([0x03, 0x00]);

function localHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(VERSION_64, 4);
  head.writeUInt16LE(FLAGS, 6);
  head.writeUInt16LE(DEFLATED, 8);
  head.writeUInt16LE(DOS_DATE, 12);
  head.writeUInt32LE(FULL_32, 18);
  head.writeUInt32LE(FULL_32, 22);
  head.writeUInt16LE(name.length, 26);
  // The extra field tells readers that the sizes after the data have 64 bits.
  const extra = Buffer.alloc(20);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(16, 2);
  head.writeUInt16LE(extra.length, 28);
  return Buffer.concat([head, name, extra]);
}

function dataDescriptor(crc: number, packed: number, size: number): Buffer {
  const tail = Buffer.alloc(24);
  tail.writeUInt32LE(0x08074b50, 0);
  tail.writeUInt32LE(crc, 4);
  tail.writeBigUInt64LE(BigInt(packed), 8);
  tail.writeBigUInt64LE(BigInt(size), 16);
  return tail;
}

function directoryEntry({ name, crc, packed, size, at }: Written): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(VERSION_64, 4);
  entry.writeUInt16LE(VERSION_64, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(DEFLATED, 10);
  entry.writeUInt16LE(DOS_DATE, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(FULL_32, 20);
  entry.writeUInt32LE(FULL_32, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(FULL_32, 42);
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(size), 4);
  extra.writeBigUInt64LE(BigInt(packed), 12);
  extra.writeBigUInt64LE(BigInt(at), 20);
  entry.writeUInt16LE(extra.length, 30);
  return Buffer.concat([entry, name, extra]);
}

function endOfArchive(count: number, length: number, at: number): Buffer {
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(VERSION_64, 12);
  end64.writeUInt16LE(VERSION_64, 14);
  end64.writeBigUInt64LE(BigInt(count), 24);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(length), 40);
  end64.writeBigUInt64LE(BigInt(at), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(at + length), 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(FULL_16, 8);
  end.writeUInt16LE(FULL_16, 10);
  end.writeUInt32LE(FULL_32, 12);
  end.writeUInt32LE(FULL_32, 16);
  return Buffer.concat([end64, locator, end]);
}
