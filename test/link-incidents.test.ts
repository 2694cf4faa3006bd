import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runLapwing } from './support/lapwing.ts';

/** The SQL of docs/volume on the tables of shards. Needs the package @duckdb/node-api, which is no dependency, and is skipped without it. */

interface Answer {
  getRowObjects(): readonly Readonly<Record<string, unknown>>[];
}
interface Duck {
  readonly DuckDBInstance: {
    create(path: string): Promise<{
      connect(): Promise<{ run(sql: string): Promise<unknown>; runAndReadAll(sql: string): Promise<Answer> }>;
    }>;
  };
}

const PACKAGE = '@duckdb/node-api';
const duck: Duck | null = await import(PACKAGE).catch((error: NodeJS.ErrnoException) => {
  if (error.code === 'ERR_MODULE_NOT_FOUND') return null;
  throw error;
});

const FOLDER = mkdtempSync(join(tmpdir(), 'lapwing-incidents-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

function shard(name: string, ...reports: readonly (readonly [source: string, published: string, text: string])[]): string {
  const path = join(FOLDER, `${name}.jsonl`);
  writeFileSync(path, reports.map(([source, published, text]) => JSON.stringify({ source, published, text })).join('\n'));
  return path;
}

const FIRST = 'A suicide bomber killed 14 people at a market in Maiduguri on Tuesday, police said.';

test.skipIf(duck === null)(
  'reports of one happening in several shards are one incident; a text in two shards counts once',
  async () => {
    if (!duck) return;
    const shards = [
      shard(
        'a',
        ['Harbour Post', '2021-03-09', FIRST],
        ['Aldgate Wire', '2021-05-02', 'Gunmen shot dead 3 farmers in Kano on Saturday.'],
      ),
      shard('b', ['Harbour Post', '2021-03-09', FIRST]),
      shard('c', ['Gulf Meridian', '2021-03-10', 'A suicide bombing killed 14 people at the market in Maiduguri on Tuesday.']),
    ];
    const tables = join(FOLDER, 'tables');
    expect(runLapwing(['code', ...shards, '--format', 'parquet', '--out', tables]).code).toBe(0);
    const connection = await (await duck.DuckDBInstance.create(':memory:')).connect();
    await connection.run(`set variable tables = '${tables}'`);
    await connection.run(readFileSync(new URL('../docs/volume/link-incidents.sql', import.meta.url), 'utf8'));
    const answer = await connection.runAndReadAll(
      `select type, cast(tellings as int) as tellings, cast(documents as int) as documents, cast(outlets as int) as outlets
       from incident order by documents desc, type`,
    );
    expect(answer.getRowObjects()).toEqual([
      { type: 'ASSAULT', tellings: 2, documents: 2, outlets: 2 },
      { type: 'ASSAULT', tellings: 1, documents: 1, outlets: 1 },
    ]);
  },
  180_000,
);
