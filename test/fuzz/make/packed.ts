import { gzipSync, zstdCompressSync } from 'node:zlib';
import type { Chance } from '../chance.ts';
import { damage } from './damage.ts';

/** Bytes packed once or more, by one packer or another, now and then damaged, doubled or followed by something. */
export function makePacked(chance: Chance, bytes: Uint8Array): Uint8Array {
  let packed = Buffer.from(bytes);
  for (let times = chance.size(1, 6); times > 0; times--) packed = chance.is(0.7) ? gzipSync(packed) : zstdCompressSync(packed);
  if (chance.is(0.1)) packed = Buffer.concat([packed, packed]);
  return chance.is(0.4) ? damage(chance, packed) : packed;
}
