import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { fail, ok, type Result } from '../../base/index.ts';
import { INPUT_ENDINGS } from '../../inputs/index.ts';
import { isAddress, listFolder, STANDARD_INPUT } from '../inputs.ts';

/** A file or folder of an archive that is coded as one. */
export interface Shard {
  /** Name of its folder of tables. */
  readonly name: string;
  readonly path: string;
}

/** A file of a shard, as its manifest names it. */
export interface ShardInput {
  /** Path below the shard where that is a folder, else the file's name. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The shards that paths stand for, each under a name of its own; a problem where two would have one name, or where standard input is named,
 * which cannot be read twice. */
export function toShards(paths: readonly string[]): Result<readonly Shard[]> {
  const shards = paths.map((path) => ({ name: shardName(path), path }));
  const names = new Set<string>();
  for (const { name, path } of shards) {
    if (path === STANDARD_INPUT || isAddress(path))
      return fail('cli/bad-shard', path, 'shards are files or folders, not standard input or addresses');
    if (names.has(name)) return fail('cli/bad-shard', path, `${path}: another shard is called "${name}" as well`);
    names.add(name);
  }
  return ok(shards);
}

/** "archive/part-0001.jsonl.gz" is part-0001. Programs that read Parquet pass over names that begin with a point or an underscore. */
function shardName(path: string): string {
  let name = basename(path);
  for (let ending = endingOf(name); ending; ending = endingOf(name)) name = name.slice(0, -ending.length);
  return name.replace(/[^\w.-]/g, '-').replace(/^[._]+/, '') || 'shard';
}

/** An ending that says how a file is written or packed. */
function endingOf(name: string): string | undefined {
  return INPUT_ENDINGS.find((ending) => name.length > ending.length && name.toLowerCase().endsWith(ending));
}

/** The files of a shard with their hashes, in the order in which they are read.
 * @throws the system's error where one cannot be read */
export async function hashShard({ path }: Shard): Promise<readonly ShardInput[]> {
  if (!(await stat(path)).isDirectory()) return [await hashFile(path, basename(path))];
  const inputs: ShardInput[] = [];
  for (const file of await listFolder(path)) inputs.push(await hashFile(file, relative(path, file)));
  return inputs;
}

async function hashFile(path: string, name: string): Promise<ShardInput> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { name, bytes, sha256: hash.digest('hex') };
}
