import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the built web application, from src/server and from dist/server alike. */
export const WEB_FOLDER = new URL('../../dist/web/', import.meta.url);

/** A file of the web application. */
export interface WebFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Whether its name changes with its content, so that browsers may keep it. */
  readonly isHashed: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** All files of the web application by their paths (`/assets/x.js`), read once: what a request names is looked up here and never on the
 * disk. Empty where it has not been built. */
export async function loadWebFiles(folder: URL = WEB_FOLDER): Promise<ReadonlyMap<string, WebFile>> {
  const root = fileURLToPath(folder);
  const files = new Map<string, WebFile>();
  for (const path of await listFiles(root)) {
    const name = `/${relative(root, path).split(sep).join('/')}`;
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    files.set(name, { bytes: new Uint8Array(await readFile(path)), type, isHashed: name.startsWith('/assets/') });
  }
  return files;
}

async function listFiles(root: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
