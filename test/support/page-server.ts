import { existsSync } from 'node:fs';
import { mkdir, rmdir, stat } from 'node:fs/promises';
import { createAdaptorServer } from '@hono/node-server';
import type { CaseRecord } from '../../src/api/index.ts';
import { createApp, ensureWeb } from '../../src/server/index.ts';
import { loadWebFiles } from '../../src/server/web-files.ts';
import { serveRecords } from './served-case.ts';

/** Whether the page can be built here: where development dependencies are from before it came, it cannot. In continuous integration it
 * must, so there the answer is always yes. */
export const HAS_PAGE = process.env.CI === 'true' || existsSync(new URL('../../node_modules/react-dom/', import.meta.url));

/** A case in memory behind a port, with the built page. */
export interface PageServer {
  /** `http://127.0.0.1:40123` */
  readonly address: string;
  close(): Promise<void>;
}

/** Held while the page is built: tests run beside each other, and a build empties its folder first. */
const LOCK = new URL('../../dist/.building-web/', import.meta.url);
/** A lock older than this was left behind by a test that was stopped. */
const STALE = 60_000;

async function alone(build: () => Promise<void>): Promise<void> {
  await mkdir(new URL('../', LOCK), { recursive: true });
  while (!(await taken())) await new Promise((resolve) => setTimeout(resolve, 100));
  try {
    await build();
  } finally {
    await rmdir(LOCK);
  }
}

async function taken(): Promise<boolean> {
  try {
    await mkdir(LOCK);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const made = await stat(LOCK).catch(() => null);
    if (made !== null && Date.now() - made.mtimeMs > STALE) await rmdir(LOCK);
    return false;
  }
}

/** Serves records with the page, which is built first where it is missing or old. */
export async function servePage(records: readonly CaseRecord[]): Promise<PageServer> {
  await alone(() => ensureWeb(() => {}));
  const served = await serveRecords(records);
  const app = createApp(served, { files: await loadWebFiles() });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const bound = server.address();
  if (typeof bound !== 'object' || bound === null) throw new Error('the server has no port');
  return {
    address: `http://127.0.0.1:${bound.port}`,
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      await served.close();
    },
  };
}
