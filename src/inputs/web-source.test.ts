import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inPieces } from '../../test/support/read-told.ts';
import { readSource } from './read-source.ts';
import type { Reading } from './source.ts';
import { webSource } from './web-source.ts';

const REPORT = 'The army shelled two villages in the valley on Monday, officials of the province said.';
const LINES = `{"id":"7","text":"${REPORT}"}\n`;

test.each([
  {
    name: 'a page without an ending',
    path: 'report',
    type: 'text/html; charset=utf-8',
    bytes: `<p>${REPORT}</p>`,
    says: REPORT,
  },
  {
    name: 'an encoding that the server names',
    path: 'report',
    type: 'text/html; charset=windows-1252',
    bytes: Buffer.from(`<p>Caf\xe9. ${REPORT}</p>`, 'latin1'),
    says: 'Café.',
  },
  {
    name: 'a page of an error in the place of an archive',
    path: 'a.zip',
    type: 'text/html',
    bytes: `<p>${REPORT}</p>`,
    says: REPORT,
  },
  { name: 'lines that the server calls text', path: 'a.jsonl', type: 'text/plain', bytes: LINES, says: '7' },
  {
    name: 'packed for the way',
    path: 'a',
    type: 'text/html',
    encoding: 'br',
    bytes: brotliCompressSync(`<p>${REPORT}</p>`),
    says: REPORT,
  },
  {
    name: 'a packed file that is unpacked on the way',
    path: 'a.jsonl.gz',
    type: 'text/plain',
    encoding: 'gzip',
    bytes: gzipSync(LINES),
    says: '7',
  },
  { name: 'a packed file', path: 'a.jsonl.gz?x=1', type: 'application/octet-stream', bytes: gzipSync(LINES), says: '7' },
  { name: 'packed as nothing known', path: 'a', type: 'text/html', encoding: 'zip9', bytes: 'x', says: 'read/damaged' },
  { name: 'no type at all', path: 'a', bytes: REPORT, says: REPORT },
])('$name', async ({ path, type, encoding, bytes, says }) => {
  const url = `https://a.example/${path}`;
  const answer = { url, contentType: type, contentEncoding: encoding, chunks: inPieces(Buffer.from(bytes)) };
  const readings: Reading[] = [];
  for await (const reading of readSource(webSource(url, answer), { published: null, source: null })) readings.push(reading);
  expect(readings).toHaveLength(1);
  expect(readings[0]?.name.startsWith(url)).toBe(true);
  expect(JSON.stringify(readings)).toContain(says);
  if (says === REPORT) expect(readings[0]).toMatchObject({ result: { value: { url } } });
});
