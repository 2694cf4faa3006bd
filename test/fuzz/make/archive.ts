import { crc32, deflateRawSync } from 'node:zlib';
import type { Chance } from '../chance.ts';
import { damage } from './damage.ts';

const NAMES = [
  'a.txt',
  'b.html',
  'c.jsonl',
  'in/d.txt',
  '../../etc/e.txt',
  '/f.txt',
  'C:\\g.txt',
  'h.gz',
  'i.zip',
  'j.bin',
  'k/',
  '\u202eltm.txt',
  '',
];

/** A zip archive of some files, sound or not: names that climb out, sizes that lie, entries that lie upon each other.
 * @param make what is in a file */
export function makeArchive(chance: Chance, make: () => Uint8Array): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (let count = chance.size(0, 5); count > 0; count--) {
    const bytes = make();
    const isStored = chance.is(0.2);
    const packed = isStored ? Buffer.from(bytes) : deflateRawSync(bytes);
    const lie = (true_: number) => (chance.is(0.05) ? chance.pick([0, 1, 0xffffffff, true_ + 1]) : true_);
    const entry = {
      ...{ name: Buffer.from(chance.pick(NAMES)), flags: chance.is(0.05) ? chance.below(0x10000) : 0x0800 },
      ...{ method: chance.is(0.05) ? chance.below(100) : isStored ? 0 : 8, crc: lie(crc32(bytes)) },
      ...{ packed: lie(packed.length), size: lie(bytes.length), at: lie(at) },
    };
    const local = Buffer.concat([header(entry, false), packed]);
    locals.push(local);
    directory.push(header(entry, true));
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(chance.is(0.9) ? directory.length : chance.below(0x10000), 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  const whole = Buffer.concat([...locals, listed, end]);
  return chance.is(0.3) ? damage(chance, whole) : whole;
}

interface Entry {
  readonly name: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** The header before a file, or its entry in the directory at the end (PKWARE APPNOTE 4.3.7, 4.3.12). */
function header({ name, flags, method, crc, packed, size, at }: Entry, isListed: boolean): Buffer {
  const head = Buffer.alloc(isListed ? 46 : 30);
  const rest = isListed ? 2 : 0;
  head.writeUInt32LE(isListed ? 0x02014b50 : 0x04034b50, 0);
  head.writeUInt16LE(20, 4 + rest);
  head.writeUInt16LE(flags, 6 + rest);
  head.writeUInt16LE(method, 8 + rest);
  head.writeUInt32LE(crc >>> 0, 14 + rest);
  head.writeUInt32LE(packed >>> 0, 18 + rest);
  head.writeUInt32LE(size >>> 0, 22 + rest);
  head.writeUInt16LE(name.length, 26 + rest);
  if (isListed) head.writeUInt32LE(at >>> 0, 42);
  return Buffer.concat([head, name]);
}
