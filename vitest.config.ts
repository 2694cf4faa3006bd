import { defineConfig } from 'vitest/config';

/** Tests that keep cases: on a PostgreSQL server of their own beside files. */
const CASES = ['src/store/**/*.test.ts', 'src/ingest/**/*.test.ts', 'src/export/**/*.test.ts', 'test/case/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    maxWorkers: 2,
    // Pages answer late on a machine with other work.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'lapwing',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'training/**/*.test.ts', 'web/**/*.test.ts'],
          exclude: [...CASES, '**/node_modules/**'],
        },
      },
      { extends: true, test: { name: 'case', include: CASES, globalSetup: ['test/support/postgres-server.ts'] } },
    ],
  },
});
