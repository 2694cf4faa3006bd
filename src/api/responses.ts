/** What a failed request is answered with. */
export interface ProblemBody {
  readonly status: number;
  /** Short and stable, for programs: `not-found`. */
  readonly code: string;
  /** In words a user can act on. */
  readonly detail: string;
}
