import type { TestProject } from 'vitest/node';
import { startPostgres } from './own-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a PostgreSQL server that lives as long as the tests; null where none is installed. */
    postgresUrl: string | null;
  }
}

/** Starts a PostgreSQL server of its own for the tests, and stops it after them. Without PostgreSQL the tests on it are skipped, and said to
 * be; in continuous integration that is a failure. */
export default async function startServer(project: TestProject): Promise<(() => void) | undefined> {
  const server = await startPostgres();
  project.provide('postgresUrl', server?.url ?? null);
  if (server) return () => server.stop();
  const message = 'PostgreSQL is not installed (no initdb): the tests of cases on a server are skipped';
  if (process.env.CI) throw new Error(message);
  console.warn(message);
  return undefined;
}
