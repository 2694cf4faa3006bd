import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { type ZipEntry, zip } from './zip.ts';

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

async function archiveOf(entries: readonly ZipEntry[]): Promise<Buffer> {
  return buffer(zip(entries));
}

const entries = (): readonly ZipEntry[] => [
  { name: 'a.csv', pieces: pieces('one\n', 'two\n', '') },
  { name: 'ünïcode.csv', pieces: pieces() },
  { name: 'c.csv', pieces: pieces('x'.repeat(100_000), 'y'.repeat(100_000)) },
];

let seed = 1;

/** Bytes that do not pack. */
function noise(length: number): Uint8Array {
  return Uint8Array.from({ length }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed >>> 24;
  });
}

test('an archive that another program reads', async () => {
  const archive = await fromBufferPromise(await archiveOf(entries()), {});
  const read: (readonly [string, string])[] = [];
  for await (const entry of archive.eachEntry())
    read.push([entry.fileName, (await buffer(await archive.openReadStreamPromise(entry))).toString()]);
  expect(read).toEqual([
    ['a.csv', 'one\ntwo\n'],
    ['ünïcode.csv', ''],
    ['c.csv', 'x'.repeat(100_000) + 'y'.repeat(100_000)],
  ]);
});

test('the same bytes each time, however the contents are cut', async () => {
  const first = await archiveOf(entries());
  const cut = [{ name: 'a.csv', pieces: pieces('o', 'ne\ntw', 'o\n') }, ...entries().slice(1)];
  expect((await archiveOf(cut)).equals(first)).toBe(true);
});

test('no archive of nothing, and none of a file that fails', async () => {
  expect((await archiveOf([])).subarray(0, 4).toString('latin1')).toBe('PK\x06\x06');
  const failing = (async function* () {
    yield Buffer.from('x');
    throw new RangeError('the table is gone');
  })();
  await expect(
    archiveOf([
      { name: 'a', pieces: pieces('y') },
      { name: 'b', pieces: failing },
    ]),
  ).rejects.toThrow('the table is gone');
});

test('pieces are asked for as the archive is read, and no more where it is given up', async () => {
  let asked = 0;
  let isClosed = false;
  const endless = (async function* () {
    try {
      for (;;) {
        asked++;
        yield noise(50_000);
      }
    } finally {
      isClosed = true;
    }
  })();
  let length = 0;
  for await (const chunk of zip([{ name: 'a', pieces: endless }])) {
    length += chunk.length;
    if (length > 1_000_000) break;
  }
  await new Promise((done) => setTimeout(done, 20));
  expect(asked).toBeLessThan(60);
  expect(isClosed).toBe(true);
});
