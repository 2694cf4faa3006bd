import type { CaseLocation } from '../case-location.ts';
import { coderOf, readerOf } from '../case-roles.ts';
import { queueSchema } from '../queue/queue-schema.ts';
import { StoreError } from '../store-error.ts';

/** Longest name of a role, in bytes (PostgreSQL's NAMEDATALEN less one). */
const ROLE_MAX = 63;
/** How long a statement of a reader may take. */
const READER_TIMEOUT = '60s';

/** The statements that make a case's roles on its server, for its administrator to look at and to run: one who codes and owns the case, and
 * one who only reads. They can be run again. @throws StoreError where the case is a file, or its name too long */
export function roleStatements(location: CaseLocation): string {
  const jobs = queueSchema(location);
  const schema = location.dialect === 'postgres' ? location.schema : '';
  const [coder, reader] = [coderOf(schema), readerOf(schema)];
  if (coder.length > ROLE_MAX || reader.length > ROLE_MAX)
    throw new StoreError('store/bad-name', '--case', 'the name of the case is too long for roles named after it');
  return `-- Roles of the case in schema ${schema}. Look them over, and run them as an administrator of the database:
--   lapwing roles … | psql --single-transaction --set ON_ERROR_STOP=1 …
-- Both are groups. Give them to people's own users:
--   grant ${reader} to anna;
--   alter role anna set default_transaction_read_only = on;
--   alter role anna set statement_timeout = '${READER_TIMEOUT}';

-- Codes, reviews and links: owns the case, and brings its tables up to date. Workers and reviewers.
${createRole(coder)}
-- Only reads. "lapwing sql" asks as this role, whoever asks.
${createRole(reader)}

${[schema, jobs].map((each) => ownedSchema(each, coder, reader)).join('\n\n')}

-- Neither needs objects of his own elsewhere in this database.
do $$ begin
  execute format('revoke create, temporary on database %I from ${reader}', current_database());
end $$;
`;
}

function createRole(role: string): string {
  return `do $$ begin
  if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
end $$;`;
}

/** Hands a schema and what is in it to the coder, and lets the reader read that and what will come. */
function ownedSchema(schema: string, coder: string, reader: string): string {
  return `create schema if not exists ${schema};
alter schema ${schema} owner to ${coder};
do $$ declare it record; begin
  for it in select c.relname, c.relkind from pg_class c
    where c.relnamespace = '${schema}'::regnamespace and c.relkind in ('r', 'p', 'v') loop
    execute format('alter %s ${schema}.%I owner to ${coder}', case it.relkind when 'v' then 'view' else 'table' end, it.relname);
  end loop;
  for it in select p.oid::regprocedure as name from pg_proc p where p.pronamespace = '${schema}'::regnamespace loop
    execute format('alter routine %s owner to ${coder}', it.name);
  end loop;
  for it in select t.typname from pg_type t where t.typnamespace = '${schema}'::regnamespace and t.typtype = 'e' loop
    execute format('alter type ${schema}.%I owner to ${coder}', it.typname);
  end loop;
  for it in select cfgname from pg_ts_config where cfgnamespace = '${schema}'::regnamespace loop
    execute format('alter text search configuration ${schema}.%I owner to ${coder}', it.cfgname);
  end loop;
  for it in select dictname from pg_ts_dict where dictnamespace = '${schema}'::regnamespace loop
    execute format('alter text search dictionary ${schema}.%I owner to ${coder}', it.dictname);
  end loop;
end $$;
grant usage on schema ${schema} to ${reader};
grant select on all tables in schema ${schema} to ${reader};
alter default privileges for role ${coder} in schema ${schema} grant select on tables to ${reader};`;
}
