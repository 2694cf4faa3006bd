import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** The folder of the built page, from src/server/page and from dist/server/page alike. */
export const BUILT_PAGE = new URL('../../../dist/web/', import.meta.url);

/** Stands in the built page where each answer has its own nonce. */
const NONCE_MARK = '__LAPWING_NONCE__';

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  html: 'text/html; charset=utf-8',
};

/** The page for people, held in memory: no path of a request reaches the disk. */
export interface BuiltPage {
  /** The page itself, for every address that is one of its views. A new nonce each time. */
  open(): Response;
  /** A file of the page by its path, such as `/assets/index-DNbSvJ52.js`; null where there is none. */
  file(path: string, acceptEncoding: string): Response | null;
}

interface PageFile {
  readonly type: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer>;
}

/** Reads the built page. @throws Error where it was not built */
export async function loadBuiltPage(folder: URL = BUILT_PAGE): Promise<BuiltPage> {
  const html = await readFile(new URL('index.html', folder), 'utf8');
  const names = await readdir(new URL('assets/', folder));
  const files = new Map<string, PageFile>(
    await Promise.all(
      names.map(async (name) => [`/assets/${name}`, await readPageFile(new URL(`assets/${name}`, folder), name)] as const),
    ),
  );
  return {
    open() {
      const nonce = randomBytes(16).toString('base64');
      return new Response(html.replaceAll(NONCE_MARK, nonce), {
        headers: { 'content-type': TYPES.html ?? '', 'content-security-policy': policy(nonce), 'cache-control': 'no-cache' },
      });
    },
    file(path, acceptEncoding) {
      const file = files.get(path);
      if (!file) return null;
      const isGzipped = /\bgzip\b/.test(acceptEncoding);
      // The names of files change with their content.
      const headers = {
        'content-type': file.type,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
      };
      return new Response(isGzipped ? file.gzipped : file.plain, {
        headers: isGzipped ? { ...headers, 'content-encoding': 'gzip' } : headers,
      });
    },
  };
}

async function readPageFile(url: URL, name: string): Promise<PageFile> {
  const plain = new Uint8Array(await readFile(url));
  const gzipped = new Uint8Array(await promisify(gzip)(plain));
  return { plain, gzipped, type: TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream' };
}

/** What the page may load: its own files and the API of this server, nothing else; no inline code without the nonce. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
