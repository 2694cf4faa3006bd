/** An expected failure on bad input: what went wrong, on which input, in words a user can act on. */
export interface Problem {
  /** Stable, e.g. `read/empty-text`. */
  readonly code: string;
  /** File name or document id the problem is about. */
  readonly subject: string;
  readonly detail: string;
}

/** Either a value or the reason there is none. Bad input is an answer, not an accident. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(code: string, subject: string, detail: string): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { code, subject, detail } };
}
