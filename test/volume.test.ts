import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';

/** The recipes of docs/volume, run with the variables that schedulers set, two tasks at a time. */

const VOLUME = fileURLToPath(new URL('../docs/volume/', import.meta.url));
const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), 'lapwing-volume-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

mkdirSync(join(FOLDER, 'bin'));
writeFileSync(join(FOLDER, 'bin', 'lapwing'), `#!/bin/sh\nexec "${process.execPath}" "${MAIN}" "$@"\n`);
chmodSync(join(FOLDER, 'bin', 'lapwing'), 0o755);

const SHARDS = Array.from({ length: 4 }, (_, shard) => {
  const path = join(FOLDER, `part-${shard}.jsonl`);
  const lines = [1, 2, 3].map((day) => JSON.stringify({ text: `Rebels shelled Aleppo on ${day + shard} May 2016.` }));
  writeFileSync(path, [...lines, ...(shard === 2 ? ['{'] : [])].join('\n'));
  return path;
});
writeFileSync(join(FOLDER, 'shards.txt'), `${SHARDS.join('\n')}\n`);

/** Runs a script once for each index from 0, as an array of tasks. */
function runArray(variable: string, count: number, script: string, args: readonly string[]) {
  const each = `${variable}={} sh -c ${quote(script)} task ${args.map(quote).join(' ')}`;
  const { status, stdout, stderr } = spawnSync('xargs', ['-P', '2', '-I', '{}', 'sh', '-c', each], {
    cwd: FOLDER,
    env: { ...process.env, PATH: `${join(FOLDER, 'bin')}${delimiter}${process.env.PATH}` },
    input: Array.from({ length: count }, (_, index) => `${index}\n`).join(''),
    encoding: 'utf8',
  });
  return { status, lines: stdout.split('\n').filter(Boolean).sort(), errors: stderr };
}

const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

const CODED = ['part-0: 3 coded', 'part-1: 3 coded', 'part-2: 3 coded, 1 failed (read/bad-json)', 'part-3: 3 coded'];

describe('recipes of docs/volume', { timeout: 180_000 }, () => {
  beforeEach(() => rmSync(join(FOLDER, 'tables'), { recursive: true, force: true }));

  test('a Slurm array; given again, it has nothing to do', () => {
    const script = readFileSync(join(VOLUME, 'slurm-array.sh'), 'utf8');
    const first = runArray('SLURM_ARRAY_TASK_ID', 4, script, ['shards.txt', 'tables']);
    expect([first.status, first.lines, first.errors]).toEqual([0, CODED, '']);
    expect(readdirSync(join(FOLDER, 'tables')).sort()).toEqual(['_partial', 'part-0', 'part-1', 'part-2', 'part-3']);
    const again = runArray('SLURM_ARRAY_TASK_ID', 4, script, ['shards.txt', 'tables']);
    expect([again.status, again.lines]).toEqual([0, CODED.map((line) => line.replace(': ', ': already there, '))]);
    expect(runArray('SLURM_ARRAY_TASK_ID', 5, script, ['shards.txt', 'tables'])).toMatchObject({
      status: 123,
      errors: 'no shard number 4 in shards.txt\n',
    });
  });

  test('a Kubernetes Indexed Job', () => {
    const script = /- \|\n((?: {14}.*\n)+)/.exec(readFileSync(join(VOLUME, 'kubernetes-job.yaml'), 'utf8'))?.[1] ?? '';
    const { status, lines } = runArray('JOB_COMPLETION_INDEX', 4, script.replaceAll(/^ {14}/gm, ''), []);
    expect([status, lines]).toEqual([0, CODED]);
  });
});
