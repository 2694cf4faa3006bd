import { correctRecord } from '../review/index.ts';
import {
  type BundleCounts,
  type CaseDb,
  eachRecord,
  inTransaction,
  listDecisions,
  relistDocument,
  restoreBundle,
  StoreError,
} from '../store/index.ts';
import { toListed } from './corrections.ts';

/** Puts an exported case into one that holds nothing yet, as one step, and lists its entries as people corrected them. What linking finds is made
 * by {@link linkCase} afterwards. @param lines of a bundle
 * @throws StoreError where the case holds something, or the lines are no bundle */
export async function importCase(db: CaseDb, lines: AsyncIterable<string>): Promise<BundleCounts> {
  // Loaded when a bundle comes: other commands need no schemas.
  const [{ bundleLineObjection }, { decisionObjection }] = await Promise.all([
    import('./bundle-shape.ts'),
    import('./decision-shape.ts'),
  ]);
  return inTransaction(db, async (db) => {
    const counts = await restoreBundle(db, lines, bundleLineObjection);
    const log = await listDecisions(db);
    for (const decision of log) {
      const wrong = decisionObjection(decision);
      if (wrong !== null)
        throw new StoreError(
          'store/bad-bundle',
          db.name,
          `this is no bundle that can be read: decision ${decision.number}: ${wrong}`,
        );
    }
    if (log.length > 0)
      for await (const record of eachRecord(db)) {
        const listed = toListed(correctRecord(record, log), record);
        if (listed) await relistDocument(db, record.document.id, listed);
      }
    return counts;
  });
}
