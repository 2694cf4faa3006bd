import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleRecord } from '../../../test/support/example-record.ts';
import { locateCase, openCase, saveDocument } from '../../store/index.ts';
import { run } from '../run.ts';
import type { Terminal } from '../terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'lapwing-review-'));
const name = join(folder, 'ferry');
const record = exampleRecord();
const { id } = record.document;

beforeAll(async () => {
  const db = await openCase(locateCase({ case: name }), 'create');
  const { externalId, title, source, url, published, publishedBasis, language } = record.document;
  const facts = { externalId, title, source, url, published, publishedBasis, language, reading: '{}' };
  await saveDocument(db, { record, facts, run: null, now: '2026-11-23T12:00:00Z' });
  await db.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function lapwing(...args: readonly string[]): Promise<{ code: number; out: string; errors: string }> {
  let [out, errors] = ['', ''];
  const terminal: Terminal = {
    write: async (text) => {
      out += text;
    },
    report: ({ detail }) => {
      errors += detail;
    },
    note: (line) => {
      errors += line;
    },
    progress: () => {},
    ...{ width: 80, exitCode: 0 },
  };
  return { code: await run([...args, '--case', name], terminal), out, errors };
}

test('lists, decides, takes back and keeps a log, without a terminal', async () => {
  const list = await lapwing('review', 'list', '--type', 'ASSAULT');
  expect(list.out.split('\n')).toHaveLength(4);
  const rejected = await lapwing('review', 'reject', `${id.slice(0, 12)}#ev-2`, '--why', 'it was a drill', '--by', 'Ana');
  expect(rejected.out).toBe(`1: reject ${id}#ev-2\n`);
  expect((await lapwing('review', 'list', '--type', 'ASSAULT')).out.split('\n')).toHaveLength(3);
  await lapwing('review', 'edit', `${id}#ev-5`, '--set', 'status=planned', '--set', 'actors=Ilse Brandt');
  expect((await lapwing('show', 'events', '--status', 'planned', '--json')).out).toContain('ilse-brandt');
  await lapwing('review', 'undo', `${id.slice(0, 12)}#ev-2`, '--why', 'no drill');
  const log = (await lapwing('review', 'log')).out.trim().split('\n');
  expect(log).toHaveLength(3);
  expect(log[0]).toMatch(/^1 .* Ana {2}reject .* it was a drill {2}\(taken back by 3\)$/);
  expect((await lapwing('review', 'undo', `${id}#ev-2`)).errors).toContain('nothing decided');
});

test('incidents are joined by hand', async () => {
  expect((await lapwing('link')).code).toBe(0);
  const shown = JSON.parse((await lapwing('show', 'incidents', '--type', 'ASSAULT', '--json')).out) as {
    id: string;
    contested: boolean;
  }[];
  const [one, other] = shown;
  expect((await lapwing('review', 'merge', one?.id ?? '', '--with', other?.id ?? '')).out).toMatch(/merge i-/);
  const after = JSON.parse((await lapwing('show', 'incidents', '--type', 'ASSAULT', '--json')).out) as unknown[];
  expect(after).toHaveLength(shown.length - 1);
});

test.each([
  { args: ['review'], says: 'no terminal' },
  { args: ['review', 'forget', 'x'], says: 'not one of' },
  { args: ['review', 'accept'], says: 'needs an id' },
  { args: ['review', 'accept', `${id}#e99`], says: 'no entry' },
  { args: ['review', 'edit', `${id}#ev-1`], says: 'at least one field' },
  { args: ['review', 'edit', `${id}#ev-1`, '--set', 'status=maybe'], says: 'status is one of' },
  { args: ['review', 'list', '--actor', 'nobody'], says: 'no actor' },
])('$args is wrong usage', async ({ args, says }) => {
  const { code, errors } = await lapwing(...args);
  expect([code, errors]).toEqual([2, expect.stringContaining(says)]);
});
