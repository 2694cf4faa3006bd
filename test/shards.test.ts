import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, test } from 'vitest';
import { endOf, runLapwing, startLapwing } from './support/lapwing.ts';

/** Many programs one after the other, on a machine that may have other work. */
const timeout = 180_000;

const FOLDER = mkdtempSync(join(tmpdir(), 'lapwing-shards-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const at = (...names: readonly string[]) => join(FOLDER, ...names);

function file(name: string, lines: readonly string[]): string {
  writeFileSync(at(name), lines.join('\n'));
  return at(name);
}

const line = (id: number | string, text: string, source = 'Northern Ledger') =>
  JSON.stringify({ id, text, source, published: '2016-06-01' });
const report = (number: number) =>
  `Soldiers shelled the town of Sarobi on ${(number % 28) + 1} May 2016, killing ${number + 2} people. Pakistan denied attack number ${number}.`;
const reports = (from: number, count: number) =>
  Array.from({ length: count }, (_, number) => line(from + number, report(from + number)));

const tables = (...args: readonly string[]) => runLapwing(['code', ...args, '--format', 'parquet']);

async function rowsOf(...path: readonly string[]): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return parquetReadObjects({ file: new Uint8Array(readFileSync(at(...path))).buffer });
}

const manifestOf = (...path: readonly string[]) => JSON.parse(readFileSync(at(...path, 'manifest.json'), 'utf8'));

/** Every file of a shard by its hash. */
const bytesOf = (...path: readonly string[]) =>
  Object.fromEntries(
    readdirSync(at(...path)).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(at(...path, name)))
        .digest('hex'),
    ]),
  );

describe('code --format parquet', { timeout }, () => {
  const SHARD = file('one.jsonl', [...reports(0, 6), '{', line('again', report(2), 'Harbour Post'), line('last', report(9))]);
  const first = tables(SHARD, '--out', at('out'));

  test('tables of a shard, with a manifest that says what they are made of', async () => {
    expect([first.code, first.out]).toEqual([1, 'one: 7 coded, 1 repeated, 1 failed (read/bad-json)\n']);
    const manifest = manifestOf('out', 'one');
    expect(manifest).toMatchObject({
      format: 'lapwing-shard/1',
      shard: 'one',
      inputs: [{ name: 'one.jsonl', bytes: statSync(SHARD).size }],
      counts: { read: 9, coded: 7, repeated: 1, failed: 1 },
      failures: { 'read/bad-json': 1 },
    });
    for (const { name, rows, sha256 } of manifest.files) {
      expect(bytesOf('out', 'one')[name]).toBe(sha256);
      expect((await rowsOf('out', 'one', name)).length, name).toBe(rows);
    }
  });

  test('hold what the records hold', async () => {
    const records = runLapwing(['code', SHARD, '--workers', '1'])
      .out.split('\n')
      .filter(Boolean)
      .map((each) => JSON.parse(each));
    const seen = new Set<string>();
    const events = records.flatMap(({ document, events }) => {
      if (seen.has(document.id)) return [];
      seen.add(document.id);
      return events.map((event: { readonly id: string }) => `${document.id}#${event.id}`);
    });
    expect((await rowsOf('out', 'one', 'events.parquet')).map(({ id }) => id)).toEqual(events);
    const sources = await rowsOf('out', 'one', 'sources.parquet');
    expect(sources.filter(({ document }) => document === records[2].document.id).map(({ source }) => source)).toEqual([
      'Northern Ledger',
      'Harbour Post',
    ]);
    expect(await rowsOf('out', 'one', 'failures.parquet')).toMatchObject([{ code: 'read/bad-json' }]);
  });

  test('the same bytes however many threads, and wherever the shard lies', () => {
    expect(tables(SHARD, '--out', at('alone'), '--workers', '1').code).toBe(1);
    expect(bytesOf('alone', 'one')).toEqual(bytesOf('out', 'one'));
    mkdirSync(at('elsewhere'));
    cpSync(SHARD, at('elsewhere', 'one.jsonl'));
    expect(tables(at('elsewhere', 'one.jsonl'), '--out', at('moved')).code).toBe(1);
    expect(bytesOf('moved', 'one')).toEqual(bytesOf('out', 'one'));
  });

  test('a shard that is there is passed over, with the same exit code; one that changed is put in its place', async () => {
    const [path, out] = [file('two.jsonl', reports(0, 3)), at('again')];
    expect(tables(path, SHARD, '--out', out).out).toBe('two: 3 coded\none: 7 coded, 1 repeated, 1 failed (read/bad-json)\n');
    const { mtimeMs } = statSync(join(out, 'one', 'events.parquet'));
    file('two.jsonl', reports(0, 4));
    const { code, out: said } = tables(path, SHARD, '--out', out);
    expect([code, said]).toEqual([1, 'two: 4 coded\none: already there, 7 coded, 1 repeated, 1 failed (read/bad-json)\n']);
    expect(statSync(join(out, 'one', 'events.parquet')).mtimeMs).toBe(mtimeMs);
    expect((await rowsOf('again', 'two', 'documents.parquet')).length).toBe(4);
    expect(tables(path, '--out', out, '--source', 'Wire').out).toBe('two: 4 coded\n');
    expect(readdirSync(join(out, '_partial'))).toEqual([]);
  });

  test.each(['SIGKILL', 'SIGINT'] as const)('%s leaves no half shard, and the next run makes it whole', async (signal) => {
    const [path, out] = [file(`${signal}.jsonl`, reports(0, 400)), at(`stopped-${signal}`)];
    const child = startLapwing(['code', path, '--format', 'parquet', '--out', out]);
    const ended = endOf(child);
    while (!existsSync(join(out, '_partial')) || readdirSync(join(out, '_partial')).length === 0) await wait(20);
    await wait(500);
    child.kill(signal);
    expect((await ended).code).toBe(signal === 'SIGINT' ? 130 : null);
    expect(readdirSync(out)).toEqual(['_partial']);
    expect(readdirSync(join(out, '_partial')).length).toBe(signal === 'SIGINT' ? 0 : 1);
    file(`${signal}.jsonl`, reports(0, 20));
    expect(tables(path, '--out', out).out).toBe(`${signal}: 20 coded\n`);
    expect(readdirSync(join(out, '_partial'))).toEqual([]);
  });

  test('a folder is one shard; what cannot be read is named and the rest is coded', () => {
    cpSync(SHARD, at('many', 'a.jsonl'), { recursive: true });
    writeFileSync(at('many', 'b.txt'), report(77));
    const { code, out, errors } = tables(at('none.jsonl'), at('many'), '--out', at('folders'));
    expect([code, out]).toEqual([1, 'many: 8 coded, 1 repeated, 1 failed (read/bad-json)\n']);
    expect(errors).toMatch(/none\.jsonl: .*\(cli\/unreadable\)/);
    expect(manifestOf('folders', 'many').inputs.map(({ name }: { readonly name: string }) => name)).toEqual([
      'a.jsonl',
      'b.txt',
    ]);
  });

  test.each([
    { name: 'no folder', args: [SHARD, '--format', 'parquet'] },
    { name: 'a folder for records', args: [SHARD, '--out', 'x'] },
    { name: 'standard input', args: ['-', '--format', 'parquet', '--out', at('x')] },
    { name: 'one name twice', args: [SHARD, at('one.jsonl.gz'), '--format', 'parquet', '--out', at('x')] },
    { name: 'an explanation', args: [SHARD, '--explain', '--format', 'parquet', '--out', at('x')] },
  ])('$name is wrong usage', ({ args }) => {
    expect(runLapwing(['code', ...args]).code).toBe(2);
  });
});
