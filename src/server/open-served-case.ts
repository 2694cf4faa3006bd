import { type CaseDb, type CaseLocation, type OpenedCase, openCase, StoreError } from '../store/index.ts';

/** The connections to a case that is served. */
export interface ServedDatabases {
  readonly db: OpenedCase;
  /** Null where the case can only be read. */
  readonly writer: CaseDb | null;
  close(): Promise<void>;
}

/** Opens a case to be served: read over one connection and written over another, so that reading never waits for writing.
 * What cannot be written to is served to be read. @throws StoreError where it cannot be opened */
export async function openServedCase(location: CaseLocation): Promise<ServedDatabases> {
  const writer = await openWriter(location);
  try {
    const db = await openCase(location, 'read');
    return {
      ...{ db, writer },
      close: async () => {
        await Promise.all([db.close(), writer?.close()]);
      },
    };
  } catch (error) {
    await writer?.close();
    throw error;
  }
}

async function openWriter(location: CaseLocation) {
  try {
    return await openCase(location, 'write');
  } catch (error) {
    if (error instanceof StoreError && error.code === 'store/read-only') return null;
    throw error;
  }
}

/** An empty case in memory, for the samples; gone when the server ends. */
export async function openSampleCase(): Promise<ServedDatabases> {
  const db = await openCase({ dialect: 'sqlite', path: ':memory:', name: 'Torkham, February to March 2017' }, 'create');
  return { db, writer: db, close: () => db.close() };
}
