import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inPieces } from '../../test/support/read-told.ts';
import { Growth } from './growth.ts';
import { unpackGzip } from './gzip-members.ts';

/** What is unpacked, and what is wrong with the file. */
async function unpacked(bytes: Uint8Array, pieces = 1000): Promise<string> {
  const parts: Uint8Array[] = [];
  try {
    for await (const chunk of unpackGzip(inPieces(bytes, pieces), new Growth())) parts.push(chunk);
  } catch (error) {
    return `${Buffer.concat(parts)} [${error instanceof Error ? error.message : error}]`;
  }
  return Buffer.concat(parts).toString();
}

/** A member with the fields that its flags tell of. */
function member(text: string, flags: number, fields: string): Buffer {
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(text), 0);
  trailer.writeUInt32LE(text.length, 4);
  const head = Buffer.from(`\x1f\x8b\x08${String.fromCharCode(flags)}\0\0\0\0\0\x03${fields}`, 'latin1');
  return Buffer.concat([head, deflateRawSync(text), trailer]);
}

/** With one byte changed. */
function damaged(bytes: Uint8Array, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

const LONG = Array.from({ length: 20_000 }, (_, index) => `${Math.sin(index)}`).join('\n');

describe('gzip files', () => {
  test.each([
    { name: 'one member', bytes: gzipSync('one'), text: 'one' },
    { name: 'several members', bytes: Buffer.concat(['one ', '', 'two'].map((text) => gzipSync(text))), text: 'one two' },
    { name: 'a long one and a short one', bytes: Buffer.concat([gzipSync(LONG), gzipSync('end')]), text: `${LONG}end` },
    { name: 'a name and a remark', bytes: member('one', 8 + 16, 'a.txt\0remark\0'), text: 'one' },
    { name: 'an extra field and a check sum of the header', bytes: member('one', 4 + 2, '\x03\0abcxx'), text: 'one' },
    { name: 'zeros behind the last member', bytes: Buffer.concat([gzipSync('one'), Buffer.alloc(512)]), text: 'one' },
    { name: 'nothing', bytes: Buffer.alloc(0), text: '' },
  ])('$name', async ({ bytes, text }) => {
    for (const pieces of [1, 7, 1000, 100_000]) expect(await unpacked(bytes, pieces)).toBe(text);
  });

  const three = (middle: Uint8Array) => Buffer.concat([gzipSync('one '), middle, gzipSync('three')]);
  test.each([
    {
      name: 'a damaged check sum',
      bytes: three(damaged(gzipSync('two'), gzipSync('two').length - 6)),
      text: /^one two\nthree \[.*check sum.*at byte 24/s,
    },
    {
      name: 'damaged data',
      bytes: three(damaged(gzipSync(LONG), 5000)),
      text: /^one .*\nthree \[cannot be unpacked in whole: /s,
    },
    { name: 'a member cut short', bytes: three(gzipSync(LONG).subarray(0, 5000)), text: /^one .*\nthree \[/s },
    { name: 'noise between', bytes: three(Buffer.from('noise')), text: /^one \nthree \[.*no gzip \(at byte 24\)\]$/s },
    {
      name: 'cut short at the end',
      bytes: gzipSync(LONG).subarray(0, 5000),
      text: /^0\n0\.84.*\n \[.*unexpected end of file/s,
    },
    {
      name: 'a header cut short',
      bytes: Buffer.concat([gzipSync('one'), member('x', 8, 'a').subarray(0, 11)]),
      text: /^one\n \[.*header without end/s,
    },
    { name: 'no gzip', bytes: Buffer.from('plain words'), text: /^\n \[.*no gzip \(at byte 0\)\]$/ },
  ])('$name: the rest is read, the damage is told at the end', async ({ bytes, text }) => {
    for (const pieces of [7, 1000, 100_000]) expect(await unpacked(bytes, pieces)).toMatch(text);
  });

  test('a file that is given up is closed', async () => {
    let isClosed = false;
    const chunks = (async function* () {
      try {
        for (;;) yield gzipSync(LONG);
      } finally {
        isClosed = true;
      }
    })();
    for await (const _ of unpackGzip(chunks, new Growth())) break;
    expect(isClosed).toBe(true);
  });

  test('marks without data do not hold it up', async () => {
    const marks = Buffer.alloc(300_000, Buffer.from('1f8b0800', 'hex'));
    expect(await unpacked(marks, 50_000)).toMatch(/\[cannot be unpacked/);
    expect((await buffer(unpackGzip(inPieces(gzipSync('')), new Growth()))).length).toBe(0);
  });
});
