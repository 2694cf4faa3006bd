/** One line of the list of records, `GET /api/records`. */
export interface RecordSummary {
  /** The document's id. */
  readonly id: string;
  /** Path of the whole record, schema `lapwing/1`. */
  readonly href: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly published: string | null;
  /** How many entries of each kind the record has. */
  readonly counts: Readonly<Record<'actors' | 'places' | 'events' | 'claims' | 'ties' | 'figures' | 'times', number>>;
}

/** What a failed request is answered with. */
export interface ProblemBody {
  readonly status: number;
  /** Short and stable, for programs: `not-found`. */
  readonly code: string;
  /** In words a user can act on. */
  readonly detail: string;
}
