import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readTold } from '../../test/support/read-told.ts';

const REPORT = 'The army shelled two villages in the valley on Monday, officials of the province said.';

test.each([
  {
    name: 'what begins like a feed',
    file: 'a',
    bytes: `<rss version="2.0"><channel><title>T</title><item><title>I</title></item></channel></rss>`,
    told: 'a:1 read/empty',
  },
  {
    name: 'what begins like a message',
    file: 'a',
    bytes: `Received: by x\n\twith y\nMessage-ID: <m@x>\nSubject: S\n\n${REPORT}`,
    told: 'a S||',
  },
  { name: 'a packed page that is named as one', file: 'a.txt', bytes: gzipSync(REPORT), told: 'a.txt |||' },
  {
    name: 'a text that begins with a label',
    file: 'a',
    bytes: `Subject: peace talks\n\n${REPORT}`,
    told: 'a Subject: peace talks|||||unknown',
  },
  {
    name: 'a file of a word processor',
    file: 'a.docx',
    bytes: Buffer.from(`PK\x03\x04${'\0'.repeat(26)}[Content_Types].xml`, 'latin1'),
    told: 'a.docx read/binary',
  },
  { name: 'lines without a document', file: 'a.jsonl', bytes: '\n\n', told: 'a.jsonl skipped: nothing in it' },
  { name: 'an XML file of another kind', file: 'a.xml', bytes: '<urlset><url/></urlset>', told: 'a.xml read/not-a-feed' },
])('$name', async ({ file, bytes, told }) => {
  const [line = ''] = await readTold(file, bytes);
  expect(line.slice(0, told.length)).toBe(told);
});

const LINES = [`{"id":1,"text":"${REPORT}"}`, '{', `{"id":3,"text":"${REPORT}"}`].join('\n');

describe('packed files', () => {
  test.each([
    { name: 'lines.jsonl.gz', bytes: gzipSync(LINES) },
    { name: 'lines.gz', bytes: gzipSync(LINES) },
    { name: 'LINES.JSONL.ZST', bytes: zstdCompressSync(LINES) },
    { name: 'parts.jsonl.gz', bytes: Buffer.concat([gzipSync(LINES.slice(0, 20)), gzipSync(LINES.slice(20))]) },
  ])('$name', async ({ name, bytes }) => {
    expect((await readTold(name, bytes)).map((line) => line.slice(0, name.length + 16))).toEqual(
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
    const told = await readTold('cut', bytes);
    expect(told.length).toBeGreaterThan(100);
    expect(told.filter((line) => /^cut(?::\d+)? read\//.test(line)).at(-1)).toMatch(/^cut read\/damaged: /);
  });

  test.each([
    { name: 'not packed at all', file: 'a.gz', bytes: 'plain words', code: 'read/damaged' },
    { name: 'a bomb', file: 'a.jsonl.gz', bytes: gzipSync(Buffer.alloc(40 << 20, 10)), code: 'read/bomb' },
    { name: 'a bomb of text', file: 'a.txt.gz', bytes: gzipSync(Buffer.alloc(40 << 20, 97)), code: 'read/too-large' },
    {
      name: 'a bomb with a name of a page',
      file: 'a.html',
      bytes: gzipSync(Buffer.alloc(40 << 20, 97)),
      code: 'read/too-large',
    },
    { name: 'a bomb in a package', file: 'a.gz', bytes: gzipSync(gzipSync(Buffer.alloc(400 << 20, 10))), code: 'read/bomb' },
    {
      name: 'too many layers',
      file: 'a',
      bytes: [1, 2, 3, 4, 5].reduce((inner) => gzipSync(inner), Buffer.from('a')),
      code: 'read/too-deep',
    },
  ])('$name', async ({ file, bytes, code }) => {
    expect((await readTold(file, bytes)).map((line) => line.replace(/: .*/, ''))).toEqual([`${file} ${code}`]);
  });
});

test('a line of 100 MB is refused by its length, without being held, and the next is read', async () => {
  const lines = async function* () {
    yield Buffer.from('{"text":"');
    for (let count = 0; count < 100; count++) yield Buffer.alloc(1 << 20, 97);
    yield Buffer.from(`"}\n{"text":"${REPORT}"}\n`);
  };
  const told = await readTold('long.jsonl', lines());
  expect(told[0]).toMatch(/^long\.jsonl:1 read\/too-large: /);
  expect(told[1]).toContain(REPORT);
});
