import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { onBothDatabases } from '../../../test/support/cases.ts';
import { exampleRecord } from '../../../test/support/example-record.ts';
import { exampleCase, saveRecord } from '../../../test/support/exports/example-case.ts';
import { hostileRecord } from '../../../test/support/hostile-record.ts';
import { importCase, linkCase, weighCase } from '../../ingest/index.ts';
import { type CaseDb, collect, eachBundleLine, eachEvent, listIncidents, type OpenedCase, openCase } from '../index.ts';
import { migrationsOf } from './index.ts';

const NAMES = Object.keys(migrationsOf('sqlite'));

/** SHA-256 of the schema of a case file after each migration that is not the newest: one that cases were made with is never changed. */
const SCHEMAS: Readonly<Record<string, string>> = {
  '0001-case': 'ad429adc995549853287b14030b2f91ce7e9d55a428d27ef218094cf8f909457',
  '0002-linking': '89ca4603c7d1be7dfaa22f1c695186a077e039484a026e6e33568624fe14517b',
};

onBothDatabases('a case made by an earlier version', ({ newCase, dialect }) => {
  const opened: OpenedCase[] = [];
  afterEach(async () => {
    for (const db of opened.splice(0)) await db.close();
  });
  const keep = (db: OpenedCase) => {
    opened.push(db);
    return db;
  };

  test.each(NAMES.map((name, at) => ({ name, count: at + 1 })))('that knew no more than $name', async ({ count }) => {
    const { location } = newCase();
    const earlier = Object.fromEntries(Object.entries(migrationsOf(dialect)).slice(0, count));
    const before = await openCase(location, 'create', earlier);
    for (const record of [exampleRecord(), hostileRecord()]) await saveRecord(before, record);
    await before.close();

    const after = keep(await openCase(location, 'write'));
    const fresh = keep(await exampleCase(newCase().location));
    expect(await schemaOf(after)).toEqual(await schemaOf(fresh));
    await linkAll(after);
    await linkAll(fresh);
    expect(await collect(eachEvent(after))).toEqual(await collect(eachEvent(fresh)));
    expect(await listIncidents(after)).toEqual(await listIncidents(fresh));
    const bundle = await collect(eachBundleLine(after));
    expect(bundle).toEqual(await collect(eachBundleLine(fresh)));
    const copy = keep(await openCase(newCase().location, 'create'));
    expect(await importCase(copy, linesOf(bundle))).toMatchObject({ documents: 2 });
  });

  if (dialect === 'sqlite')
    test.each(NAMES.slice(0, -1).map((name, at) => ({ name, count: at + 1 })))(
      '$name is as it was released',
      async ({ name, count }) => {
        const db = keep(
          await openCase(
            newCase().location,
            'create',
            Object.fromEntries(Object.entries(migrationsOf(dialect)).slice(0, count)),
          ),
        );
        const schema = (await schemaOf(db)).join('\n');
        expect(createHash('sha256').update(schema).digest('hex')).toBe(SCHEMAS[name]);
      },
    );
});

/** What the database says it is made of, sorted. */
async function schemaOf({ query, dialect, name }: OpenedCase): Promise<readonly string[]> {
  const statement =
    dialect === 'sqlite'
      ? sql<{ part: string }>`select type || ' ' || name || ': ' || coalesce(sql, '') as part from sqlite_schema
          where name not like 'sqlite%' and name not like 'kysely%' order by part`
      : sql<{ part: string }>`select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
            || coalesce(collation_name, '') || ' ' || coalesce(column_default, '') as part
          from information_schema.columns where table_schema = current_schema()
          union select indexname || ': ' || indexdef from pg_indexes where schemaname = current_schema()
          union select viewname || ': ' || definition from pg_views where schemaname = current_schema() order by part`;
  const { rows } = await statement.execute(query);
  const schema = /\((lapwing_\w+)\)$/.exec(name)?.[1] ?? '';
  return rows.map(({ part }) => (schema === '' ? part : part.replaceAll(schema, 'SCHEMA'))).sort();
}

async function linkAll(db: CaseDb): Promise<void> {
  for await (const _ of linkCase(db));
  await weighCase(db);
}

async function* linesOf(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield line.trimEnd();
}
