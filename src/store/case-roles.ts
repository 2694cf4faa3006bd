import { type Kysely, sql } from 'kysely';
import type { CaseTables } from './tables.ts';

/** The role of a case's readers on its server, made by the statements of `lapwing roles`. @param schema the case's */
export function readerOf(schema: string): string {
  return `${schema}_reader`;
}

/** The role of those who code and review a case on its server, made by the same statements; it owns the case. @param schema the case's */
export function coderOf(schema: string): string {
  return `${schema}_coder`;
}

/** Whether a role exists and the user of the connection may act as it. */
export async function mayActAs(db: Kysely<CaseTables>, role: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select exists (select 1 from pg_roles where rolname = ${role} and pg_has_role(current_user, oid, 'member')) as may`.execute(
    db,
  );
  return rows[0]?.may ?? false;
}

/** Whether the user of the connection may write to the case. */
export async function mayWrite(db: Kysely<CaseTables>): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select has_table_privilege('document', 'insert') and current_setting('default_transaction_read_only') = 'off' as may`.execute(
    db,
  );
  return rows[0]?.may ?? false;
}
