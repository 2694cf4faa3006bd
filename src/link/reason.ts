/** One thing that speaks for (above 0) or against two tellings being one happening. */
export interface Reason {
  /** What was compared. */
  readonly about: 'type' | 'mode' | 'time' | 'place' | 'actor' | 'recipient' | 'harm' | 'wording' | 'report' | 'reviewer';
  readonly points: number;
  /** In words for the analyst. */
  readonly says: string;
}

/** Why two tellings are held to be one happening, or not. */
export interface Likeness {
  /** Sum of the points of the reasons. */
  readonly points: number;
  readonly reasons: readonly Reason[];
}
