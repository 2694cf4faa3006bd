import { pipeline, Readable, type Transform } from 'node:stream';
import { createZstdDecompress } from 'node:zlib';
import { BadInput } from './bad-input.ts';
import { Growth } from './growth.ts';
import { unpackGzip } from './gzip-members.ts';
import type { Reader } from './source.ts';

/** Reads what a `.gz` or `.zst` file holds. */
export const readPacked: Reader = (source, _, readInner) => {
  const growth = new Growth(source.growth);
  return readInner({
    name: source.name,
    hint: source.hint.replace(/\.(?:gz|zst)$/i, ''),
    chunks:
      source.format === 'zstd' ? unpack(source.chunks, createZstdDecompress(), growth) : unpackGzip(source.chunks, growth),
    depth: source.depth + 1,
    file: null,
    growth: growth.outermost,
    ...(source.container ? { container: source.container } : {}),
  });
};

/** Unpacks a stream as it is read. @throws BadInput where it is damaged, ends early, or grows as only a bomb does */
export async function* unpack(
  chunks: AsyncIterable<Uint8Array>,
  unpacker: Transform,
  growth: Growth,
): AsyncGenerator<Uint8Array> {
  const counted = async function* () {
    for await (const chunk of chunks) {
      growth.take(chunk.length);
      yield chunk;
    }
  };
  // The error comes out of the loop below.
  pipeline(Readable.from(counted(), { objectMode: false }), unpacker, () => {});
  try {
    for await (const chunk of unpacker) {
      growth.grow(chunk.length);
      yield chunk;
    }
  } catch (error) {
    if (isZlibError(error)) throw new BadInput('read/damaged', `cannot be unpacked: ${error.message}`);
    throw error;
  }
}

/** Whether an error is what zlib, Brotli or Zstandard say of bytes that are not theirs. */
function isZlibError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^(?:Z_|ZSTD_|ERR__ERROR_)/.test(String(error.code));
}
