import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collect, eachRecordJson, type OpenedCase, openCase } from '../../src/store/index.ts';
import { type NewCase, onBothDatabases } from '../support/cases.ts';
import { checkWhole } from '../support/check-whole.ts';
import { runHere } from '../support/run-here.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'lapwing-remove-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const SHELLING =
  'The army of Pakistan shelled villages near Sarobi on Sunday, killing at least three people, Afghan officials said. Residents of the villages fled to the hills, and the road to the border stayed closed for the whole day.';
const REPORTS = [
  { text: SHELLING, source: 'First Herald' },
  { text: `${SHELLING} It was quiet in Zarghunabad on Monday.`, source: 'Second Herald' },
  { text: `${SHELLING} It was quiet on Monday. Nobody was arrested.`, source: 'Third Herald' },
  { text: 'Pakistan denied on Monday that its army had shelled villages near Sarobi.', source: 'Fourth Herald' },
].map((report, at) => ({ id: `r${at}`, published: '2017-02-21', ...report }));

function file(name: string, reports: readonly object[]): string {
  const path = join(FOLDER, name);
  writeFileSync(path, reports.map((report) => JSON.stringify(report)).join('\n'));
  return path;
}

const ALL = file('all.jsonl', REPORTS);
const [FIRST, SECOND] = [file('first.jsonl', REPORTS.slice(0, 1)), file('second.jsonl', REPORTS.slice(1, 2))];
const OTHERS = file(
  'others.jsonl',
  [REPORTS[0], REPORTS[2], REPORTS[3]].filter((report) => report !== undefined),
);

onBothDatabases('taking a document out', ({ newCase, dialect }) => {
  let made: NewCase;
  let never: NewCase;
  let id = '';
  const lapwing = (...args: readonly string[]) => runHere([...args, ...made.options]);
  const pictureOf = async ({ options }: NewCase) => {
    const lists = ['incidents', 'disputes', 'agreements', 'events', 'actors', 'ties'];
    const found = await Promise.all(lists.map((what) => runHere(['show', what, '--json', ...options])));
    return found.map(({ out }) => JSON.parse(out));
  };

  beforeAll(async () => {
    [made, never] = [newCase(), newCase()];
    expect((await lapwing('add', ALL)).code).toBe(0);
    expect((await runHere(['add', OTHERS, ...never.options])).code).toBe(0);
    const { out } = await lapwing('sql', "select id from documents where source = 'Second Herald'", '--json');
    id = JSON.parse(out)[0].id;
  }, 120_000);

  test('asks for a reason, and for a document there is', async () => {
    expect((await lapwing('remove', id)).code).toBe(2);
    expect((await lapwing('remove', '0000abcd', '--why', 'no')).errors).toContain('store/no-document');
  });

  test('leaves the case as if it had never been there', async () => {
    const { code, out } = await lapwing('remove', id.slice(0, 12), '--why', 'withdrawn', '--by', 'Ada');
    expect({ code, out }).toEqual({ code: 0, out: `document ${id} is taken out (decision 1)\n` });
    expect(await pictureOf(made)).toEqual(await pictureOf(never));
    const [left, right] = await Promise.all([openCase(made.location, 'write'), openCase(never.location, 'read')]);
    const records = (db: OpenedCase) => collect(eachRecordJson(db));
    expect(await records(left)).toEqual(await records(right));
    await checkWhole(left);
    await Promise.all([left.close(), right.close()]);
  }, 60_000);

  test('is in the log, without a word of the text', async () => {
    const { out } = await lapwing('sql', 'select kind, subject, by_whom, why, what from decisions', '--json');
    expect(JSON.parse(out)).toEqual([{ kind: 'remove', subject: id, by_whom: 'Ada', why: 'withdrawn', what: 'null' }]);
  });

  if (dialect === 'sqlite')
    test('leaves none of its words in the file', () => {
      const bytes = (of: NewCase) => (of.location.dialect === 'sqlite' ? readFileSync(of.location.path, 'latin1') : '');
      expect(bytes(made)).toContain('Afghan officials said');
      expect(bytes(made)).not.toMatch(/zarghunabad/i);
    });

  test('keeps the text out until the decision is taken back', async () => {
    const again = await lapwing('add', SECOND);
    expect(again.code).toBe(1);
    expect(again.errors).toContain(`${id}: Ada took it out of the case on `);
    expect((await lapwing('add', FIRST)).out).toContain('1 already there');
    expect((await lapwing('review', 'undo', '1')).code).toBe(0);
    expect((await lapwing('add', SECOND)).out).toContain('1 added');
  }, 60_000);
});
