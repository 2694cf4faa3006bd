import { readdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { WEB_FOLDER } from './web-files.ts';

/** What the web application is made from, in a checkout; an installed package has only what was built. */
const SOURCES = ['web', 'src/api', 'src/base', 'src/codebook', 'src/wording'].map(
  (folder) => new URL(`../../${folder}/`, import.meta.url),
);
const CONFIG = new URL('../../web/vite.config.ts', import.meta.url);

/** Builds the web application where it is missing or older than its sources. Where that cannot be done (a checkout without development
 * dependencies) it says why, and the plain pages serve.
 * @param note told that it is being built, and how long it took */
export async function ensureWeb(note: (line: string) => void): Promise<void> {
  const [built, changed] = await Promise.all([timeOf(new URL('index.html', WEB_FOLDER)), newestSource()]);
  if (changed === null || (built !== null && built >= changed)) return;
  try {
    const vite = await import('vite');
    note('Building the page for the browser (once, a few seconds).');
    const start = performance.now();
    await vite.build({ configFile: fileURLToPath(CONFIG), logLevel: 'error' });
    note(`Built it in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [reason] = error.message.split('\n', 1);
    note(`The page for the browser could not be built; "npm ci" brings what it needs. ${reason}`);
    if (built === null) note('Plain pages are served instead.');
  }
}

/** When a file was last written, in milliseconds; null where there is none. */
async function timeOf(url: URL): Promise<number | null> {
  try {
    return (await stat(url)).mtimeMs;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** When the newest source was written; null where there are none. */
async function newestSource(): Promise<number | null> {
  if ((await timeOf(CONFIG)) === null) return null;
  const entries = await Promise.all(SOURCES.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })));
  const files = entries.flat().filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name));
  const times = await Promise.all(files.map(async ({ parentPath, name }) => (await stat(`${parentPath}/${name}`)).mtimeMs));
  return Math.max(0, ...times);
}
