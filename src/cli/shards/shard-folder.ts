import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../../store/index.ts';
import { isFileError } from '../file-error.ts';

/** Folder of what is being written, beside the shards. */
const PARTIAL = '_partial';

/** Where a shard is written until it is whole: this process's own folder, empty. What a process of this machine left there that is no longer
 * alive is removed. */
export async function beginFolder(out: string, shard: string): Promise<string> {
  const partial = join(out, PARTIAL);
  await mkdir(partial, { recursive: true });
  const ours = `${shard}@${hostname()}@`;
  for (const name of await readdir(partial))
    if (name.startsWith(ours) && !isAlive(Number(name.slice(ours.length))))
      await rm(join(partial, name), { recursive: true, force: true });
  const folder = join(partial, `${ours}${process.pid}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  return folder;
}

/** Puts a whole folder in the shard's place. What was there goes: it is of other inputs or versions, or the same bytes from somebody who was
 * faster. */
export async function placeFolder(folder: string, place: string): Promise<void> {
  for (;;) {
    try {
      return await rename(folder, place);
    } catch (error) {
      if (!(isFileError(error) && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST'))) throw error;
      const old = `${folder}.old`;
      try {
        await rename(place, old);
      } catch (gone) {
        // Somebody else moved it away first.
        if (!(isFileError(gone) && gone.code === 'ENOENT')) throw gone;
      }
      await rm(old, { recursive: true, force: true });
    }
  }
}
