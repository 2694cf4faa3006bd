import { afterAll, beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../../../test/support/cases.ts';
import { exampleRecord } from '../../../test/support/example-record.ts';
import { answerQuery, countDocuments, type OpenedCase, openCase, saveDocument } from '../index.ts';

const NOW = '2026-11-23T12:00:00.000Z';
const RECORD = exampleRecord();
const { externalId, title, source, url, published, publishedBasis, language } = RECORD.document;
const FACTS = { externalId, title, source, url, published, publishedBasis, language, reading: '{}' };

/** Rows 1, 2, 3 and so on. */
const counting = (to: number) => `with recursive c(x) as (select 1 union all select x + 1 from c where x < ${to})`;

onBothDatabases('a query', ({ newCase, dialect }) => {
  let db: OpenedCase;

  beforeAll(async () => {
    const { location } = newCase();
    const writer = await openCase(location, 'create');
    await saveDocument(writer, { record: RECORD, facts: FACTS, run: null, now: NOW });
    await writer.close();
    db = await openCase(location, 'read');
  }, 60_000);
  afterAll(() => db.close());

  test('is answered with columns and rows', async () => {
    expect(await answerQuery(db, 'select id, sources, title is null as untitled from documents;')).toMatchObject({
      columns: ['id', 'sources', 'untitled'],
      rows: [[RECORD.document.id, 1, expect.anything()]],
      isCut: false,
    });
    expect(await answerQuery(db, 'select id from documents where 1 = 0')).toEqual({ columns: [], rows: [], isCut: false });
  });

  test.each([
    { name: 'a semicolon in a text', query: "select '; drop table document' as a" },
    { name: 'one in a name', query: 'select 1 as ";"' },
    { name: 'one in a comment', query: 'select 1 /* ; */ as a -- ; more\n' },
    { name: 'some at the end', query: ' select 1 as a ; ;\n' },
  ])('may hold $name', async ({ query }) => {
    expect((await answerQuery(db, query)).rows).toHaveLength(1);
  });

  test.each([['/*'], ["'"], ['"'], ['--'], [' '], ['- ']])(
    'that opens %s without end is looked at in a straight line',
    async (unit) => {
      const started = process.cpuUsage();
      await expect(answerQuery(db, `select from ${unit.repeat(9000)}`)).rejects.toThrow();
      expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
    },
  );

  test('answers as many rows as wanted, over pages', async () => {
    const query = `${counting(1700)} select x from c`;
    const all = await answerQuery(db, query);
    expect([all.rows.length, all.rows.at(-1), all.isCut]).toEqual([1700, [1700], false]);
    expect((await answerQuery(db, query, { most: 1700 })).isCut).toBe(false);
    const some = await answerQuery(db, query, { most: 900 });
    expect([some.rows.length, some.isCut]).toEqual([900, true]);
  });

  test('that takes too long is stopped, and the next is answered', async () => {
    const endless = `${counting(3_000_000_000)} select count(*) from c`;
    const started = performance.now();
    await expect(answerQuery(db, endless, { seconds: 1.5 })).rejects.toMatchObject({ code: 'store/too-slow' });
    expect(performance.now() - started).toBeLessThan(20_000);
    expect((await answerQuery(db, 'select 1 as one')).rows).toEqual([[1]]);
  });

  test.each([
    'with gone as (select 1) delete from event',
    'with gone as (delete from event returning key) select * from gone',
    "select * from pragma_table_info('event'), pragma_query_only",
    'select 1; select 2',
    "select '''' ; select 2",
    'select 1 /* * / */; select 2',
    '-- select\ndrop table document',
    " ; ' ",
    'select nextval(1)',
    "select pg_read_file('/etc/passwd')",
    "select load_extension('/tmp/evil')",
    'explain analyze delete from event',
    'select no_such_column from events',
  ])('%s is refused', async (query) => {
    await expect(answerQuery(db, query)).rejects.toMatchObject({ name: 'StoreError' });
    expect(await countDocuments(db)).toBe(1);
  });

  if (dialect === 'sqlite')
    test('what is too large to hold is refused', async () => {
      await expect(answerQuery(db, 'select length(randomblob(900000000))')).rejects.toMatchObject({ code: 'store/bad-query' });
    });
});
