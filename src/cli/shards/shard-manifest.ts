import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShardFile } from '../../export/index.ts';
import type { Versions } from '../../store/index.ts';
import { isFileError } from '../file-error.ts';
import type { ShardInput } from './shard.ts';

/** What the tables of a shard are made of. The same again makes the same bytes. */
export interface ShardOrigin {
  readonly inputs: readonly ShardInput[];
  readonly options: { readonly published: string | null; readonly source: string | null };
  readonly versions: Versions;
}

/** What a folder of tables holds; it is there once they are whole. */
export interface ShardManifest extends ShardOrigin {
  readonly format: 'lapwing-shard/1';
  readonly shard: string;
  readonly counts: {
    /** Documents read, of which `coded` have a record, `repeated` have the text of one before, and `failed` have none. */
    readonly read: number;
    readonly coded: number;
    readonly repeated: number;
    readonly failed: number;
  };
  /** How many documents failed, by the code of the problem; each is in failures.parquet. */
  readonly failures: Readonly<Record<string, number>>;
  readonly files: readonly ShardFile[];
}

const NAME = 'manifest.json';

/** Writes the manifest of a folder, on the disk when it returns. */
export async function writeManifest(folder: string, manifest: ShardManifest): Promise<void> {
  const file = await open(join(folder, NAME), 'wx');
  try {
    await file.writeFile(`${JSON.stringify(manifest, null, 1)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The manifest of a folder whose tables are made of this, or null where it has none, or is made of something else. */
export async function findManifest(folder: string, origin: ShardOrigin): Promise<ShardManifest | null> {
  try {
    const manifest: ShardManifest = JSON.parse(await readFile(join(folder, NAME), 'utf8'));
    return sayOrigin(manifest) === sayOrigin(origin) ? manifest : null;
  } catch (error) {
    if (error instanceof SyntaxError || (isFileError(error) && error.code === 'ENOENT')) return null;
    throw error;
  }
}

function sayOrigin({ inputs, options, versions }: ShardOrigin): string {
  return JSON.stringify([inputs, options, versions]);
}
