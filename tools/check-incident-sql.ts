import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runLapwing } from '../test/support/lapwing.ts';

/** Runs the SQL of docs/volume on the tables of three shards, in DuckDB: `npm run sql:check`, which fetches DuckDB into .cache/ first. It is no
 * dependency: its packages for other machines are not in every registry, and a lock that names them cannot be installed from one. */

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

const { DuckDBInstance }: Duck = createRequire(new URL('../.cache/duckdb/package.json', import.meta.url))('@duckdb/node-api');
const FIRST = 'A suicide bomber killed 14 people at a market in Maiduguri on Tuesday, police said.';

const folder = mkdtempSync(join(tmpdir(), 'lapwing-incidents-'));
try {
  const shard = (name: string, ...reports: readonly (readonly [source: string, published: string, text: string])[]) => {
    const path = join(folder, `${name}.jsonl`);
    writeFileSync(path, reports.map(([source, published, text]) => JSON.stringify({ source, published, text })).join('\n'));
    return path;
  };
  const shards = [
    shard(
      'a',
      ['Harbour Post', '2021-03-09', FIRST],
      ['Aldgate Wire', '2021-05-02', 'Gunmen shot dead 3 farmers in Kano on Saturday.'],
    ),
    shard('b', ['Harbour Post', '2021-03-09', FIRST]),
    shard('c', ['Gulf Meridian', '2021-03-10', 'A suicide bombing killed 14 people at the market in Maiduguri on Tuesday.']),
  ];
  const tables = join(folder, 'tables');
  assert.equal(runLapwing(['code', ...shards, '--format', 'parquet', '--out', tables]).code, 0);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`set variable tables = '${tables}'`);
  await connection.run(readFileSync(new URL('../docs/volume/link-incidents.sql', import.meta.url), 'utf8'));
  const answer = await connection.runAndReadAll(
    `select type, cast(tellings as int) as tellings, cast(documents as int) as documents, cast(outlets as int) as outlets
     from incident order by documents desc, type`,
  );
  assert.deepEqual(answer.getRowObjects(), [
    { type: 'ASSAULT', tellings: 2, documents: 2, outlets: 2 },
    { type: 'ASSAULT', tellings: 1, documents: 1, outlets: 1 },
  ]);
  console.log('Reports of one happening in several shards are one incident; a text in two shards counts once.');
} finally {
  rmSync(folder, { recursive: true });
}
