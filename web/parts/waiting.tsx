import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { RequestProblem } from '../../src/api/index.ts';

/** Draws an answer once it is there, and says what and why where it will not come. Nothing moves while one waits. */
export function Waiting<Answer>({
  of,
  children,
}: {
  readonly of: Pick<UseQueryResult<Answer>, 'data' | 'error'> & { readonly refetch: () => unknown };
  readonly children: (answer: Answer) => ReactNode;
}) {
  if (of.data !== undefined) return children(of.data);
  if (of.error === null) return <div className="waits" aria-busy="true" />;
  return <Trouble error={of.error} again={() => void of.refetch()} />;
}

/** What went wrong, and a way on. */
export function Trouble({ error, again }: { readonly error: Error; readonly again?: () => void }) {
  const missing = error instanceof RequestProblem && error.problem.status === 404;
  return (
    <section className="trouble" role="alert">
      <h1>{missing ? 'This is not in the case' : 'This could not be shown'}</h1>
      <p>{error.message}</p>
      <p>
        {again && !missing ? (
          <button type="button" onClick={again}>
            Try again
          </button>
        ) : (
          <Link href="/">To the overview</Link>
        )}
      </p>
    </section>
  );
}
