import { type CaseOptions, withCase } from './case-options.ts';
import type { Terminal } from './terminal.ts';

/** Links what was added since the case was last linked, as after a run that was ended by force. Where the case cannot be written to, what
 * is linked is shown, and that something is missing is said. */
export async function bringUpToDate(options: CaseOptions, terminal: Terminal): Promise<void> {
  const { isLinked, isWeighed, linkCase, weighCase } = await import('../ingest/index.ts');
  const isDone = await withCase(options, 'read', async (db) => (await isLinked(db)) && (await isWeighed(db)));
  if (isDone) return;
  try {
    await withCase(options, 'write', async (db) => {
      for await (const { documents } of linkCase(db)) terminal.progress(`${documents} documents linked`);
      await weighCase(db);
    });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'StoreError') throw error;
    terminal.note(`lapwing: not all documents are linked yet (${error.message})`);
  } finally {
    terminal.progress(null);
  }
}
