import { crc32, createInflateRaw } from 'node:zlib';
import { BadInput } from './bad-input.ts';
import { ByteQueue } from './byte-queue.ts';
import type { Growth } from './growth.ts';

/** First bytes of a member: gzip's mark, packed by deflate. */
const MARK = '\x1f\x8b\x08';
/** What the header of a member has always, and the most it may have with its name, remark and extra field. */
const HEADER = 10;
const MAX_HEADER = 64 * 1024;
/** Flags that tell of more in a header: a check sum of it, an extra field, a name, a remark. */
const [CHECKED, EXTRA, NAMED, REMARKED] = [2, 4, 8, 16] as const;
/** Damaged members after which a file is given up. */
const MAX_LOSSES = 1000;
/** Check sum and length behind a member. */
const TRAILER = 8;
/** Packed bytes inflated at once: what they become is held, a thousand times as much in the worst case. */
const PIECE = 16 * 1024;

/** Unpacks a gzip file as it is read (RFC 1952), member by member: a crawl has one for each record. After a damaged member it goes on with the
 * next; a line end stands where bytes are lost. @throws BadInput at the end, where something was lost, or where it grows as only a bomb does */
export async function* unpackGzip(chunks: AsyncIterable<Uint8Array>, growth: Growth): AsyncGenerator<Uint8Array> {
  const queue = new ByteQueue(counted(chunks, growth));
  try {
    yield* unpackMembers(queue, growth);
  } finally {
    await queue.close();
  }
}

async function* unpackMembers(queue: ByteQueue, growth: Growth): AsyncGenerator<Uint8Array> {
  const losses: string[] = [];
  let members = 0;
  while ((await queue.peek(1)).length > 0 && losses.length < MAX_LOSSES) {
    const at = queue.taken;
    const isMember = (await queue.peek(MARK.length)).toString('latin1') === MARK;
    const lost = isMember ? yield* unpackMember(queue, growth) : 'no gzip';
    if (lost === null) members++;
    else {
      const goesOn = await queue.skipTo(MARK);
      // What follows the last member is padding.
      if (!(goesOn || isMember || members === 0)) break;
      losses.push(`${lost} (at byte ${at})`);
      yield Buffer.from('\n');
      if (!goesOn) break;
    }
  }
  if (losses.length > 0) throw new BadInput('read/damaged', `cannot be unpacked in whole: ${losses[0]}`);
}

async function* counted(chunks: AsyncIterable<Uint8Array>, growth: Growth): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    growth.take(chunk.length);
    yield chunk;
  }
}

/** The bytes of the next member; returns what is wrong with it. */
async function* unpackMember(queue: ByteQueue, growth: Growth): AsyncGenerator<Uint8Array, string | null> {
  const flags = (await queue.peek(HEADER))[3] ?? 0;
  const header = headerLength(await queue.peek(flags === 0 ? HEADER : MAX_HEADER), flags);
  await queue.skip(header ?? MARK.length);
  if (header === null) return 'a header without end';
  const inflater = new Inflater();
  let [sum, length] = [0, 0];
  let last: Buffer = Buffer.alloc(0);
  try {
    for (let isEnded = false; !isEnded; ) {
      const piece = await queue.take(PIECE);
      const step = await inflater.inflate(piece);
      for (const chunk of step.unpacked) {
        growth.grow(chunk.length);
        sum = crc32(chunk, sum);
        length += chunk.length;
        yield chunk;
      }
      isEnded = step.isEnded;
      last = piece.subarray(0, step.used);
      queue.putBack(piece.subarray(step.used));
      if (step.damage !== null) return step.damage;
    }
  } finally {
    inflater.close();
  }
  const trailer = await queue.take(TRAILER);
  const isWhole = trailer.length === TRAILER && trailer.readUInt32LE(0) === sum && trailer.readUInt32LE(4) === length >>> 0;
  if (isWhole) return null;
  // Where it was cut short, what was taken for its end is the next one.
  queue.putBack(Buffer.concat([last, trailer]));
  return 'its check sum is another';
}

/** What came of a piece of packed bytes. */
interface Step {
  readonly unpacked: readonly Buffer[];
  /** Bytes of the piece that belong to the member. */
  readonly used: number;
  readonly isEnded: boolean;
  readonly damage: string | null;
}

/** Inflates a member piece by piece, and tells where it ends. */
class Inflater {
  readonly #stream = createInflateRaw();
  #unpacked: Buffer[] = [];
  #isEnded = false;
  #damage: string | null = null;
  #turn: () => void = () => {};

  constructor() {
    this.#stream.on('data', (chunk: Buffer) => this.#unpacked.push(chunk));
    this.#stream.on('end', () => {
      this.#isEnded = true;
      this.#turn();
    });
    this.#stream.on('error', (error) => {
      this.#damage = error.message;
      this.#turn();
    });
  }

  /** @param piece none at the end of the file */
  async inflate(piece: Buffer): Promise<Step> {
    const before = this.#stream.bytesWritten;
    await new Promise<void>((done) => {
      this.#turn = done;
      if (piece.length === 0) this.#stream.end();
      // The end of the data is told instead, where it comes before that of the piece.
      else this.#stream.write(piece, () => done());
    });
    const unpacked = this.#unpacked;
    this.#unpacked = [];
    return { unpacked, used: this.#stream.bytesWritten - before, isEnded: this.#isEnded, damage: this.#damage };
  }

  close(): void {
    this.#stream.destroy();
  }
}

/** Bytes of a member's header (RFC 1952 §2.3); null where it does not end. */
function headerLength(start: Buffer, flags: number): number | null {
  let at = HEADER;
  if (flags & EXTRA) at += 2 + (start.length >= at + 2 ? start.readUInt16LE(at) : start.length);
  for (const flag of [NAMED, REMARKED])
    if (flags & flag) {
      const zero = start.indexOf(0, at);
      if (zero < 0) return null;
      at = zero + 1;
    }
  if (flags & CHECKED) at += 2;
  return at <= start.length ? at : null;
}
