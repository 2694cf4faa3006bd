import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readSource } from './read-source.ts';

const REPORT = 'The army shelled two villages in the valley on Monday, officials of the province said.';
const NO_FACTS = { published: null, source: null };

/** What is read of some bytes, told in one line each. */
async function read(name: string, bytes: string | Uint8Array | AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const chunks = typeof bytes === 'string' || bytes instanceof Uint8Array ? inPieces(Buffer.from(bytes)) : bytes;
  const told: string[] = [];
  for await (const reading of readSource({ name, hint: name, chunks, depth: 0, file: null }, NO_FACTS)) {
    if (reading.kind === 'skipped') told.push(`${reading.name} skipped: ${reading.reason}`);
    else if (!reading.result.ok) told.push(`${reading.name} ${reading.result.problem.code}`);
    else {
      const { title, source, url, externalId, published, publishedBasis, text } = reading.result.value;
      told.push(`${reading.name} ${[title, source, url, externalId, published, publishedBasis].join('|')} ${text}`);
    }
  }
  return told;
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 100_000) yield bytes.subarray(start, start + 100_000);
}

const LINES = [`{"id":1,"text":"${REPORT}"}`, '{', `{"id":3,"text":"${REPORT}"}`].join('\n');

describe('packed files', () => {
  test.each([
    { name: 'lines.jsonl.gz', bytes: gzipSync(LINES) },
    { name: 'lines.gz', bytes: gzipSync(LINES) },
    { name: 'LINES.JSONL.ZST', bytes: zstdCompressSync(LINES) },
    { name: 'parts.jsonl.gz', bytes: Buffer.concat([gzipSync(LINES.slice(0, 20)), gzipSync(LINES.slice(20))]) },
  ])('$name', async ({ name, bytes }) => {
    expect((await read(name, bytes)).map((line) => line.slice(0, name.length + 16))).toEqual(
      [`${name}:1 |||1||unknown T`, `${name}:2 read/bad-json`, `${name}:3 |||3||unknown T`].map((line) =>
        line.slice(0, name.length + 16),
      ),
    );
  });

  const many = Array.from({ length: 3000 }, (_, index) => `{"id":${index},"text":"${REPORT} ${Math.sin(index)}"}`).join('\n');
  test.each([
    { name: 'gzip cut short', bytes: gzipSync(many).subarray(0, -5000) },
    { name: 'zstd cut short', bytes: zstdCompressSync(many).subarray(0, -5000) },
  ])('$name: what came before is read, the damage is named', async ({ bytes }) => {
    const told = await read('cut', bytes);
    expect(told.length).toBeGreaterThan(100);
    expect(told.filter((line) => /^cut(?::\d+)? read\//.test(line)).at(-1)).toBe('cut read/damaged');
  });

  test.each([
    { name: 'not packed at all', file: 'a.gz', bytes: 'plain words', code: 'read/damaged' },
    { name: 'a bomb', file: 'a.jsonl.gz', bytes: gzipSync(Buffer.alloc(40 << 20, 10)), code: 'read/bomb' },
    { name: 'a bomb of text', file: 'a.txt.gz', bytes: gzipSync(Buffer.alloc(40 << 20, 97)), code: 'read/too-large' },
    {
      name: 'too many layers',
      file: 'a',
      bytes: [1, 2, 3, 4, 5].reduce((inner) => gzipSync(inner), Buffer.from('a')),
      code: 'read/too-deep',
    },
  ])('$name', async ({ file, bytes, code }) => {
    expect(await read(file, bytes)).toEqual([`${file} ${code}`]);
  });
});

test('a line of 100 MB is refused by its length, without being held, and the next is read', async () => {
  const lines = async function* () {
    yield Buffer.from('{"text":"');
    for (let count = 0; count < 100; count++) yield Buffer.alloc(1 << 20, 97);
    yield Buffer.from(`"}\n{"text":"${REPORT}"}\n`);
  };
  const told = await read('long.jsonl', lines());
  expect(told[0]).toBe('long.jsonl:1 read/too-large');
  expect(told[1]).toContain(REPORT);
});
