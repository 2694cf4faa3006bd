import { resolve } from 'node:path';
import { kebabCase } from '../base/index.ts';
import { StoreError } from './store-error.ts';

/** Where a case is kept: a file of this machine, or a schema of a PostgreSQL server. */
export type CaseLocation =
  | { readonly dialect: 'sqlite'; readonly path: string; readonly name: string }
  | {
      readonly dialect: 'postgres';
      readonly url: string;
      readonly schema: string;
      readonly name: string;
      /** The role to act as, so that what is made belongs to it; the user himself where left out. */
      readonly role?: string;
    };

/** The ending of a case file. */
export const CASE_ENDING = '.lapwing';

/** The case of a command that names none. */
export const DEFAULT_CASE = 'case';

/** Longest name of a schema on a server, in bytes (PostgreSQL's NAMEDATALEN less one). */
const SCHEMA_MAX = 63;

/** Where the case that a command line names is kept: `--case NAME` is the file NAME.lapwing, and with `--database` the schema
 * `lapwing_name` of that server.
 * @throws StoreError where the name or the address cannot be used */
export function locateCase(options: { readonly case?: string; readonly database?: string } = {}): CaseLocation {
  const given = options.case ?? DEFAULT_CASE;
  if (given.trim() === '') throw new StoreError('store/bad-name', '--case', 'a case needs a name');
  if (options.database !== undefined) return locateOnServer(given, options.database);
  const file = given.endsWith(CASE_ENDING) ? given : `${given}${CASE_ENDING}`;
  return { dialect: 'sqlite', path: resolve(file), name: file };
}

function locateOnServer(given: string, url: string): CaseLocation {
  if (!URL.canParse(url) || !/^postgres(?:ql)?:$/.test(new URL(url).protocol))
    throw new StoreError('store/bad-address', '--database', 'must be an address such as postgres://user@host:5432/database');
  const base = given.endsWith(CASE_ENDING) ? given.slice(0, -CASE_ENDING.length) : given;
  const schema = `lapwing_${kebabCase(base).replaceAll('-', '_')}`;
  if (!/^[a-z0-9_]+$/.test(schema) || schema.length > SCHEMA_MAX || schema === 'lapwing_')
    throw new StoreError('store/bad-name', '--case', `"${given}" is no name for a case on a server: use letters, digits and -`);
  const { hostname, port, pathname } = new URL(url);
  const host = hostname === '' ? 'localhost' : hostname;
  return { dialect: 'postgres', url, schema, name: `${host}${port && `:${port}`}${pathname} (${schema})` };
}
