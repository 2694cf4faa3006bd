import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { onBothDatabases } from '../../test/support/cases.ts';
import { locateCase } from './case-location.ts';
import { migrationsOf } from './migrations/index.ts';
import { openCase } from './open-case.ts';
import { readSetting, writeSetting } from './settings.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'lapwing-open-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

describe('where a case is', () => {
  test.each([
    { name: 'no name', options: {}, wanted: { name: 'case.lapwing' } },
    { name: 'a name', options: { case: 'a/b' }, wanted: { name: 'a/b.lapwing', path: join(process.cwd(), 'a/b.lapwing') } },
    { name: 'a file', options: { case: '/x/y.lapwing' }, wanted: { path: '/x/y.lapwing' } },
    {
      name: 'a server',
      options: { case: 'Torkham closed', database: 'postgres://ana:secret@db.example:5433/news' },
      wanted: { schema: 'lapwing_torkham_closed', name: 'db.example:5433/news (lapwing_torkham_closed)' },
    },
  ])('$name', ({ options, wanted }) => {
    expect(locateCase(options)).toMatchObject(wanted);
  });

  test.each([
    { name: 'an empty name', options: { case: ' ' }, code: 'store/bad-name' },
    { name: 'no server', options: { database: 'mysql://x/y' }, code: 'store/bad-address' },
    { name: 'no address', options: { database: 'localhost' }, code: 'store/bad-address' },
    { name: 'signs for a name', options: { case: '***', database: 'postgres://x/y' }, code: 'store/bad-name' },
    { name: 'a long name', options: { case: 'x'.repeat(80), database: 'postgres://x/y' }, code: 'store/bad-name' },
  ])('refuses $name', ({ options, code }) => {
    expect(() => locateCase(options)).toThrow(expect.objectContaining({ code }));
  });
});

onBothDatabases('opening', ({ newCase, dialect }) => {
  test('a case of an older version is brought up to date, by readers too', async () => {
    const { location } = newCase();
    const first = await openCase(location, 'create');
    await writeSetting(first, 'kept', 'yes');
    await first.close();
    const later = {
      ...migrationsOf(dialect),
      '0999-more': { up: (db: typeof first.query) => sql`create table more (id integer)`.execute(db).then(() => {}) },
    };
    const reader = await openCase(location, 'read', later);
    expect((await sql`select count(*) as n from more`.execute(reader.query)).rows).toEqual([{ n: 0 }]);
    expect(await readSetting(reader, 'kept')).toBe('yes');
    await reader.close();
    for (const mode of ['read', 'write', 'create'] as const)
      await expect(openCase(location, mode)).rejects.toMatchObject({
        code: 'store/newer-case',
        message: expect.stringContaining('"0999-more"'),
      });
  });

  test('a migration that fails leaves the case as it was', async () => {
    const { location } = newCase();
    await (await openCase(location, 'create')).close();
    const broken = {
      ...migrationsOf(dialect),
      '0999-broken': {
        up: async (db: Awaited<ReturnType<typeof openCase>>['query']) => {
          await sql`create table half (id integer)`.execute(db);
          throw new RangeError('stopped half way');
        },
      },
    };
    await expect(openCase(location, 'write', broken)).rejects.toThrow('stopped half way');
    const db = await openCase(location, 'write');
    await expect(sql`select * from half`.execute(db.query)).rejects.toThrow();
    await db.close();
  });

  // Several programs that make one file at a time are tried in test/case/concurrency.test.ts; two connections of one thread would wait
  // for each other.
  if (dialect === 'postgres')
    test('many at a time make one case', async () => {
      const { location } = newCase();
      const opened = await Promise.all([1, 2, 3, 4].map(() => openCase(location, 'create')));
      expect(opened).toHaveLength(4);
      for (const db of opened) await db.close();
    });
});

describe('what is no case file is refused', () => {
  test.each([
    { name: 'text', content: 'This is a report and no case, whatever its name says.'.repeat(40) },
    { name: 'the beginning of a case only', content: null },
  ])('$name', async ({ content }) => {
    const path = join(FOLDER, `${content === null ? 'cut' : 'text'}.lapwing`);
    if (content === null) {
      await (await openCase(locateCase({ case: path }), 'create')).close();
      writeFileSync(path, readFileSync(path).subarray(0, 9000));
    } else writeFileSync(path, content);
    await expect(openCase(locateCase({ case: path }), 'write')).rejects.toMatchObject({
      code: content === null ? 'store/damaged' : 'store/not-a-case',
    });
  });

  test("another program's database stays untouched", async () => {
    const path = join(FOLDER, 'other.lapwing');
    const other = new DatabaseSync(path);
    other.exec('create table thing (id integer)');
    other.close();
    const before = readFileSync(path);
    await expect(openCase(locateCase({ case: path }), 'create')).rejects.toMatchObject({ code: 'store/not-a-case' });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('a folder that is not there', async () => {
    const path = join(FOLDER, 'none', 'case.lapwing');
    await expect(openCase(locateCase({ case: path }), 'create')).rejects.toMatchObject({ code: 'store/unreadable' });
  });

  test('an empty file becomes one', async () => {
    const path = join(FOLDER, 'empty.lapwing');
    writeFileSync(path, '');
    await (await openCase(locateCase({ case: path }), 'create')).close();
    await (await openCase(locateCase({ case: path }), 'read')).close();
  });
});

describe('servers', () => {
  test('one that does not answer', async () => {
    const location = locateCase({ database: 'postgres://nobody:secret@127.0.0.1:1/none' });
    const opening = openCase(location, 'create');
    await expect(opening).rejects.toMatchObject({ code: 'store/unreachable', subject: '127.0.0.1:1/none (lapwing_case)' });
    await expect(opening).rejects.not.toThrow('secret');
  });

  test.skipIf(inject('postgresUrl') === null)('one without such a database', async () => {
    const database = (inject('postgresUrl') ?? '').replace(/\/postgres$/, '/nowhere');
    await expect(openCase(locateCase({ database }), 'create')).rejects.toMatchObject({ code: 'store/no-database' });
  });
});
