import { readdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { BUILT_PAGE, type BuiltPage, loadBuiltPage } from './built-page.ts';

/** What the page is made from, in a checkout; an installed package has only the built page. */
const SOURCES = new URL('../../../web/', import.meta.url);
const CONFIG = new URL('vite.config.ts', SOURCES);

/** Loads the page for people, and builds it first where it is missing or older than what it is made from. Null where it can neither be
 * found nor built (a checkout without development dependencies): then the plain pages serve.
 * @param note told that it is being built, and how long it took */
export async function ensurePage(note: (line: string) => void): Promise<BuiltPage | null> {
  const [built, changed] = await Promise.all([timeOf(new URL('index.html', BUILT_PAGE)), newestIn(SOURCES)]);
  if (changed !== null && (built === null || built < changed)) {
    const isBuilt = await build(note);
    if (!isBuilt && built === null) return null;
  } else if (built === null) return null;
  return loadBuiltPage();
}

async function build(note: (line: string) => void): Promise<boolean> {
  const vite = await import('vite').catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (vite === null) {
    note(
      'The page for the browser is not built, and what builds it is not installed (npm ci). Plain pages are served instead.',
    );
    return false;
  }
  note('Building the page for the browser (once, a few seconds) …');
  const start = performance.now();
  await vite.build({ configFile: fileURLToPath(CONFIG), logLevel: 'error' });
  note(`Built it in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  return true;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'ENOENT');
}

/** When a file was last written, in milliseconds; null where there is none. */
async function timeOf(url: URL): Promise<number | null> {
  try {
    return (await stat(url)).mtimeMs;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** When the newest file of a folder was written; null where there is no such folder. */
async function newestIn(folder: URL): Promise<number | null> {
  if ((await timeOf(CONFIG)) === null) return null;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name));
  const times = await Promise.all(files.map(async ({ parentPath, name }) => (await stat(`${parentPath}/${name}`)).mtimeMs));
  return times.reduce<number | null>((newest, time) => (newest === null || time > newest ? time : newest), null);
}
