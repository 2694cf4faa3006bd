import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { runBounded } from './run-bounded.ts';

/** A PDF with one page, whose content is packed. */
function packedPdf(content: Uint8Array): Uint8Array {
  const packed = deflateSync(content).toString('latin1');
  const file = `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >> endobj
4 0 obj << /Length ${packed.length} /Filter /FlateDecode >> stream
${packed}
endstream endobj
trailer << /Root 1 0 R >>
%%EOF`;
  // A buffer of its own, since it is given away.
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

const BOUNDS = { maxPages: 10, maxText: 1000 };

test('a file that swells is given up by the memory it takes, and the next is read', async () => {
  const bytes = packedPdf(Buffer.alloc(300 << 20, 32));
  await expect(runBounded({ bytes, ...BOUNDS }, { seconds: 30, megabytes: 100 })).rejects.toMatchObject({
    code: 'read/too-large',
  });
  expect(
    await runBounded({ bytes: packedPdf(Buffer.from('BT ET')), ...BOUNDS }, { seconds: 30, megabytes: 500 }),
  ).toMatchObject({
    kind: 'text',
    paragraphs: [],
  });
});

test('a file that takes long is given up', async () => {
  const bytes = packedPdf(Buffer.from('q Q '.repeat(10_000_000)));
  await expect(runBounded({ bytes, ...BOUNDS }, { seconds: 0.2, megabytes: 4000 })).rejects.toMatchObject({
    code: 'read/too-slow',
  });
});
