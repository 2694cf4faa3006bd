import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, expect, test } from 'vitest';
import { runLapwing } from './support/lapwing.ts';

/** The SQL of docs/volume on the tables of shards. */

const FOLDER = mkdtempSync(join(tmpdir(), 'lapwing-incidents-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

function shard(name: string, ...reports: readonly (readonly [source: string, published: string, text: string])[]): string {
  const path = join(FOLDER, `${name}.jsonl`);
  writeFileSync(path, reports.map(([source, published, text]) => JSON.stringify({ source, published, text })).join('\n'));
  return path;
}

const FIRST = 'A suicide bomber killed 14 people at a market in Maiduguri on Tuesday, police said.';

test('reports of one happening in several shards are one incident; a text in two shards counts once', async () => {
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
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
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
}, 180_000);
