import { fail } from '../../base/index.ts';
import { MAX_DOCUMENT, readText } from '../../read/index.ts';
import { BadInput } from '../bad-input.ts';
import { collect } from '../chunks.ts';
import type { Reader } from '../source.ts';
import { runBounded } from './run-bounded.ts';

/** Largest file read, in bytes. */
const MAX_PDF = 64 * 1024 * 1024;
const MAX_PAGES = 2_000;
const BOUNDS = { seconds: 60, megabytes: 1024 };

/** Reads the text of a PDF: its paragraphs, put together again from lines, columns and pages, without running heads. In a thread of its own, which is
 * ended where a file takes too long or too much memory. A PDF of scanned pictures holds no text and is a problem. */
export const readPdf: Reader = async function* ({ name, chunks, container }, facts) {
  const bytes = new Uint8Array(await collect(chunks, MAX_PDF));
  const read = await runBounded({ bytes, maxPages: MAX_PAGES, maxText: MAX_DOCUMENT }, BOUNDS);
  if (read.kind === 'locked') throw new BadInput('read/encrypted', 'is locked with a password');
  if (read.kind === 'damaged') throw new BadInput('read/damaged', `not a sound PDF: ${read.detail.slice(0, 200)}`);
  if (read.kind === 'too-large')
    throw new BadInput('read/too-large', `more than ${MAX_PAGES} pages or ${MAX_DOCUMENT} characters of text`);
  const { paragraphs, pages } = read;
  if (paragraphs.length === 0) {
    const detail = 'a PDF without text: its pages may be pictures; have them read by character recognition first';
    return yield { kind: 'document', name, result: fail('read/empty', name, detail) };
  }
  const result = readText(paragraphs.join('\n\n'), { ...facts, name, container: container ?? null });
  yield { kind: 'document', name, result, note: pages === 1 ? '1 page' : `${pages} pages` };
};
