import { storable, toJson } from './bulk.ts';
import type { CaseDb } from './case-db.ts';

/** Something a person decided about the case: who, when, why and what. */
export interface Decision {
  /** ISO date and time. */
  readonly at: string;
  readonly byWhom: string;
  /** What was done, e.g. `accept`, `reject`, `edit`, `merge`, `undo`: the review's own words. */
  readonly kind: string;
  /** What it is about: an entry's id, an incident's, an actor's. It outlives the entry where a report is coded again. */
  readonly subject: string;
  readonly why: string | null;
  /** Whatever the kind needs, JSON: what was there, what is there now. */
  readonly what: unknown;
}

/** A decision with its number in the log. */
export interface LoggedDecision extends Decision {
  readonly number: number;
}

/** Adds a decision to the log; none is ever changed or taken out, and the databases refuse it. @returns its number */
export async function addDecision(db: CaseDb, { at, byWhom, kind, subject, why, what }: Decision): Promise<number> {
  const { number } = await db.query
    .insertInto('decision')
    .values({
      ...{ at, by_whom: storable(byWhom), kind, subject: storable(subject) },
      ...{ why: why === null ? null : storable(why), what: toJson(what ?? null) },
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
}

/** The decisions of a case in the order they were made. @param subject only those about it @param after only those numbered higher */
export async function listDecisions(
  db: CaseDb,
  { subject, after = 0 }: { readonly subject?: string; readonly after?: number } = {},
): Promise<readonly LoggedDecision[]> {
  let query = db.query.selectFrom('decision').selectAll().where('number', '>', after).orderBy('number');
  if (subject !== undefined) query = query.where('subject', '=', subject);
  const rows = await query.execute();
  return rows.map(({ number, at, by_whom, kind, subject, why, what }) => {
    return { number, at, byWhom: by_whom, kind, subject, why, what: JSON.parse(what) };
  });
}
