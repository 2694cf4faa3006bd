import { describe, expect, test } from 'vitest';
import { forbiddenName } from './forbidden-names.ts';

describe('names that a query over a case has no use for', () => {
  test.each([
    ["select pg_read_file('/etc/passwd')", 'pg_read_file'],
    ["select PG_READ_BINARY_FILE('/etc/passwd')", 'PG_READ_BINARY_FILE'],
    ['select "pg_ls_dir"(\'.\')', 'pg_ls_dir'],
    ["select pg_catalog . lo_import/* */('/etc/passwd')", 'lo_import'],
    ["select E'\\' ', lo_export(1, '/tmp/x') --'", 'lo_export'],
    ["select $$ ' $$, dblink_exec('host=elsewhere', 'delete from event'), $$ ' $$", 'dblink_exec'],
    ["select query_to_xml('select 1', true, true, '')", 'query_to_xml'],
    ["select set_config('role', 'none', false)", 'set_config'],
    ["select * from ts_stat('select 1')", 'ts_stat'],
    ['select U&"\\0070g_read_file"(\'x\')', 'U&"'],
    ['select pg_terminate_backend(pid) from pg_stat_activity', 'pg_terminate_backend'],
    ["select load_extension('evil')", 'load_extension'],
  ])('%s', (query, name) => {
    expect(forbiddenName(query)).toBe(name);
  });

  test.each([
    "select type, count(*) from events where day > '2017-02-16' group by type",
    'select lower(name), log(mentions), local_id, lo from actors',
    "select document, string_agg(speaker, ', ') over () from claims",
    'select pg_typeof(id), pg_column_size(text) from documents',
    "select * from events where evidence like '%slow %' -- follow up",
  ])('not in %s', (query) => {
    expect(forbiddenName(query)).toBeNull();
  });
});
