import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type NewCase, onBothDatabases } from '../support/cases.ts';
import { ROOT } from '../support/documents.ts';
import { runHere } from '../support/run-here.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'lapwing-commands-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const REPORTS = [
  {
    id: 'r1',
    title: 'Shelling in Kunar',
    source: 'The Example',
    published: '2017-02-20',
    text: 'The army of Pakistan shelled villages in eastern Afghanistan on Sunday, killing at least three people, Afghan officials said.',
  },
  {
    id: 'r2',
    source: '=Danger',
    published: '2017-02-21',
    text: 'Afghanistan condemned Pakistan on Monday. "We will close the border," the foreign ministry of Pakistan warned.',
  },
  {
    id: 'r3',
    source: 'The Example',
    published: '2017-02-22',
    text: 'Turkey and Iran signed a trade agreement in Ankara on Tuesday.',
  },
] as const;

function file(name: string, content: string): string {
  const path = join(FOLDER, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const lines = (...values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join('\n');
/** The views that docs/case-store.md documents. */
const VIEWS = [...readFileSync(`${ROOT}docs/case-store.md`, 'utf8').matchAll(/^\| `(\w+)` \| [^|]+ \| `/gm)].map(
  ([, view = '']) => view,
);

const ARCHIVE = file('archive.jsonl', `${lines(REPORTS[0], REPORTS[1])}\n{\n${lines(REPORTS[2])}\n`);

onBothDatabases('the command line', ({ newCase, dialect }) => {
  let made: NewCase;
  const lapwing = (...args: readonly string[]) => runHere([...args, ...made.options]);
  const json = async (...args: readonly string[]) => JSON.parse((await lapwing(...args, '--json')).out);

  beforeAll(async () => {
    made = newCase();
    const { code, out, errors } = await lapwing('add', ARCHIVE);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(/^3 added, 1 failed; .* holds 3 documents\n$/) });
    expect(errors).toMatch(/archive\.jsonl:3: .*\(read\/bad-json\)/);
  }, 60_000);

  describe('add', () => {
    test('again changes nothing; another outlet is another source', async () => {
      const path = file('again.jsonl', lines(REPORTS[0], { ...REPORTS[0], source: 'Zeitung' }));
      const { code, out } = await lapwing('add', path, '--json');
      const outcomes = out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).outcome);
      expect([code, outcomes]).toEqual([0, ['known', 'source-added']]);
      const [document] = await json('show', 'documents', '--text', 'villages');
      expect(document.sources.map(({ source }: { source: string }) => source)).toEqual(['The Example', 'Zeitung']);
    });

    test('threads make the same case', async () => {
      const other = newCase();
      expect((await runHere(['add', ARCHIVE, '--workers', '2', ...other.options])).code).toBe(1);
      const events = async (options: readonly string[]) => (await runHere(['show', 'events', '--json', ...options])).out;
      expect(await events(other.options)).toBe(await events(made.options));
    }, 60_000);

    test('coding again has nothing to do for the same version', async () => {
      const { code, out } = await lapwing('add', '--recode');
      expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^nothing to do; /) });
    });

    test('actors given once stay with the case, until others are given', async () => {
      const other = newCase();
      const text = (place: string) =>
        `Fighters of the Amber Valley Union shelled ${place} on Monday. Police said the Amber Valley Union fled.`;
      const table = (country: string) =>
        file(
          `${country}.tsv`,
          `id\tname\tkind\tcountry\tsector\tnames\namber-valley-union\tAmber Valley Union\tarmed-group\t${country}\tREB\t\n`,
        );
      const add = (name: string, place: string, ...actors: readonly string[]) =>
        runHere(['add', file(name, text(place)), '--published', '2020-05-05', ...actors, ...other.options]);
      await add('union-1.txt', 'Northton', '--actors', table('SOM'));
      await add('union-2.txt', 'Southton');
      await add('union-3.txt', 'Weston', '--actors', table('KEN'));
      await add('union-4.txt', 'Easton');
      const { out } = await runHere([
        'sql',
        "select country, count(distinct substr(event, 1, 64)) as n from event_parties where actor = 'amber-valley-union' group by country order by country",
        '--json',
        ...other.options,
      ]);
      expect(JSON.parse(out)).toEqual([
        { country: 'KEN', n: 2 },
        { country: 'SOM', n: 2 },
      ]);
    }, 60_000);

    test('needs something to add', async () => {
      expect((await lapwing('add')).code).toBe(2);
    });
  });

  describe('show', () => {
    test('events of a dyad, with their statement', async () => {
      const events = await json('show', 'events', '--dyad', 'AFG,PAK');
      expect(events.map(({ event }: { event: { type: string } }) => event.type)).toContain('ACCUSE');
      const { code, out } = await lapwing('show', 'statement', events[0].id.replace(/^(.{10}).*#/, '$1#'));
      expect(code).toBe(0);
      expect(out).toContain('=Danger, 21 Feb 2017');
      expect(out.replace(/\s+/g, ' ')).toContain(`»${events[0].event.evidence.text}«`);
    });

    test.each(['events', 'claims', 'actors', 'ties', 'figures', 'places', 'documents'])(
      '%s as table, JSON and CSV agree',
      async (what) => {
        const entries: readonly unknown[] = await json('show', what);
        const csv = (await lapwing('show', what, '--format', 'csv')).out;
        expect(csv === '' ? 0 : csv.trimEnd().split('\r\n').length - 1).toBe(entries.length);
        const table = (await lapwing('show', what)).out;
        expect(table.toLowerCase()).toMatch(
          new RegExp(`^${entries.length} ${entries.length === 1 ? what.slice(0, -1) : what}\n`),
        );
      },
    );

    test('a table says when there is more; words and days narrow it down', async () => {
      expect((await lapwing('show', 'documents', '--limit', '1')).out).toContain('the first 1 of 3; --limit shows more');
      expect((await json('show', 'events', '--text', 'sign agreement')).length).toBeGreaterThan(0);
      expect((await json('show', 'documents', '--from', '2017-02-21', '--to', '2017-02-21')).length).toBe(1);
      expect(await json('show', 'claims', '--speaker', 'Afghanistan', '--actor', 'TUR')).toEqual([]);
    });

    test('what a report says is no formula', async () => {
      expect((await lapwing('show', 'documents', '--format', 'csv')).out).toContain(",'=Danger,");
    });

    test.each([
      { name: 'something unknown', args: ['cases'], says: '"cases" is not one of events' },
      { name: 'a filter it has not', args: ['figures', '--actor', 'PAK'], says: 'show figures has no --actor' },
      { name: 'an unknown type', args: ['events', '--type', 'WAR'], says: '--type is one of AGREE' },
      { name: 'no day', args: ['events', '--from', 'Monday'], says: 'YYYY-MM-DD' },
      { name: 'half a dyad', args: ['events', '--dyad', 'PAK'], says: '--dyad PAK,AFG' },
      { name: 'an unknown actor', args: ['events', '--actor', 'Atlantis'], says: 'no actor "Atlantis" in this case' },
      { name: 'an actor spelled almost right', args: ['events', '--actor', 'Pakis'], says: 'there is PAK' },
      { name: 'a statement without an id', args: ['statement'], says: 'needs an id' },
      { name: 'no number', args: ['events', '--limit', 'all'], says: 'whole number' },
    ])('refuses $name', async ({ args, says }) => {
      const { code, out, errors } = await lapwing('show', ...args);
      expect([code, out]).toEqual([2, '']);
      expect(errors).toContain(says);
    });

    test('a statement that is not there', async () => {
      const { code, errors } = await lapwing('show', 'statement', '0000abcd#e1');
      expect([code, errors]).toEqual([1, expect.stringContaining('store/no-document')]);
    });
  });

  describe('sql', () => {
    test('answers as table, JSON and CSV', async () => {
      const query = "select external_id, sources from documents where published >= '2017-02-21' order by external_id;";
      expect((await lapwing('sql', query)).out).toMatch(/^2 ROWS\nexternal_id {2}sources\n.*\nr2 +1\nr3 +1\n$/);
      expect((await lapwing('sql', query, '--format', 'csv')).out).toBe('external_id,sources\r\nr2,1\r\nr3,1\r\n');
      expect(await json('sql', query)).toEqual([
        { external_id: 'r2', sources: 1 },
        { external_id: 'r3', sources: 1 },
      ]);
      expect((await lapwing('sql', query, '--limit', '1')).out).toContain('there are more than 1');
    });

    test('every view can be read', async () => {
      expect(VIEWS).toHaveLength(22);
      for (const view of VIEWS) {
        const { out } = await lapwing('sql', `select count(*) as n from ${view}`, '--json');
        expect([view, out]).toEqual([view, expect.stringMatching(/^\[\{"n":\d+\}\]\n$/)]);
      }
    });

    test.each([
      'delete from event',
      'with gone as (select 1) delete from event',
      'select 1; delete from event',
      "select $$ ' $$; commit; set default_transaction_read_only = off; delete from event where type <> ''",
      'update document set title = null',
      'drop view events',
      "attach 'other.db' as other",
      "vacuum into 'copy.db'",
      'pragma query_only = off',
      'commit',
      '',
    ])('refuses %j', async (query) => {
      const { code, out } = await lapwing('sql', query);
      expect(code).not.toBe(0);
      expect(out).toBe('');
      expect(await json('show', 'documents')).toHaveLength(3);
    });

    test('says what a database does not understand', async () => {
      expect((await lapwing('sql', 'select something from nowhere')).errors).toMatch(/store\/bad-query/);
      expect((await lapwing('sql', "select ';' as semicolon -- ; a remark")).out).toContain('semicolon');
    });
  });

  if (dialect === 'sqlite')
    test('nothing is left beside the file', async () => {
      const { location } = made;
      if (location.dialect !== 'sqlite') throw new RangeError('not a file');
      const base = location.path.slice(location.path.lastIndexOf('/') + 1);
      expect(readdirSync(join(location.path, '..')).filter((name) => name.startsWith(base))).toEqual([base]);
    });
});

const LINKED_REPORTS = [
  {
    id: 'l1',
    source: 'The Example',
    published: '2017-02-20',
    text: 'The army of Pakistan shelled Afghan soldiers in Kunar on Sunday, killing three of them, Afghan officials said.',
  },
  {
    id: 'l2',
    source: 'Second Herald',
    published: '2017-02-20',
    text: 'Pakistan\u2019s army shelled Afghan soldiers in Kunar on Sunday, a doctor said.',
  },
  {
    id: 'l3',
    source: 'The Example',
    published: '2017-02-21',
    text: 'Afghanistan condemned Pakistan on Monday.',
  },
] as const;

onBothDatabases('a case as one picture', ({ newCase }) => {
  const { options } = newCase();
  beforeAll(async () => {
    const path = file('linked.jsonl', LINKED_REPORTS.map((report) => JSON.stringify(report)).join('\n'));
    expect((await runHere(['add', path, ...options])).code).toBe(0);
  }, 60_000);
  const json = async (...args: readonly string[]) => JSON.parse((await runHere(['show', ...args, '--json', ...options])).out);

  test('an incident of two reports, found by its type and told with reasons', async () => {
    const incidents = await json('incidents', '--type', 'ASSAULT');
    const shelling = incidents.find(({ sources }: { sources: { documents: number } }) => sources.documents === 2);
    expect(shelling).toMatchObject({
      type: 'ASSAULT',
      day: '2017-02-19',
      sources: { outlets: ['Second Herald', 'The Example'], independent: 2 },
    });
    const { out } = await runHere(['show', 'incident', shelling.id, ...options]);
    expect(out).toContain('joined to 1 with');
    expect(out).toContain('The Example, 20 Feb 2017');
    const [telling] = shelling.tellings;
    expect((await json('incident', telling.id)).id).toBe(shelling.id);
  });

  test.each(['incidents', 'disputes', 'agreements', 'dyads', 'ties', 'told-ties'])(
    '%s as table, JSON and CSV',
    async (what) => {
      for (const format of ['table', 'json', 'csv']) {
        const { code, errors } = await runHere(['show', what, '--format', format, ...options]);
        expect({ code, errors }).toEqual({ code: 0, errors: '' });
      }
    },
  );

  test('the moves of a pair in order, with lags', async () => {
    const { moves } = await json('exchange', 'PAK,AFG');
    expect(moves.map(({ side, day, lag }: { side: string; day: string; lag: number | null }) => [side, day, lag])).toEqual([
      ['a', '2017-02-19', null],
      ['b', '2017-02-20', 1],
    ]);
  });

  test('an exchange without a pair and an incident without an id are refused', async () => {
    expect((await runHere(['show', 'exchange', ...options])).code).toBe(2);
    expect((await runHere(['show', 'incident', ...options])).code).toBe(2);
    expect((await runHere(['show', 'incident', 'i-nothing', ...options])).code).toBe(1);
  });

  test('linking anew gives the same incidents', async () => {
    const before = await json('incidents');
    expect((await runHere(['link', ...options])).out).toMatch(/^3 documents linked: \d+ incidents/);
    expect(await json('incidents')).toEqual(before);
  });
});
