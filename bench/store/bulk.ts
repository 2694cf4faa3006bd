import { readFileSync } from 'node:fs';
import pg from 'pg';
import { startPostgres } from '../../test/support/own-postgres.ts';

/** What bulk loading and partitions would bring to a case on a server: `node bench/store/bulk.ts [ROWS]`. A table like that of events, with its
 * indexes, is filled in several ways and asked as lists ask. Times are those of the server's process on a processor, so other work on the machine
 * does not count. */

const ROWS = Number(process.argv[2] ?? 400_000);
/** Rows of one report's events, and of a big statement. */
const REPORT = 15;
const MANY = 5000;
const PARTITIONS = 16;
/** Kernel ticks a second in /proc. */
const TICKS = 100;

const server = await startPostgres(['fsync=off', 'max_wal_size=4GB']);
if (!server) throw new Error('PostgreSQL is not installed');
const client = new pg.Client({ connectionString: server.url });
await client.connect();
const { rows: found } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
const backend = found[0]?.pid ?? 0;

/** Seconds of processor that the server's process for this connection has had. */
function processorSeconds(): number {
  const fields = readFileSync(`/proc/${backend}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

async function cost(work: () => Promise<unknown>): Promise<number> {
  const before = processorSeconds();
  await work();
  return processorSeconds() - before;
}

const COLUMNS = 'key bigint, document bigint, day text collate "C", type text, status text, actors text, evidence text';
const INDEXES = ['document', 'day, key', 'type, day', 'status, day'];

async function makeTable(name: string, partitions: 'none' | 'hash' | 'range'): Promise<void> {
  const by = { none: '', hash: ' partition by hash (key)', range: ' partition by range (key)' }[partitions];
  await client.query(`create table ${name} (${COLUMNS}, primary key (key))${by}`);
  const width = Math.ceil((ROWS / REPORT) * 1024 * (1 / PARTITIONS));
  for (let at = 0; at < PARTITIONS && partitions !== 'none'; at++) {
    const bound =
      partitions === 'hash'
        ? `with (modulus ${PARTITIONS}, remainder ${at})`
        : `from (${at * width}) to (${at === PARTITIONS - 1 ? 'maxvalue' : (at + 1) * width})`;
    await client.query(`create table ${name}_${at} partition of ${name} for values ${bound}`);
  }
  for (const columns of INDEXES) await client.query(`create index on ${name} (${columns})`);
}

/** Rows from a number on: reports one after the other, their keys 1,024 apart, as in a case. */
const rowsFrom = (from: number, count: number) => `
  select (i / ${REPORT})::bigint * 1024 + i % ${REPORT} as key, (i / ${REPORT})::bigint as document,
    to_char(date '2010-01-01' + (i::bigint * 7919 % 5000)::int, 'YYYY-MM-DD') as day, 'TYPE' || i % 16 as type, 'status' || i % 8 as status,
    '["PAK","AFG"]' as actors, repeat('words of a report ', 10) as evidence
  from generate_series(${from}, ${from + count - 1}) i`;

/** Fills a table as a case is filled: so many rows a statement, each as one JSON text. */
async function fillByJson(name: string, count: number, atOnce: number): Promise<number> {
  let seconds = 0;
  for (let from = 0; from < count; from += atOnce) {
    const { rows } = await client.query<{ json: string }>(
      `select json_agg(r)::text as json from (${rowsFrom(from, Math.min(atOnce, count - from))}) r`,
    );
    const json = rows[0]?.json;
    seconds += await cost(() =>
      client.query(`insert into ${name} select * from json_populate_recordset(null::${name}, $1::json)`, [json]),
    );
  }
  return seconds;
}

/** Fills a table by COPY, from a file of the server: no network and no client, so the least that COPY can cost. */
async function fillByCopy(name: string, count: number, atOnce: number): Promise<number> {
  let seconds = 0;
  for (let from = 0; from < count; from += atOnce) {
    await client.query(`copy (${rowsFrom(from, Math.min(atOnce, count - from))}) to '/tmp/lapwing-bulk.copy'`);
    seconds += await cost(() => client.query(`copy ${name} from '/tmp/lapwing-bulk.copy'`));
  }
  return seconds;
}

/** Milliseconds of processor a question, each asked so often with other values. */
async function ask(name: string): Promise<Record<string, string>> {
  const QUESTIONS: Readonly<Record<string, (at: number) => string>> = {
    'one report': (at) => `select * from ${name} where document = ${(at * 7907) % Math.floor(ROWS / REPORT)}`,
    'a page by day': (at) => `select * from ${name} where day >= '20${10 + (at % 13)}' order by day, key limit 50`,
    'a type in a month': (at) =>
      `select count(*) from ${name} where type = 'TYPE${at % 16}' and day between '2015-0${1 + (at % 9)}' and '2015-0${1 + (at % 9)}-31'`,
  };
  const asked: Record<string, string> = {};
  for (const [what, query] of Object.entries(QUESTIONS)) {
    const seconds = await cost(async () => {
      for (let at = 0; at < 300; at++) await client.query(query(at));
    });
    asked[what] = ((seconds * 1000) / 300).toFixed(2);
  }
  return asked;
}

const perRow = (seconds: number, rows: number) => `${((seconds * 1e6) / rows).toFixed(1)} us a row`;
try {
  const sample = Math.min(ROWS, 60_000);
  for (const [what, atOnce] of [
    ['a report at a time', REPORT],
    ['5,000 rows at a time', MANY],
  ] as const) {
    await makeTable('by_json', 'none');
    await makeTable('by_copy', 'none');
    const [json, copy] = [await fillByJson('by_json', sample, atOnce), await fillByCopy('by_copy', sample, atOnce)];
    console.log(`${what}: JSON ${perRow(json, sample)}, COPY ${perRow(copy, sample)}`);
    await client.query('drop table by_json, by_copy');
  }
  for (const partitions of ['none', 'hash', 'range'] as const) {
    const name = `parts_${partitions}`;
    await makeTable(name, partitions);
    const filled = await cost(() => client.query(`insert into ${name} ${rowsFrom(0, ROWS)}`));
    await client.query(`vacuum analyze ${name}`);
    console.log(`partitions ${partitions}: filled ${perRow(filled, ROWS)}; ms a question:`, await ask(name));
  }
} finally {
  await client.end();
  server.stop();
}
