import { readContentType } from '../http-body.ts';
import { endOfHeaders, readHeaderBlock } from './header-block.ts';

/** An HTTP response as a crawl kept it. */
export interface StoredResponse {
  readonly status: number;
  /** Media type in lower case. */
  readonly type: string;
  readonly charset: string | null;
  readonly contentEncoding: string | undefined;
  readonly body: Buffer;
}

/** Reads an HTTP response (RFC 9112), its chunks joined where it came in chunks. Null where it is none. */
export function readResponse(block: Buffer): StoredResponse | null {
  const place = endOfHeaders(block);
  const head = readHeaderBlock(block.subarray(0, place?.end).toString('latin1'));
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})(?: |$)/.exec(head?.firstLine ?? '')?.[1];
  if (!head || status === undefined) return null;
  const body = block.subarray(place?.next ?? block.length);
  const isChunked = /\bchunked\b/i.test(head.fields.get('transfer-encoding') ?? '');
  return {
    status: Number(status),
    ...readContentType(head.fields.get('content-type')),
    contentEncoding: head.fields.get('content-encoding'),
    // Many crawls keep the header and store the body joined.
    body: (isChunked ? joinChunks(body) : null) ?? body,
  };
}

/** The data of a chunked body (RFC 9112 §7.1); null where it is not chunked. */
function joinChunks(body: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const size = /^([0-9a-f]{1,8})[ \t]{0,8}(?:;[^\r\n]{0,80})?\r\n/i.exec(body.subarray(at, at + 120).toString('latin1'));
    if (size?.[1] === undefined) return null;
    const length = Number.parseInt(size[1], 16);
    if (length === 0) return Buffer.concat(parts);
    const start = at + size[0].length;
    if (start + length > body.length || body.toString('latin1', start + length, start + length + 2) !== '\r\n') return null;
    parts.push(body.subarray(start, start + length));
    at = start + length + 2;
  }
}
