import { pipeline, Readable, type Transform } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { BadInput } from './bad-input.ts';
import type { Reader } from './source.ts';

/** Most bytes that one packed byte may become. Texts come to 20, lists of near-copies to 100; bombs come to 1,000 and more. */
export const MAX_RATIO = 200;
/** Bytes from which the ratio counts: below, a bomb does no harm. */
export const RATIO_FROM = 16 * 1024 * 1024;

/** Reads what a `.gz` or `.zst` file holds. */
export const readPacked: Reader = (source, _, readInner) => {
  const isZstd = source.format === 'zstd';
  return readInner({
    name: source.name,
    hint: source.hint.replace(/\.(?:gz|zst)$/i, ''),
    chunks: unpack(source.chunks, isZstd ? createZstdDecompress() : createGunzip()),
    depth: source.depth + 1,
    file: null,
    ...(source.container ? { container: source.container } : {}),
  });
};

/** Unpacks a stream as it is read. @throws BadInput where it is damaged, ends early, or grows as only a bomb does */
export async function* unpack(chunks: AsyncIterable<Uint8Array>, unpacker: Transform): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let unpacked = 0;
  const counted = async function* () {
    for await (const chunk of chunks) {
      packed += chunk.length;
      yield chunk;
    }
  };
  // The error comes out of the loop below.
  pipeline(Readable.from(counted(), { objectMode: false }), unpacker, () => {});
  try {
    for await (const chunk of unpacker) {
      unpacked += chunk.length;
      if (unpacked > RATIO_FROM && unpacked > packed * MAX_RATIO)
        throw new BadInput('read/bomb', `grows to more than ${MAX_RATIO} times its size when unpacked`);
      yield chunk;
    }
  } catch (error) {
    if (isZlibError(error)) throw new BadInput('read/damaged', `cannot be unpacked: ${error.message}`);
    throw error;
  }
}

function isZlibError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^(?:Z_|ZSTD_)/.test(String(error.code));
}
