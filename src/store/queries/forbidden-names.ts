/** Functions that a query over a case has no use for: they read and write files of the server, large objects and other servers, run texts as
 * statements, change settings, end or block what others do. The rights of the server's user are what keeps him from most of them; this
 * is for users who have too many. Names have 63 bytes at most. */
const FORBIDDEN = new RegExp(
  `\\b(?:${[
    'pg_read_\\w{1,63}|pg_ls_\\w{1,63}|pg_stat_file|pg_file_\\w{1,63}|pg_logdir_ls|pg_current_logfile',
    'lo_\\w{1,63}|loread|lowrite|load_extension|readfile|writefile',
    'dblink\\w{0,63}|postgres_fdw_\\w{1,63}',
    'query_to_xml\\w{0,63}|cursor_to_xml\\w{0,63}|ts_stat|ts_rewrite|crosstab\\w{0,63}|connectby|xpath_table',
    'set_config|pg_reload_conf|pg_rotate_\\w{1,63}|pg_stat_reset\\w{0,63}|pg_stat_force\\w{0,63}',
    'pg_terminate_backend|pg_cancel_backend|pg_promote|pg_switch_wal|pg_notify',
    'pg_advisory_\\w{1,63}|pg_try_advisory_\\w{1,63}',
    'pg_create_\\w{1,63}|pg_drop_\\w{1,63}|pg_copy_\\w{1,63}|pg_import_\\w{1,63}|pg_export_\\w{1,63}|pg_logical_\\w{1,63}|pg_replication_\\w{1,63}',
    'pg_backup_\\w{1,63}|pg_start_backup|pg_stop_backup|pg_wal_\\w{1,63}|binary_upgrade_\\w{1,63}',
  ].join('|')})\\b|\\bu&"`,
  'i',
);

/** The first word of a query that names such a function, or begins a name in escapes, which could hide one; null where there is none.
 * Quoted texts and comments are not told apart: where they end is the server's to say. */
export function forbiddenName(text: string): string | null {
  return FORBIDDEN.exec(text)?.[0] ?? null;
}
