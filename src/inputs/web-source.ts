import type { InputFormat } from './formats.ts';
import { Growth } from './growth.ts';
import { decodeContent, readContentType } from './http-body.ts';
import type { Source } from './source.ts';

/** Media types that decide how bytes are read. Of others (`text/plain`, `application/octet-stream`) the name and the first bytes decide, since servers
 * give them to whatever they do not know. */
const FORMATS: Readonly<Record<string, InputFormat>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/pdf': 'pdf',
  'application/rss+xml': 'feed',
  'application/atom+xml': 'feed',
  'application/rdf+xml': 'feed',
  'application/xml': 'feed',
  'text/xml': 'feed',
  'application/zip': 'zip',
  'message/rfc822': 'mail',
  'application/jsonl': 'jsonl',
  'application/x-ndjson': 'jsonl',
};

/** What an address of the web answered. */
export interface WebAnswer {
  readonly url: string;
  readonly contentType: string | undefined;
  readonly contentEncoding: string | undefined;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** An answer as a source to be read, named by the address that was asked for. */
export function webSource(name: string, { url, contentType, contentEncoding, chunks }: WebAnswer): Source {
  const { type, charset } = readContentType(contentType);
  const format = FORMATS[type];
  const file = new URL(url).pathname.split('/').at(-1) ?? '';
  return {
    name,
    // Servers send packed files as packed for the way, too.
    hint: contentEncoding === undefined ? file : file.replace(/\.gz$/, ''),
    chunks: (async function* () {
      yield* decodeContent(chunks, contentEncoding, new Growth());
    })(),
    depth: 0,
    file: null,
    encoding: charset,
    container: { externalId: null, title: null, source: null, url, published: null },
    ...(format ? { format } : {}),
  };
}
