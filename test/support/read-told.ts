import { readSource } from '../../src/inputs/index.ts';

/** What is read of some bytes, told in one line each: `name title|source|url|externalId|published|basis text`, with the note of its container
 * behind it; `name code: detail` of a problem; `name skipped: reason`. */
export async function readTold(
  name: string,
  bytes: string | Uint8Array | AsyncIterable<Uint8Array>,
): Promise<readonly string[]> {
  const chunks = typeof bytes === 'string' || bytes instanceof Uint8Array ? inPieces(Buffer.from(bytes)) : bytes;
  const told: string[] = [];
  for await (const reading of readSource(
    { name, hint: name, chunks, depth: 0, file: null },
    { published: null, source: null },
  )) {
    if (reading.kind === 'skipped') told.push(`${reading.name} skipped: ${reading.reason}`);
    else if (!reading.result.ok) told.push(`${reading.name} ${reading.result.problem.code}: ${reading.result.problem.detail}`);
    else {
      const { title, source, url, externalId, published, publishedBasis, text } = reading.result.value;
      const note = reading.note === undefined ? '' : ` (${reading.note})`;
      told.push(`${reading.name} ${[title, source, url, externalId, published, publishedBasis].join('|')} ${text}${note}`);
    }
  }
  return told;
}

/** Bytes as a stream gives them. */
export async function* inPieces(bytes: Uint8Array, length = 100_000): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length);
}
