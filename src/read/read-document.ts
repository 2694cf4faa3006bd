import { fail, type Result } from '../base/index.ts';
import type { Article } from '../document/index.ts';
import { makeArticle } from './article.ts';
import { decodeText } from './decode.ts';
import { readJsonLines, readPublished } from './json-lines.ts';
import { type Format, MAX_DOCUMENT, type ReadOptions } from './options.ts';

/** Endings of file names and what they stand for. */
export const FORMATS: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

/** The format a file name's ending stands for, or null where it is none that is read. */
export function formatOf(name: string): Format | null {
  const ending = /\.([a-z]{1,8})$/i.exec(name.slice(-10))?.[1];
  return FORMATS[ending?.toLowerCase() ?? ''] ?? null;
}

/** The format of a text without a telling name, by how it begins. */
export function guessFormat(text: string): Format {
  const start = text
    .slice(0, 2000)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (/^<(?:!doctype html|html|head|body|!--)/i.test(start)) return 'html';
  return /^\{\s*"/.test(start) ? 'jsonl' : 'text';
}

/** Reads one document of a `.txt` or `.html` file. For `.jsonl`, which holds many, use readDocuments. */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<Result<Article>> {
  for await (const read of readDocuments(bytes, options)) return read;
  return fail('read/empty', options.name, 'no text');
}

/** Reads every document of a file, in order; a bad one is a problem and the rest go on. */
export async function* readDocuments(bytes: Uint8Array, options: ReadOptions): AsyncGenerator<Result<Article>> {
  const published = readPublished(options.published ?? null, options.name);
  if (!published.ok) return yield published;
  const known = { ...options, published: published.value };
  const named = options.format ?? formatOf(options.name);
  if (named !== 'jsonl' && bytes.length > 2 * MAX_DOCUMENT) return yield tooLarge(options.name, bytes.length);
  const decoded = await decodeText(bytes, options.name, options.encoding ?? (named === 'html' ? charsetOf(bytes) : null));
  if (!decoded.ok) return yield decoded;
  const text = decoded.value;
  const format = named ?? guessFormat(text);
  if (format === 'jsonl') return yield* readJsonLines(text, known);
  if (text.length > MAX_DOCUMENT) return yield tooLarge(options.name, text.length);
  yield format === 'html' ? await readPage(text, known) : readText(text, known);
}

/** Reads plain text; a title that its container knows is put on top. */
export function readText(text: string, options: ReadOptions): Result<Article> {
  const given = readPublished(options.published ?? null, options.name);
  if (!given.ok) return given;
  const { externalId = null, title = null, url = null, source, published } = options.container ?? {};
  const isHeadless = title !== null && /\S/.test(text) && !text.trimStart().startsWith(title);
  return makeArticle(
    isHeadless ? `${title}\n\n${text}` : text,
    options.name,
    {
      externalId,
      title,
      url,
      source: source ?? options.source ?? null,
      published: published ?? given.value,
      publishedBasis: published ? 'metadata' : given.value === null ? 'unknown' : 'given',
    },
    isHeadless ? [{ kind: 'headline', span: { start: 0, end: title.length } }] : [],
  );
}

/** The page reader is loaded when a page comes, since most runs see none. */
async function readPage(html: string, options: ReadOptions): Promise<Result<Article>> {
  if (html.trim() === '') return fail('read/empty', options.name, 'no text');
  const { readHtml } = await import('./html.ts');
  return readHtml(html, options);
}

/** The encoding a page's first bytes name, or null. */
function charsetOf(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return /charset\s{0,4}=\s{0,4}["']?([\w-]{2,30})/i.exec(start)?.[1] ?? null;
}

function tooLarge(name: string, size: number): Result<Article> {
  return fail('read/too-large', name, `${size} characters; ${MAX_DOCUMENT} are read at most`);
}
