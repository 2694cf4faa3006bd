import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { BadInput } from './bad-input.ts';
import type { Growth } from './growth.ts';
import { unpack } from './unpack.ts';

const UNPACKERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/** The body of an HTTP message without its Content-Encoding (RFC 9110 §8.4). @throws BadInput for one that is not known or does not hold */
export function decodeContent(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string | undefined,
  growth: Growth,
): AsyncIterable<Uint8Array> {
  const named = encoding?.trim().toLowerCase() || 'identity';
  if (named === 'identity') return chunks;
  const unpacker = UNPACKERS[named];
  if (!unpacker) throw new BadInput('read/damaged', `is packed as ${JSON.stringify(named.slice(0, 40))}, which is not read`);
  return unpack(chunks, unpacker(), growth);
}

/** A Content-Type's type in lower case and its charset (RFC 9110 §8.3). */
export function readContentType(value: string | undefined): { readonly type: string; readonly charset: string | null } {
  const type = /^\s{0,8}([\w.+/-]{1,100})/.exec(value ?? '')?.[1]?.toLowerCase() ?? '';
  return { type, charset: /;\s{0,8}charset\s{0,8}=\s{0,8}"?([\w-]{2,30})/i.exec(value ?? '')?.[1] ?? null };
}
