import type { ReviewDecision } from '../review/index.ts';
import { type CaseDb, listDecisions } from '../store/index.ts';

/** The log of decisions, read again and again: only what has come to it is fetched. */
export class DecisionLog {
  readonly #decisions: ReviewDecision[] = [];

  async read(db: CaseDb): Promise<readonly ReviewDecision[]> {
    this.#decisions.push(...(await listDecisions(db, { after: this.#decisions.at(-1)?.number ?? 0 })));
    return this.#decisions;
  }
}
