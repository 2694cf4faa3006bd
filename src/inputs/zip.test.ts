import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { readTold } from '../../test/support/read-told.ts';
import { readSource } from './read-source.ts';

const REPORT = 'The army shelled two villages in the valley on Monday, officials of the province said.';

/** An archive of files, by name. */
async function zipOf(files: Readonly<Record<string, string | Uint8Array>>, compress = true): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, content] of Object.entries(files))
    archive.addBuffer(Buffer.from(content), name, { mtime: new Date(2020, 0, 1), compress });
  archive.end();
  return buffer(archive.outputStream);
}

/** The bytes with one text put in the place of every other of the same length. */
function patched(bytes: Buffer, from: string, to: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
}

describe('zip archives', () => {
  test('entries of every kind are read in the order of the archive, and what is not read is told', async () => {
    const bytes = await zipOf({
      'b/report.txt': REPORT,
      'lines.jsonl': `{"text":"${REPORT}"}\n{`,
      'packed.txt.gz': gzipSync(REPORT),
      'page.html': `<title>T</title><p>${REPORT}</p>`,
      'picture.png': 'x',
      '__MACOSX/._report.txt': 'x',
      'feed.xml': '<rss version="2.0"><channel><title>F</title><item><title>I</title></item></channel></rss>',
      'inner.zip': await zipOf({ 'deep.txt': REPORT }),
    });
    expect((await readTold('a.zip', bytes)).map((line) => line.slice(0, 40))).toEqual([
      'a.zip!b/report.txt |||||unknown The army',
      'a.zip!lines.jsonl:1 |||||unknown The arm',
      'a.zip!lines.jsonl:2 read/bad-json: Expec',
      'a.zip!packed.txt.gz |||||unknown The arm',
      'a.zip!page.html T|||||unknown T\n\nThe arm',
      'a.zip!picture.png skipped: an ending tha',
      'a.zip!__MACOSX/._report.txt skipped: an ',
      'a.zip!feed.xml:1 read/empty: an item wit',
      'a.zip!inner.zip!deep.txt |||||unknown Th',
    ]);
  });

  test('a damaged or locked entry is named and the others are read; its name is only a name', async () => {
    const bytes = await zipOf({ 'aaaaaa.txt': REPORT, 'good.txt': REPORT }, false);
    const wrongSum = patched(bytes, REPORT, REPORT.replace('two', 'six')).toString('latin1');
    const one = Buffer.from(wrongSum.replace('six', 'two'), 'latin1');
    expect((await readTold('a.zip', one)).map((line) => line.slice(0, 35))).toEqual([
      'a.zip!aaaaaa.txt |||||unknown The a',
      'a.zip!good.txt read/damaged: its si',
    ]);
    const climbing = await readTold('a.zip', patched(bytes, 'aaaaaa.txt', '../../.txt'));
    expect(climbing.map((line) => line.slice(0, 24))).toEqual(['a.zip!../../.txt |||||un', 'a.zip!good.txt |||||unkn']);
    const hostile = await readTold('a.zip', patched(bytes, 'aaaaaa.txt', 'a\u001b[2J\n.txt'));
    expect(hostile[0]).toMatch(/^a\.zip!a\ufffd\[2J \.txt /);
    const locked = Buffer.from(bytes);
    const directory = locked.indexOf('PK\x01\x02', 0, 'latin1');
    locked.writeUInt16LE(locked.readUInt16LE(directory + 8) | 1, directory + 8);
    expect((await readTold('a.zip', locked)).map((line) => line.slice(0, 32))).toEqual([
      'a.zip!aaaaaa.txt read/encrypted:',
      'a.zip!good.txt |||||unknown The ',
    ]);
  });

  test.each([
    {
      name: 'cut short',
      bytes: async () => (await zipOf({ 'a.txt': REPORT })).subarray(0, -30),
      told: /^a\.zip read\/damaged: /,
    },
    { name: 'no archive', bytes: async () => Buffer.from('<html>not found</html>'), told: /^a\.zip read\/damaged: / },
    {
      name: 'an entry that swells',
      bytes: () => zipOf({ 'a.jsonl': Buffer.alloc(40 << 20, 10) }),
      told: /^a\.zip!a\.jsonl read\/bomb: /,
    },
    {
      name: 'archives within archives',
      bytes: () => [1, 2, 3, 4, 5].reduce(async (inner) => zipOf({ 'a.zip': await inner }), zipOf({ 'a.txt': REPORT })),
      told: /^a\.zip!a\.zip!a\.zip!a\.zip!a\.zip read\/too-deep: /,
    },
  ])('$name', async ({ bytes, told }) => {
    expect(await readTold('a.zip', await bytes())).toEqual([expect.stringMatching(told)]);
  });

  test('many entries that swell a little each come to no more than the archive may', async () => {
    // 15 MiB each, too little for an entry's own bound.
    const lines = Buffer.alloc(15 << 20, 10);
    const bytes = await zipOf(Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`${index}.jsonl`, lines])));
    const told = await readTold('a.zip', bytes);
    expect(told[0]).toBe('a.zip!0.jsonl skipped: nothing in it');
    expect(told.slice(2)).toHaveLength(4);
    for (const line of told.slice(2)) expect(line).toMatch(/^a\.zip!\d\.jsonl read\/bomb: /);
  });

  test('an archive on the disk is read from there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lapwing-zip-'));
    try {
      const file = join(folder, 'a.zip');
      await writeFile(file, await zipOf({ 'a.txt': REPORT, 'b.txt': REPORT }));
      const names: string[] = [];
      const chunks = (async function* () {})();
      for await (const reading of readSource(
        { name: file, hint: file, chunks, depth: 0, file },
        { published: null, source: null },
      ))
        names.push(reading.name.slice(folder.length + 1));
      expect(names).toEqual(['a.zip!a.txt', 'a.zip!b.txt']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
