import type { Command } from 'commander';
import { type CaseOptions, withCaseOptions } from '../case-options.ts';
import { type Terminal, WRONG_USAGE } from '../terminal.ts';

const EXAMPLES = `
Examples:
  lapwing roles --case torkham --database postgres://server/lapwing > roles.sql
  lapwing roles --case torkham --database postgres://server/lapwing | psql --single-transaction postgres://admin@server/lapwing

Prints SQL and changes nothing. It makes two roles named after the case: one that codes and owns it, one that only reads. "lapwing sql" asks
as the second, whoever asks. docs/operations.md tells how to give them to people.`;

/** `lapwing roles`: the statements that make a case's roles on a server. */
export function addRoles(program: Command, terminal: Terminal): void {
  const command = program.command('roles').description("print the SQL that makes a case's roles on a PostgreSQL server");
  withCaseOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (options: CaseOptions, command: Command) => {
      if (options.database === undefined)
        command.error('error: roles are of a server: give --database', { exitCode: WRONG_USAGE });
      const { locateCase, roleStatements } = await import('../../store/index.ts');
      await terminal.write(roleStatements(locateCase(options)));
    });
}
