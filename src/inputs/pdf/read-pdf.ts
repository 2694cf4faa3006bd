import { Piscina } from 'piscina';
import { fail } from '../../base/index.ts';
import { MAX_DOCUMENT, readText } from '../../read/index.ts';
import { BadInput } from '../bad-input.ts';
import { collect } from '../chunks.ts';
import type { Reader } from '../source.ts';
import type { PdfTask, PdfText } from './pdf-thread.ts';

/** Largest file read, in bytes. */
const MAX_PDF = 64 * 1024 * 1024;
const MAX_PAGES = 2_000;
/** Longest time that a file may take. */
const MAX_SECONDS = 60;
/** Most memory that a file may take. */
const MAX_MEGABYTES = 768;

/** One thread, begun when a PDF comes and ended when none has come for a while. */
const thread = new Piscina<PdfTask, PdfText>({
  filename: new URL(import.meta.url.endsWith('.ts') ? './pdf-thread.ts' : './pdf-thread.js', import.meta.url).href,
  minThreads: 0,
  maxThreads: 1,
  idleTimeout: 10_000,
  resourceLimits: { maxOldGenerationSizeMb: MAX_MEGABYTES },
});

/** Reads the text of a PDF: its paragraphs, put together again from lines, columns and pages, without running heads. In a thread of its own, which is
 * ended where a file takes too long or too much memory. A PDF of scanned pictures holds no text and is a problem. */
export const readPdf: Reader = async function* ({ name, chunks, container }, facts) {
  const bytes = new Uint8Array(await collect(chunks, MAX_PDF));
  const read = await readBounded({ bytes, maxPages: MAX_PAGES, maxText: MAX_DOCUMENT });
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

async function readBounded(task: PdfTask): Promise<PdfText> {
  const signal = AbortSignal.timeout(MAX_SECONDS * 1000);
  try {
    return await thread.run(task, { signal, transferList: [task.bytes.buffer as ArrayBuffer] });
  } catch (error) {
    if (signal.aborted) throw new BadInput('read/too-slow', `took more than ${MAX_SECONDS} s`);
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw new BadInput('read/too-large', `took more than ${MAX_MEGABYTES} MB to read`);
    throw error;
  }
}
