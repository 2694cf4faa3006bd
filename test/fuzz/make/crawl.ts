import { gzipSync } from 'node:zlib';
import type { Chance } from '../chance.ts';
import { damage } from './damage.ts';

const TYPES = ['text/html', 'text/html; charset=utf-8', 'text/plain', 'image/png', ''];
const RECORDS = ['response', 'response', 'response', 'warcinfo', 'request', 'metadata', 'conversion', 'x'];

/** A web crawl in WARC, sound or not: lengths that lie, bodies in chunks that do not end, heads without end.
 * @param make what was fetched */
export function makeCrawl(chance: Chance, make: () => Uint8Array): Uint8Array {
  const records = chance.some(0, 4, () => record(chance, make()));
  const isPacked = chance.is(0.4);
  const whole = Buffer.concat(isPacked ? records.map((each) => gzipSync(each)) : records);
  return chance.is(0.4) ? damage(chance, whole) : whole;
}

function record(chance: Chance, page: Uint8Array): Buffer {
  const isChunked = chance.is(0.2);
  const http = Buffer.from(
    [
      `HTTP/1.1 ${chance.pick(['200 OK', '404 Not Found', '200', 'x'])}`,
      `Content-Type: ${chance.pick(TYPES)}`,
      ...(isChunked ? ['Transfer-Encoding: chunked'] : []),
      ...(chance.is(0.1) ? [`Content-Encoding: ${chance.pick(['gzip', 'br', 'deflate', 'x'])}`] : []),
      ...['', ''],
    ].join('\r\n'),
  );
  const body = isChunked
    ? Buffer.concat([Buffer.from(`${page.length.toString(16)}\r\n`), page, Buffer.from('\r\n0\r\n\r\n')])
    : page;
  const block = Buffer.concat([http, body]);
  const length = chance.is(0.9) ? block.length : chance.pick([0, -1, block.length + 10, 1e15, Number.NaN]);
  const head = [
    ...[chance.pick(['WARC/1.0', 'WARC/1.1', 'WARC/9']), `WARC-Type: ${chance.pick(RECORDS)}`],
    `WARC-Target-URI: ${chance.pick(['https://example.org/a', '<https://example.org/a>', 'x', ''])}`,
    ...['WARC-Date: 2017-02-19T10:00:00Z', 'WARC-Record-ID: <urn:uuid:1>', 'Content-Type: application/http; msgtype=response'],
    ...[`Content-Length: ${length}`, '', ''],
  ];
  return Buffer.concat([Buffer.from(head.join('\r\n')), block, Buffer.from('\r\n\r\n')]);
}
