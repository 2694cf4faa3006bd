import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { CaseDecision, DecisionInput } from '../../src/api/index.ts';
import { counted } from '../../src/wording/index.ts';
import { useKeys } from '../client/keys.ts';
import { useDecide, useDecisions, useOverview, useUndo } from '../client/queries.ts';
import { askReviewerBy, keepReviewer, reviewerName } from '../client/reviewer.ts';
import { type Judging, JudgingContext } from '../parts/judge.tsx';

/** Lets every line below it be judged, says what was decided last, and takes it back. */
export function Deciding({ children }: { readonly children: ReactNode }) {
  const writable = useOverview().data?.writable ?? true;
  const decide = useDecide();
  const undo = useUndo();
  const log = useDecisions();
  const [last, setLast] = useState<readonly CaseDecision[]>([]);
  const [place] = useLocation();
  const verdicts = useMemo(() => verdictsOf(log.data?.items ?? []), [log.data]);
  const { mutateAsync: send, isPending: isDeciding, reset } = decide;
  const { mutateAsync: sendUndo, isPending: isUndoing } = undo;
  const judging = useMemo<Judging>(() => {
    const take = async (decisions: readonly DecisionInput[]) => {
      const taken: CaseDecision[] = [];
      try {
        for (const decision of decisions) taken.push(await send(decision));
        return true;
      } catch {
        // Told below: the mutation keeps its error.
        return false;
      } finally {
        if (taken.length > 0) setLast(taken);
      }
    };
    return {
      judge: (kind, entries) => void take(entries.map((subject) => ({ kind, subject, what: null, why: null }))),
      decide: (decision) => take([decision]),
      undo: (number) => void sendUndo(number).catch(() => undefined),
      verdictOn: (entry) => verdicts.get(entry) ?? null,
      isBusy: isDeciding || isUndoing,
    };
  }, [send, sendUndo, isDeciding, isUndoing, verdicts]);
  const takeBack = async () => {
    setLast([]);
    for (const { number } of [...last].reverse()) await sendUndo(number).catch(() => undefined);
  };
  const canUndo = last.length > 0 && !place.startsWith('/documents/');
  useKeys(canUndo ? { u: () => void takeBack() } : {});
  const problem = place.startsWith('/documents/') ? null : (decide.error ?? undo.error);
  return (
    <JudgingContext value={writable ? judging : null}>
      {children}
      <div className="decided" role="status">
        {problem ? (
          <p>
            <b>{problem.message}</b>{' '}
            <button
              type="button"
              onClick={() => {
                reset();
                undo.reset();
              }}
            >
              Close
            </button>
          </p>
        ) : (
          canUndo && (
            <p>
              {sayDecided(last)}{' '}
              <button type="button" aria-keyshortcuts="u" onClick={() => void takeBack()}>
                Undo <kbd aria-hidden="true">u</kbd>
              </button>{' '}
              <button type="button" className="quiet" onClick={() => setLast([])}>
                Close
              </button>
            </p>
          )
        )}
      </div>
      <ReviewerDialog />
    </JudgingContext>
  );
}

/** The last decision on each subject that is in force. */
function verdictsOf(log: readonly CaseDecision[]): ReadonlyMap<string, string> {
  return new Map(
    log.flatMap(({ subject, kind, undoneBy }) => (kind === 'undo' || undoneBy !== null ? [] : [[subject, kind] as const])),
  );
}

const DONE = {
  accept: 'Accepted',
  reject: 'Rejected',
  edit: 'Corrected',
  merge: 'Merged',
  split: 'Parted',
  add: 'Added',
  remove: 'Taken out',
  undo: 'Taken back',
} as const satisfies Readonly<Record<CaseDecision['kind'], string>>;

function sayDecided(decisions: readonly CaseDecision[]): string {
  const [first] = decisions;
  if (!first) return '';
  const judged = first.kind === 'accept' || first.kind === 'reject';
  return judged ? `${DONE[first.kind]}: ${counted(decisions.length, 'entry', 'entries')}.` : `${DONE[first.kind]}.`;
}

/** Asks once under what name to decide. */
function ReviewerDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const answer = useRef<((name: string) => void) | null>(null);
  useEffect(
    () =>
      askReviewerBy(
        () =>
          new Promise<string>((resolve) => {
            answer.current = resolve;
            dialog.current?.showModal();
          }),
      ),
    [],
  );
  const close = (name: string) => {
    dialog.current?.close();
    answer.current?.(name);
    answer.current = null;
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('reviewer') ?? '').trim();
    keepReviewer(name);
    close(name);
  };
  return (
    <dialog ref={dialog} className="help" aria-labelledby="reviewer-title" onCancel={() => close('')}>
      <form onSubmit={onSubmit}>
        <h2 id="reviewer-title">Who decides?</h2>
        <p>Your name stands beside each decision in the history, for those who work on the case with you.</p>
        <p className="buttons">
          <input
            name="reviewer"
            aria-label="Your name"
            maxLength={100}
            autoComplete="name"
            defaultValue={reviewerName() ?? ''}
          />
          <button type="submit" className="main">
            Go on
          </button>
        </p>
        <p className="soft small">Kept in this browser. Left empty, the name of the server’s user stands there.</p>
      </form>
    </dialog>
  );
}
