import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { endOf, runLapwing, startLapwing } from './support/lapwing.ts';

const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), 'lapwing-workers-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

function file(name: string, content: string): string {
  writeFileSync(join(FOLDER, name), content);
  return join(FOLDER, name);
}

const line = (id: number | string, text: string) => JSON.stringify({ id, text, published: '2016-06-01' });
const report = (number: number) =>
  `Soldiers shelled the town of Sarobi on ${(number % 28) + 1} May 2016, killing ${number + 2} people. Pakistan denied attack number ${number}.`;

/** More than is coded without threads. */
const MANY = 60;
const LINES = Array.from({ length: MANY }, (_, at) => line(at, report(at)));
const ARCHIVE = file('archive.jsonl', [...LINES.slice(0, 5), '{', ...LINES.slice(5)].join('\n'));

/** More text than any machine codes within the time limits below: no paragraph twice. */
const LONG_TEXT = Array.from({ length: 12_000 }, (_, at) => report(at)).join('\n\n');

const idsOf = (out: string) =>
  out
    .split('\n')
    .filter(Boolean)
    .map((each) => JSON.parse(each).document.externalId);
const numbers = (count: number) => Array.from({ length: count }, (_, at) => String(at));

/** Many programs one after the other, on a machine that may have other work. */
const timeout = 180_000;

describe('records of many documents', { timeout }, () => {
  const alone = runLapwing(['code', ARCHIVE, '--workers', '1']);

  test.each([[['--workers', '2']], [['--workers', '3']], [[]], [['--explain']]])('are the same bytes with %j', (options) => {
    const { code, out, errors } = runLapwing(['code', ARCHIVE, ...options]);
    expect([code, out === alone.out]).toEqual([1, true]);
    if (options[0] !== '--explain') expect(errors).toBe(alone.errors);
    expect(idsOf(out)).toEqual(numbers(MANY));
  });

  test('a document that takes too long is given up, in its place; the rest is coded', () => {
    const path = file('long.jsonl', [line('a', report(1)), line('long', LONG_TEXT), line('b', report(2))].join('\n'));
    const { code, out, errors } = runLapwing(['code', path, '--workers', '1', '--time-limit', '2.5']);
    expect([code, errors]).toEqual([1, 'lapwing: long: given up after 3 seconds (engine/too-slow)\n']);
    expect(idsOf(out)).toEqual(['a', 'b']);
  });

  test.each(['0', '-1', 'soon', '1e9'])('a time limit of %s is wrong usage', (limit) => {
    expect(runLapwing(['code', ARCHIVE, '--time-limit', limit]).code).toBe(2);
  });
});

/** Waits for so many lines of standard output. */
function linesFrom(child: ChildProcess, count: number): Promise<void> {
  let seen = 0;
  return new Promise((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      seen += chunk.toString('latin1').split('\n').length - 1;
      if (seen >= count) resolve();
    });
  });
}

describe('Ctrl-C', { timeout }, () => {
  /** Longer than the test waits. */
  const ENDLESS = file('endless.jsonl', Array.from({ length: 4000 }, (_, at) => line(at, report(at))).join('\n'));

  test.each(['1', '2'])('ends coding in %s threads with whole records, in order, and exit code 130', async (workers) => {
    const child = startLapwing(['code', ENDLESS, '--workers', workers]);
    const ended = endOf(child);
    await linesFrom(child, 5);
    child.kill('SIGINT');
    const { code, out, errors } = await ended;
    expect([code, errors, out.endsWith('\n')]).toEqual([130, '', true]);
    const ids = idsOf(out);
    expect(ids).toEqual(numbers(ids.length));
    expect(ids.length).toBeLessThan(4000);
  });

  test('SIGTERM does the same with a code of its own', async () => {
    const child = startLapwing(['code', ENDLESS]);
    const ended = endOf(child);
    await linesFrom(child, 3);
    child.kill('SIGTERM');
    const { code, out } = await ended;
    expect([code, out.endsWith('\n')]).toEqual([143, true]);
  });

  test('ends at once what is explained', async () => {
    const child = startLapwing(['code', ENDLESS, '--explain']);
    const signalled = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
    await linesFrom(child, 3);
    child.kill('SIGINT');
    expect(await signalled).toBe('SIGINT');
  });

  test('ends a program that waits for its input', async () => {
    const child = startLapwing(['code', '-'], 'pipe');
    const ended = endOf(child);
    // Enough for the kind of input to be seen.
    child.stdin?.write(`${Array.from({ length: 600 }, (_, at) => line(at, report(at))).join('\n')}\n`);
    await linesFrom(child, 1);
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
  });

  test('given again, ends a program whose reader does not read', async () => {
    const pipe = join(FOLDER, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const handle = await open(pipe, 'r+');
    const child = spawn(process.execPath, [MAIN, 'code', ENDLESS], { stdio: ['ignore', handle.fd, 'ignore'] });
    const ended = new Promise<readonly unknown[]>((resolve) => child.once('exit', (...how) => resolve(how)));
    await wait(4000);
    const again = setInterval(() => child.kill('SIGINT'), 500);
    const [code, signal] = await ended;
    clearInterval(again);
    await handle.close();
    expect(code ?? signal).toBeOneOf([130, 'SIGINT']);
  });

  test('a run of "add" is taken up by the same command', async () => {
    const path = join(FOLDER, 'resumed');
    const child = startLapwing(['add', ENDLESS, '--case', path, '--json']);
    const ended = endOf(child);
    await linesFrom(child, 20);
    child.kill('SIGINT');
    const { code, out, errors } = await ended;
    expect([code, errors]).toEqual([130, 'lapwing: stopped; the same command goes on from here\n']);
    const told = out
      .split('\n')
      .filter(Boolean)
      .map((each) => JSON.parse(each));
    expect(told.every(({ outcome }) => outcome === 'added')).toBe(true);
    const some = file(
      'some.jsonl',
      readFileSync(ENDLESS, 'utf8')
        .split('\n')
        .slice(0, told.length + 10)
        .join('\n'),
    );
    const again = runLapwing(['add', some, '--case', path]);
    expect([again.code, again.errors]).toEqual([0, '']);
    expect(again.out).toBe(`10 added, ${told.length} already there; ${path}.lapwing holds ${told.length + 10} documents\n`);
  });
});
