import { ByteQueue } from '../byte-queue.ts';
import { endOfHeaders, readHeaderBlock } from './header-block.ts';

/** Most bytes of a record's headers. */
const MAX_HEADERS = 64 * 1024;

/** What was found at a place of a WARC file. */
export interface WarcEntry {
  /** Counted from 1. */
  readonly number: number;
  /** Header fields, names in lower case; none where they cannot be read. */
  readonly fields: ReadonlyMap<string, string>;
  /** What it holds; null where it was not wanted or is damaged. */
  readonly block: Buffer | null;
  /** What is wrong with it. */
  readonly damage: string | null;
}

/** The records of a WARC file (ISO 28500) one by one. Of a damaged record no more is held than its bounds, what follows it is looked for by the
 * next first line of a record, and a file cut short ends.
 * @param most bytes that are wanted of a record with these header fields; one with more is passed over. */
export async function* readRecords(
  chunks: AsyncIterable<Uint8Array>,
  most: (fields: ReadonlyMap<string, string>) => number,
): AsyncGenerator<WarcEntry> {
  const queue = new ByteQueue(chunks);
  try {
    for (let number = 1; ; number++) {
      await skipLineEnds(queue);
      if ((await queue.peek(1)).length === 0) return;
      const entry = await readRecord(queue, number, most);
      yield entry;
      if (entry.damage !== null && !(await toNextRecord(queue))) return;
    }
  } finally {
    await queue.close();
  }
}

async function readRecord(
  queue: ByteQueue,
  number: number,
  most: (fields: ReadonlyMap<string, string>) => number,
): Promise<WarcEntry> {
  const at = queue.taken;
  const damaged = (damage: string, fields: ReadonlyMap<string, string> = new Map()): WarcEntry => ({
    number,
    fields,
    block: null,
    damage: `${damage} (record ${number}, at byte ${at})`,
  });
  const start = await queue.peek(MAX_HEADERS);
  if (!/^WARC\/\d\.\d/.test(start.subarray(0, 8).toString('latin1'))) return damaged('no WARC record');
  const place = endOfHeaders(start);
  if (place === null) return damaged(`headers without end in ${start.length} bytes`);
  await queue.take(place.next);
  const fields = readHeaderBlock(start.subarray(0, place.end).toString('utf8'))?.fields;
  if (!fields) return damaged('a header line without a name');
  const length = /^\d{1,15}$/.test(fields.get('content-length') ?? '') ? Number(fields.get('content-length')) : null;
  if (length === null) return damaged('no Content-Length', fields);
  const isWanted = length <= most(fields);
  const block = isWanted ? await queue.take(length) : null;
  const isWhole = block === null ? await queue.skip(length) : block.length === length;
  if (!isWhole) return damaged('the file ends within it', fields);
  if (!/^(?:[\r\n]|WARC\/|$)/.test((await queue.peek(5)).toString('latin1')))
    return damaged('its Content-Length is not its length', fields);
  return { number, fields, block, damage: null };
}

async function skipLineEnds(queue: ByteQueue): Promise<void> {
  for (;;) {
    const next = (await queue.peek(1))[0];
    if (next !== 0x0a && next !== 0x0d) return;
    await queue.skip(1);
  }
}

/** Goes to the next line that begins a record. False where there is none. */
async function toNextRecord(queue: ByteQueue): Promise<boolean> {
  if (!(await queue.skipTo('\nWARC/1.'))) return false;
  return queue.skip(1);
}
