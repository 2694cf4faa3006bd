import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { locateCase, openCase } from '../../src/store/index.ts';
import { runHere } from '../support/run-here.ts';

const url = inject('postgresUrl');

describe.skipIf(url === null)('roles of a case on a server', () => {
  const name = `roles-${randomUUID().slice(0, 8)}`;
  const schema = `lapwing_${name.replaceAll('-', '_')}`;
  const [coder, reader] = [`${schema}_carl`, `${schema}_anna`];
  const as = (user: string) => ['--case', name, '--database', (url ?? '').replace('tester@', `${user}@`)];
  const admin = new pg.Client({ connectionString: url ?? '' });

  const makeRoles = async () => {
    const { out } = await runHere(['roles', ...as('tester')]);
    await admin.query(`begin; ${out} commit;`);
  };

  beforeAll(async () => {
    await admin.connect();
    await makeRoles();
    await admin.query(`create role ${coder} login in role ${schema}_coder; create role ${reader} login in role ${schema}_reader;
      alter role ${reader} set default_transaction_read_only = on`);
    expect(await runHere(['add', '--queue', 'samples/01-lahore-mall-road.txt', ...as(coder)])).toMatchObject({ code: 0 });
    expect(await runHere(['work', '--until-empty', '--workers', '1', ...as(coder)])).toMatchObject({
      code: 0,
      out: '1 coded\n',
    });
  }, 120_000);
  afterAll(() => admin.end());

  test('can be made again, for a case that is there', async () => {
    await makeRoles();
    expect((await runHere(['show', 'events', ...as(coder)])).code).toBe(0);
  }, 60_000);

  test('a reader reads everything', async () => {
    for (const command of [
      ['show', 'events'],
      ['show', 'incidents'],
      ['work', '--status'],
      ['work', '--dead'],
    ])
      expect(await runHere([...command, ...as(reader)])).toMatchObject({ code: 0, errors: '' });
    const { out } = await runHere(['sql', 'select current_user as me, count(*) as n from documents', '--json', ...as(reader)]);
    expect(JSON.parse(out)).toEqual([{ me: `${schema}_reader`, n: 1 }]);
  }, 60_000);

  test('a reader writes nothing', async () => {
    const added = await runHere(['add', 'samples/02-sehwan-shrine.txt', ...as(reader)]);
    expect(added).toMatchObject({ code: 1, errors: expect.stringContaining('store/read-only') });
    // Not even past us: without the setting that a user can change back.
    const client = new pg.Client({ connectionString: (url ?? '').replace('tester@', `${reader}@`) });
    await client.connect();
    await client.query('set default_transaction_read_only = off');
    for (const statement of [
      `insert into ${schema}.setting values ('a', 'b')`,
      `delete from ${schema}.event`,
      `drop view ${schema}.events`,
      `create table ${schema}.mine (key int)`,
      `delete from lapwingjobs_${schema.slice('lapwing_'.length)}.job`,
      "select pg_read_file('/etc/passwd')",
      "copy (select 1) to program 'cat'",
      "select lo_import('/etc/passwd')",
    ])
      await expect(client.query(statement), statement).rejects.toMatchObject({ code: '42501' });
    await client.end();
  }, 60_000);

  test("even an administrator's query has the rights of a reader, and leaves nothing behind", async () => {
    const { out } = await runHere(['sql', 'select current_user as me', '--json', ...as('tester')]);
    expect(JSON.parse(out)).toEqual([{ me: `${schema}_reader` }]);
  });

  test('what a coder makes belongs to all coders', async () => {
    const db = await openCase(locateCase({ case: name, database: (url ?? '').replace('tester@', `${coder}@`) }), 'write');
    const { rows } = await sql<{ owner: string }>`select distinct tableowner as owner from pg_tables
      where schemaname in (${schema}, ${`lapwingjobs_${schema.slice('lapwing_'.length)}`})`.execute(db.query);
    await db.close();
    expect(rows).toEqual([{ owner: `${schema}_coder` }]);
  });
});
