import { existsSync } from 'node:fs';
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

/** Serves records with the page, which is built first where it is missing or old. */
export async function servePage(records: readonly CaseRecord[]): Promise<PageServer> {
  await ensureWeb(() => {});
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
