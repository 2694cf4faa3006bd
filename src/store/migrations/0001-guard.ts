const REFUSAL = 'decisions are kept as they were made; add another that takes one back';

/** Decisions are only ever added: SQLite's triggers. */
export const SQLITE_GUARD: readonly string[] = ['update', 'delete'].map(
  (change) => `create trigger decision_no_${change} before ${change} on decision begin select raise(abort, '${REFUSAL}'); end`,
);

/** Decisions are only ever added: PostgreSQL's trigger. */
export const POSTGRES_GUARD: readonly string[] = [
  `create function decision_kept() returns trigger language plpgsql as $$ begin raise exception '${REFUSAL}'; end $$`,
  'create trigger decision_kept before update or delete on decision for each row execute function decision_kept()',
];
