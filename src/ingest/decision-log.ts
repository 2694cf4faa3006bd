import type { ReviewDecision } from '../review/index.ts';
import { type CaseDb, listDecisions } from '../store/index.ts';

/** The log of decisions, read again and again: only what has come to it is fetched. */
export class DecisionLog {
  readonly #decisions: ReviewDecision[] = [];

  async read(db: CaseDb): Promise<readonly ReviewDecision[]> {
    const known = this.#decisions.at(-1)?.number ?? 0;
    const came = await listDecisions(db, { after: known });
    // Somebody else may have read meanwhile.
    const last = this.#decisions.at(-1)?.number ?? 0;
    this.#decisions.push(...came.filter(({ number }) => number > last));
    return this.#decisions;
  }
}
