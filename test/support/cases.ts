import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, inject } from 'vitest';
import { type CaseDialect, type CaseLocation, locateCase } from '../../src/store/index.ts';

/** A place for a new case in one of the databases, with the command line's words for it. */
export interface NewCase {
  readonly location: CaseLocation;
  readonly options: readonly string[];
}

/** Makes places for cases, each unlike all others. */
export interface CaseMaker {
  readonly dialect: CaseDialect;
  newCase(): NewCase;
}

/** Runs the same tests on a case file and on a PostgreSQL server: the two must not differ. */
export function onBothDatabases(name: string, tests: (maker: CaseMaker) => void): void {
  describe(`${name}, in a file`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'lapwing-case-'));
    afterAll(() => {
      if (existsSync(folder)) rmSync(folder, { recursive: true });
    });
    tests({
      dialect: 'sqlite',
      newCase: () => {
        const path = join(folder, `${randomUUID()}.lapwing`);
        return { location: locateCase({ case: path }), options: ['--case', path] };
      },
    });
  });
  const database = inject('postgresUrl');
  describe.skipIf(database === null)(`${name}, on a PostgreSQL server`, () => {
    tests({
      dialect: 'postgres',
      newCase: () => {
        const id = randomUUID().slice(0, 13);
        const url = database ?? '';
        return { location: locateCase({ case: id, database: url }), options: ['--case', id, '--database', url] };
      },
    });
  });
}
