import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CaseRecord } from '../../api/index.ts';
import { inOrder, type Problem, type Result } from '../../base/index.ts';
import type { Article } from '../../document/index.ts';
import { ShardTables } from '../../export/index.ts';
import type { Coder } from '../../ingest/index.ts';
import { readInputs } from '../inputs.ts';
import { hashShard, type Shard } from './shard.ts';
import { beginFolder, placeFolder } from './shard-folder.ts';
import { findManifest, type ShardManifest, type ShardOrigin, writeManifest } from './shard-manifest.ts';

/** How shards are coded. */
export interface ShardOptions {
  readonly coder: Coder;
  /** Folder that holds a folder of tables for each shard; it is there. */
  readonly out: string;
  readonly published: string | null;
  readonly source: string | null;
  readonly stop: AbortSignal;
  /** Told of each document, in order. */
  readonly onDocument: () => void;
}

/** What came of a shard: `known` where its tables were there, of the same inputs, options and versions; null where it was stopped. */
export type CodedShard = { readonly kind: 'coded' | 'known'; readonly manifest: ShardManifest } | null;

/** What came of one document. */
type Outcome =
  | { readonly kind: 'coded'; readonly record: CaseRecord }
  | { readonly kind: 'repeated'; readonly article: Article }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** A shard could not be read to its end: no fault of any of its documents. */
export class UnreadableShard extends Error {
  override readonly name = 'UnreadableShard';
}

/** Codes the documents of a shard into Parquet files with a manifest, all of which appear at once and only whole. The same shard with the
 * same options and versions gives the same bytes, and is passed over where it is there.
 * @throws UnreadableShard, or the system's error, where the shard cannot be read or the tables cannot be written */
export async function codeShard(shard: Shard, options: ShardOptions): Promise<CodedShard> {
  const { coder, out, published, source, stop } = options;
  const place = join(out, shard.name);
  const origin = { inputs: await hashShard(shard), options: { published, source }, versions: coder.versions };
  const known = await findManifest(place, origin);
  if (known) return { kind: 'known', manifest: known };
  const folder = await beginFolder(out, shard.name);
  const manifest = await fillFolder(folder, shard, origin, options);
  if (stop.aborted) {
    await rm(folder, { recursive: true });
    return null;
  }
  await placeFolder(folder, place);
  return { kind: 'coded', manifest };
}

async function fillFolder(folder: string, shard: Shard, origin: ShardOrigin, options: ShardOptions): Promise<ShardManifest> {
  const counts = { read: 0, coded: 0, repeated: 0, failed: 0 };
  const failures = new Map<string, number>();
  const tables = await ShardTables.open(folder);
  try {
    for await (const outcome of codeDocuments(shard, options)) {
      counts.read++;
      counts[outcome.kind]++;
      if (outcome.kind === 'coded') await tables.add(outcome.record);
      else if (outcome.kind === 'repeated') await tables.addPrinted(toPrinted(outcome.article));
      else {
        const { code, detail } = outcome.problem;
        if (code === 'cli/unreadable') throw new UnreadableShard(detail);
        failures.set(code, (failures.get(code) ?? 0) + 1);
        await tables.addFailure(withoutFolder(outcome.problem, shard));
      }
      options.onDocument();
    }
  } catch (error) {
    await tables.abandon();
    await rm(folder, { recursive: true });
    throw error;
  }
  const manifest: ShardManifest = {
    ...{ format: 'lapwing-shard/1', shard: shard.name, ...origin, counts },
    failures: Object.fromEntries([...failures].sort(([a], [b]) => (a < b ? -1 : 1))),
    files: await tables.end(),
  };
  await writeManifest(folder, manifest);
  return manifest;
}

/** What comes of the documents of a shard, in order. A text that came before is not coded again. */
function codeDocuments({ path }: Shard, { coder, published, source, stop }: ShardOptions): AsyncGenerator<Outcome> {
  const seen = new Set<string>();
  const begin = async (read: Result<Article>): Promise<Outcome> => {
    if (!read.ok) return { kind: 'failed', problem: read.problem };
    const article = read.value;
    if (seen.has(article.id)) return { kind: 'repeated', article };
    seen.add(article.id);
    const record = await coder.record(article);
    return record.ok ? { kind: 'coded', record: record.value } : { kind: 'failed', problem: record.problem };
  };
  return inOrder(readInputs([path], { published, source }), coder.ahead, begin, stop);
}

/** A problem as it would be wherever the shard lies. */
function withoutFolder({ subject, ...problem }: Problem, { path }: Shard): Problem {
  return { ...problem, subject: subject.startsWith(path) ? `${basename(path)}${subject.slice(path.length)}` : subject };
}

function toPrinted({ id, externalId, title, source, url, published, publishedBasis }: Article) {
  return { document: id, source: { externalId, title, source, url, published, publishedBasis, addedAt: '' } };
}
