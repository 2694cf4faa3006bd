import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGzip, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordFaults } from '../../src/api/index.ts';
import { zip } from '../../src/export/zip.ts';
import { ROOT } from '../support/documents.ts';

/** Files that would fill the memory or never end, given to the program as a user would: it says why it will not read them and goes on with the
 * next, in as much memory as it is allowed. */

/** Memory of the program's own objects, in MB; with buffers and weights a process stays below {@link MOST_RSS}. */
const HEAP = 512;
const MOST_RSS = 1200;
const TIMEOUT = 240_000;
const MEGABYTE = 1 << 20;
const SOUND = 'Rebels attacked a convoy near the border on Monday, the army said.';

const folder = mkdtempSync(join(tmpdir(), 'lapwing-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file of one megabyte after the other. */
async function writeMegabytes(name: string, count: number, megabyte: Uint8Array, packed = false): Promise<void> {
  const file = createWriteStream(join(folder, name));
  const into = packed ? createGzip() : file;
  if (packed) into.pipe(file);
  for (let at = 0; at < count; at++) if (!into.write(megabyte)) await once(into, 'drain');
  into.end();
  await once(file, 'close');
}

async function writeZip(name: string, inner: Uint8Array): Promise<void> {
  const pieces: Uint8Array[] = [];
  const once = async function* () {
    yield inner;
  };
  for await (const piece of zip([{ name: 'inner.zip', pieces: once() }])) pieces.push(piece);
  writeFileSync(join(folder, name), Buffer.concat(pieces));
}

interface Ran {
  readonly code: number | null;
  readonly records: readonly string[];
  readonly errors: string;
  readonly peak: number;
}

/** Runs `lapwing code` with little memory. */
async function code(...files: readonly string[]): Promise<Ran> {
  const report = join(folder, 'peak.txt');
  const hook = `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(report)}, String(process.resourceUsage().maxRSS)))`;
  const hookFile = join(folder, 'hook.cjs');
  writeFileSync(hookFile, hook);
  const child = spawn(process.execPath, [
    ...[`--max-old-space-size=${HEAP}`, '--require', hookFile, join(ROOT, 'src/cli/main.ts'), 'code'],
    ...files.map((file) => join(folder, file)),
  ]);
  let [out, errors] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const [exit] = (await once(child, 'close')) as [number | null];
  const peak = Number(readFileSync(report, 'utf8')) / 1024;
  return { code: exit, records: out.split('\n').filter((line) => line !== ''), errors, peak };
}

beforeAll(async () => {
  const zeros = Buffer.alloc(MEGABYTE);
  const letters = Buffer.alloc(MEGABYTE, 'abcdefg ');
  writeFileSync(join(folder, 'sound.txt'), SOUND);
  await writeMegabytes('line.jsonl', 100, Buffer.from(`${'x'.repeat(MEGABYTE)}`));
  await writeMegabytes('line.txt', 100, letters);
  await writeMegabytes('bomb.txt.gz', 600, zeros, true);
  await writeMegabytes('bomb.jsonl.gz', 600, letters, true);
  const bomb = gzipSync(Buffer.alloc(64 * MEGABYTE));
  writeFileSync(join(folder, 'twice.txt.gz.gz'), gzipSync(bomb));
  await writeZip('bomb.zip', Buffer.alloc(200 * MEGABYTE));
  writeFileSync(join(folder, 'deep.html'), `${'<div>'.repeat(99_000)}${SOUND}`);
  writeFileSync(join(folder, 'deeper.html'), `${'<b>'.repeat(600_000)}${SOUND}`);
  writeFileSync(join(folder, 'deep.jsonl'), `{"text":${'['.repeat(2_000_000)}`);
  writeFileSync(
    join(folder, 'utf8.txt'),
    Buffer.concat([Buffer.from(SOUND), Buffer.from([0xc0, 0xaf, 0xed, 0xa0, 0x80, 0xff])]),
  );
  writeFileSync(join(folder, 'half.jsonl'), '{"text":"\\ud800 Rebels attacked a convoy \\udfff on Monday."}\n');
  writeFileSync(join(folder, 'bidi.txt'), `\u202e${SOUND}\u202c \u2066شرطة\u2069 ${SOUND}`);
}, TIMEOUT);

test.each([
  { name: 'a line of 100 MB in JSON lines', file: 'line.jsonl', says: /read\/too-large/ },
  { name: 'a text of 100 MB without a line end', file: 'line.txt', says: /read\/too-large/ },
  { name: '600 MB of zeros, packed', file: 'bomb.txt.gz', says: /read\/(?:bomb|too-large)/ },
  { name: '600 MB in a line, packed', file: 'bomb.jsonl.gz', says: /read\/(?:bomb|too-large)/ },
  { name: 'zeros packed twice', file: 'twice.txt.gz.gz', says: /read\/(?:bomb|too-large|binary)/ },
  { name: '200 MB of zeros in an archive', file: 'bomb.zip', says: /read\/[a-z-]+/ },
  { name: 'elements nested 99,000 deep', file: 'deep.html', says: /read\/html-too-deep/ },
  { name: 'elements nested 600,000 deep', file: 'deeper.html', says: /read\/html-too-large/ },
  { name: 'lists nested 2,000,000 deep', file: 'deep.jsonl', says: /read\/bad-json/ },
])('$name: refused in words, and the next file is read', { timeout: TIMEOUT }, async ({ file, says }) => {
  const ran = await code(file, 'sound.txt');
  expect(ran.errors).toMatch(says);
  expect(ran.errors).not.toMatch(/\n\s+at /);
  expect(ran.records).toHaveLength(1);
  expect(ran.code).toBe(1);
  expect(ran.peak).toBeLessThan(MOST_RSS);
});

test.each([
  { name: 'broken UTF-8', file: 'utf8.txt' },
  { name: 'halves of pairs', file: 'half.jsonl' },
  { name: 'direction marks', file: 'bidi.txt' },
])('$name: read, and the record keeps its promises', { timeout: TIMEOUT }, async ({ file }) => {
  const { records, code: exit, errors } = await code(file);
  expect([exit, errors]).toEqual([0, '']);
  const [record] = records.map((line) => JSON.parse(line));
  expect(record.document.text.isWellFormed()).toBe(true);
  expect(record.document.text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  expect(record.events.length).toBeGreaterThan(0);
  expect(recordFaults(record)).toEqual([]);
});
