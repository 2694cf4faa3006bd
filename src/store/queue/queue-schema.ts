import type { CaseLocation } from '../case-location.ts';
import { StoreError } from '../store-error.ts';

/** How schemas of cases and of their queues begin. */
const CASE_PREFIX = 'lapwing_';
const QUEUE_PREFIX = 'lapwingjobs_';

/** Longest name of a schema that pg-boss takes, in bytes. */
const SCHEMA_MAX = 50;

/** The queue of documents to be coded, and that of documents that could not be. */
export const WAITING = 'documents';
export const DEAD = 'dead';

/** The schema beside a case's own that holds its queue: the tables in it are pg-boss's, which brings them up to date itself.
 * @throws StoreError where the case is a file, or its name is too long */
export function queueSchema(location: CaseLocation): string {
  if (location.dialect !== 'postgres')
    throw new StoreError('store/bad-queue', location.name, 'only a case on a PostgreSQL server has a queue: give --database');
  const schema = `${QUEUE_PREFIX}${location.schema.slice(CASE_PREFIX.length)}`;
  if (schema.length > SCHEMA_MAX)
    throw new StoreError(
      'store/bad-name',
      '--case',
      `a case with a queue needs a name of at most ${SCHEMA_MAX - QUEUE_PREFIX.length} characters`,
    );
  return schema;
}
