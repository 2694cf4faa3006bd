import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { WARCRecord, WARCSerializer } from 'warcio';
import { inPieces, readTold } from '../../../test/support/read-told.ts';

const REPORT = 'The army shelled two villages in the valley on Monday, officials of the province said.';
const PAGE = `<html><head><title>T</title></head><body><p>${REPORT}</p></body></html>`;

interface Kept {
  readonly type?: 'response' | 'request' | 'metadata' | 'resource';
  readonly status?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A record as another program writes it. */
async function record(number: number, { type = 'response', status = '200 OK', headers, body = PAGE }: Kept = {}, gzip = false) {
  const made = WARCRecord.create(
    {
      type,
      url: `https://a.example/${number}`,
      date: '2017-02-20T10:00:00Z',
      warcHeaders: { 'WARC-Record-ID': `<urn:uuid:${number}>` },
      httpHeaders: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
      statusline: `HTTP/1.1 ${status}`,
    },
    [Buffer.from(body)],
  );
  return Buffer.from(await WARCSerializer.serialize(made, { gzip }));
}

const read = (number: number) =>
  `a.warc:${number} T||https://a.example/${number}|urn:uuid:${number}||unknown T\n\n${REPORT} (crawled 2017-02-20)`;

describe('WARC files', () => {
  test.each([
    { name: 'plain', file: 'a.warc', gzip: false },
    { name: 'packed record by record', file: 'a.warc.gz', gzip: true },
  ])('$name: pages are read, companions passed over, the rest told', async ({ file, gzip }) => {
    const records = await Promise.all([
      record(1, { type: 'request', body: '' }, gzip),
      record(2, {}, gzip),
      record(3, { status: '404 Not Found' }, gzip),
      record(4, { headers: { 'Content-Type': 'image/png' } }, gzip),
      record(5, { type: 'metadata', body: 'a: b' }, gzip),
      record(6, { type: 'resource' }, gzip),
      record(7, {}, gzip),
    ]);
    expect(await readTold(file, Buffer.concat(records))).toEqual(
      [
        read(2),
        'a.warc:3 skipped: HTTP status 404 https://a.example/3',
        'a.warc:4 skipped: image/png, not a web page https://a.example/4',
        'a.warc:6 skipped: a WARC record of type "resource"',
        read(7),
      ].map((line) => line.replace('a.warc', file)),
    );
  });

  test('a crawl with a damaged part: its record is named, those around it are read', async () => {
    const [first, second, third, fourth] = await Promise.all([1, 2, 3, 4].map((number) => record(number, {}, true)));
    const bytes = Buffer.concat(
      [first ?? '', second?.subarray(0, -80) ?? '', third ?? '', fourth ?? ''].map((part) => Buffer.from(part)),
    );
    const told = await readTold('a.warc.gz', bytes);
    expect(told[1]).toMatch(/^a\.warc\.gz:2 read\/bad-record: its Content-Length is not its length/);
    expect(told.toSpliced(1, 1)).toEqual([
      ...[1, 3, 4].map((number) => read(number).replace('a.warc', 'a.warc.gz')),
      expect.stringMatching(/^a\.warc\.gz read\/damaged: cannot be unpacked in whole: /),
    ]);
  });

  const chunked = `${PAGE.length.toString(16)}\r\n${PAGE}\r\n0\r\n\r\n`;
  test.each([
    { name: 'in chunks', kept: { headers: { 'Transfer-Encoding': 'chunked' }, body: chunked } },
    { name: 'said to be in chunks, kept whole', kept: { headers: { 'Transfer-Encoding': 'chunked' } } },
    { name: 'gzip', kept: { headers: { 'Content-Encoding': 'gzip' }, body: gzipSync(PAGE) } },
    { name: 'brotli', kept: { headers: { 'Content-Encoding': 'br' }, body: brotliCompressSync(PAGE) } },
  ])('a response $name', async ({ kept }) => {
    expect(await readTold('a.warc', await record(1, kept))).toEqual([read(1)]);
  });

  test.each([
    { name: 'unknown packing', kept: { headers: { 'Content-Encoding': 'zip9' } }, code: 'read/damaged' },
    { name: 'not packed as it says', kept: { headers: { 'Content-Encoding': 'gzip' } }, code: 'read/damaged' },
    {
      name: 'a bomb',
      kept: { headers: { 'Content-Encoding': 'gzip' }, body: gzipSync(Buffer.alloc(40 << 20, 97)) },
      code: 'read/too-large',
    },
    { name: 'a page of 5 MB', kept: { body: Buffer.alloc(5 << 20, 97) }, code: 'read/too-large' },
  ])('$name: a problem, and the next is read', async ({ kept, code }) => {
    const told = await readTold('a.warc', Buffer.concat([await record(1, kept), await record(2)]));
    expect(told.map((line) => line.split(':').slice(0, 2).join(':').slice(0, 40))).toEqual([
      expect.stringContaining(`a.warc:1 ${code}`),
      read(2).split(':').slice(0, 2).join(':').slice(0, 40),
    ]);
  });

  const replaced = async (number: number, from: RegExp, to: string) =>
    Buffer.from((await record(number)).toString('latin1').replace(from, to), 'latin1');
  test.each([
    { name: 'no length', damage: () => replaced(1, /Content-Length: \d+\r\n/, ''), says: 'no Content-Length' },
    {
      name: 'a length that is too small',
      damage: () => replaced(1, /Content-Length: \d+/, 'Content-Length: 80'),
      says: 'not its length',
    },
    {
      name: 'a length beyond all numbers',
      damage: () => replaced(1, /Content-Length: \d+/, `Content-Length: ${'9'.repeat(40)}`),
      says: 'no Content-Length',
    },
    { name: 'another first line', damage: () => replaced(1, /^WARC\/1.0/, 'WRAC/1.0'), says: 'no WARC record' },
    { name: 'a line that is no field', damage: () => replaced(1, /WARC-Type: /, 'WARC-Type '), says: '' },
    { name: 'noise', damage: async () => Buffer.alloc(300_000, 'noise\n'), says: 'no WARC record' },
  ])('$name: named with its place, and the next is read', async ({ damage, says }) => {
    const bytes = Buffer.concat([await damage(), Buffer.from('\r\n\r\n'), await record(2)]);
    const told = await readTold('a.warc', inPieces(bytes, 1000));
    expect(told[0]).toMatch(/^a\.warc:1 read\/bad-record: .*\(record 1, at byte 0\)$/s);
    expect(told[0]).toContain(says);
    expect(told.slice(1)).toEqual([read(2)]);
  });

  test.each([
    { name: 'cut short', damage: async () => (await record(2)).subarray(0, -100), says: 'the file ends within it' },
    {
      name: 'a length that is too large',
      damage: () => replaced(2, /Content-Length: \d+/, 'Content-Length: 99999999'),
      says: 'the file ends within it',
    },
    {
      name: 'headers without end',
      damage: async () => Buffer.from(`WARC/1.0\r\n${'X-A: b\r\n'.repeat(100_000)}`),
      says: 'headers without end',
    },
    { name: 'no response in it', damage: () => replaced(2, /HTTP\/1.1 200/, 'SMTP/1.1 200'), says: 'not an HTTP response' },
  ])('$name: what came before is read', async ({ damage, says }) => {
    const told = await readTold('a.warc', Buffer.concat([await record(1), await damage()]));
    expect(told[0]).toBe(read(1));
    expect(told.slice(1)).toEqual([expect.stringContaining(says)]);
  });
});
