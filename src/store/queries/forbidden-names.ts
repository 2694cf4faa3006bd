/** Functions that a query over a case has no use for: they read and write files of the server, large objects and other servers, run texts as
 * statements, change settings, end or block what others do. The rights of the server's user are what keeps him from most of them; this
 * is for users who have too many. */
const FORBIDDEN = new RegExp(
  `^(?:${[
    'pg_read_\\w+|pg_ls_\\w+|pg_stat_file|pg_file_\\w+|pg_logdir_ls|pg_current_logfile',
    'lo_\\w+|loread|lowrite|load_extension|readfile|writefile',
    'dblink\\w*|postgres_fdw_\\w+',
    'query_to_xml\\w*|cursor_to_xml\\w*|ts_stat|ts_rewrite|crosstab\\w*|connectby|xpath_table',
    'set_config|pg_reload_conf|pg_rotate_\\w+|pg_stat_reset\\w*|pg_stat_force\\w*',
    'pg_terminate_backend|pg_cancel_backend|pg_promote|pg_switch_wal|pg_notify',
    'pg_advisory_\\w+|pg_try_advisory_\\w+',
    'pg_create_\\w+|pg_drop_\\w+|pg_copy_\\w+|pg_import_\\w+|pg_export_\\w+|pg_logical_\\w+|pg_replication_\\w+',
    'pg_backup_\\w+|pg_start_backup|pg_stop_backup|pg_wal_\\w+|binary_upgrade_\\w+',
  ].join('|')})$`,
  'i',
);

/** How a name in escapes begins, which could be any. */
const ESCAPED = /\bu&"/i;

/** The first word of a query that names such a function, or begins a name in escapes, which could hide one; null where there is none.
 * Quoted texts and comments are not told apart: where they end is the server's to say. */
export function forbiddenName(text: string): string | null {
  const words = text.match(/\w+/g) ?? [];
  return words.find((word) => FORBIDDEN.test(word)) ?? ESCAPED.exec(text)?.[0] ?? null;
}
