import { createContext, useContext } from 'react';
import type { DecisionInput } from '../../src/api/index.ts';

/** What can be decided where lines of entries are drawn. */
export interface Judging {
  /** Accepts or rejects entries, each by its id (`DOCUMENT#e3`). */
  readonly judge: (kind: 'accept' | 'reject', entries: readonly string[]) => void;
  /** Decides something else. @returns whether it was taken */
  readonly decide: (decision: DecisionInput) => Promise<boolean>;
  /** Takes a decision back. */
  readonly undo: (decision: number) => void;
  /** What was decided about an entry last and is in force. */
  readonly verdictOn: (entry: string) => string | null;
  readonly isBusy: boolean;
}

/** Null where the case can only be read. */
export const JudgingContext = createContext<Judging | null>(null);

export function useJudging(): Judging | null {
  return useContext(JudgingContext);
}

/** Whether people have decided about all of some entries. */
export function isReviewed({ verdictOn }: Judging, entries: readonly string[]): boolean {
  return entries.length > 0 && entries.every((entry) => verdictOn(entry) !== null);
}

const VERDICTS = [
  { kind: 'accept', name: 'Right', key: 'a' },
  { kind: 'reject', name: 'Reject', key: 'r' },
] as const;

/** Buttons that accept or reject what a line rests on; they show when the line is pointed at or has the focus. */
export function Judge({ entries }: { readonly entries: readonly string[] }) {
  const judging = useJudging();
  if (judging === null || entries.length === 0) return null;
  const reviewed = isReviewed(judging, entries);
  return (
    <span className={reviewed ? 'judge is-reviewed' : 'judge'}>
      {reviewed && <span className="soft small">reviewed</span>}
      {VERDICTS.map(({ kind, name, key }) => (
        <button
          key={kind}
          type="button"
          data-judge={kind}
          aria-keyshortcuts={key}
          disabled={judging.isBusy}
          onClick={() => judging.judge(kind, entries)}
        >
          {name}
        </button>
      ))}
    </span>
  );
}
